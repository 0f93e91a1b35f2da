import type { FromMember } from '../../bundle/bundle';
import type { FrameworkData, FrameworkEvent } from '../../logs/frameworkData';
import type { PhaseId, PhaseState } from '../document/phases';
import { untimedClaim, type Claim } from './claims';
import { subcategoryId } from './phaseIds';

/**
 * What the page "Windows Autopilot diagnostics" of OOBE shows of the steps, by the id of each subcategory. It fills
 * in an outcome for every step, so only those with a time of their own were seen to happen; the times themselves are
 * local and older than any correction of the clock, so they are not told.
 */
export function claimsOfDiagnosticsPages(pages: readonly FromMember<FrameworkData>[]): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const { path, content } of pages) {
    for (const event of content.tabs.flatMap(({ categories }) => categories.flatMap(({ events }) => events))) {
      const subject = steps[event.id];
      const state = stateOf(event);
      if (subject !== undefined && state !== null && !claims.has(subject)) {
        claims.set(subject, untimedClaim('diagnosticsPage', state, { path, line: 1, note: event.id }));
      }
    }
  }
  return claims;
}

function stateOf({ status, startLocalMs, finishLocalMs }: FrameworkEvent): PhaseState | null {
  if (startLocalMs === null && finishLocalMs === null) {
    return null;
  }
  return status === 'success' ? 'succeeded' : status === 'error' ? 'failed' : null;
}

const parts: readonly (readonly [string, PhaseId])[] = [
  ['ESPDeviceSetup', 'deviceSetup'],
  ['ESPAccountSetup', 'accountSetup'],
];

/** Subcategories by the page's ids of its steps. */
const steps: Readonly<Record<string, string>> = {
  ESPDevicePrepPolicyProvidersInstallation: subcategoryId('devicePreparation', 'EspProviderInstallationSubcategory'),
  ...Object.fromEntries(
    parts.flatMap(([prefix, phase]) => [
      [`${prefix}AllAppsInstallation`, subcategoryId(phase, 'AppsSubcategory')],
      [`${prefix}AllPoliciesInstallation`, subcategoryId(phase, 'SecurityPoliciesSubcategory')],
      [`${prefix}AllCertificatesInstallation`, subcategoryId(phase, 'CertificatesSubcategory')],
      [`${prefix}NetworkProfilesInstallation`, subcategoryId(phase, 'NetworkConnectionsSubcategory')],
    ]),
  ),
};
