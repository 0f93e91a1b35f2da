import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';
import type { Bundle } from '../../bundle/bundle';
import type { PolicyGrounds, PolicyState } from '../document/policies';
import { RegistrySource } from '../phases/registrySource';
import { noted } from './policyWords';
import type { SetPolicies, SetPolicy } from './setPolicies';

const uri = './Device/Vendor/MSFT/Policy/Config/Authentication/EnableWebSignIn';

export interface ToldPolicy extends PolicyGrounds {
  readonly state: PolicyState;
}

/** Whether web sign-in is really set. What the MDM server remembers to have sent is no proof of the value. */
export function tellWebSignIn(bundle: Pick<Bundle, 'logs'>, policies: SetPolicies): ToldPolicy {
  const found = policies.of(uri).filter(isTelling);
  const [decisive] = found;
  if (decisive !== undefined) {
    const state = states[decisive.value?.trim() ?? ''] ?? 'unknown';
    return {
      state,
      why: l10n.t(sources[decisive.by], decisive.value ?? ''),
      evidence: noted(
        found.map(({ ref }) => ref),
        l10n.t('the web sign-in policy'),
      ),
    };
  }
  const place = shownWithout(bundle);
  return place === null
    ? { state: 'unknown', why: l10n.t('No member of the bundle shows the policies that are in force.'), evidence: [] }
    : {
        state: 'notConfigured',
        why: l10n.t('The policies that are in force are shown, and this one is not among them.'),
        evidence: [place],
      };
}

/** Nothing but a policy makes the value other than 0, even where its source is not named. */
function isTelling({ by, value }: SetPolicy): boolean {
  return by !== 'server' && value !== null && (by !== 'unsourced' || value.trim() !== '0');
}

const states: Readonly<Record<string, PolicyState>> = { 0: 'notConfigured', 1: 'enabled', 2: 'disabled' };

const sources: Readonly<Record<SetPolicy['by'], string>> = {
  current: phrase('EnableWebSignIn is {0} among the values in force.'),
  report: phrase('EnableWebSignIn is {0} in the report of the diagnostics tool.'),
  provider: phrase('EnableWebSignIn is {0} as the enrollment has set it.'),
  configured: phrase('EnableWebSignIn is {0} in the report, as a source has set it.'),
  server: phrase('EnableWebSignIn is {0} as the server has sent it.'),
  event: phrase('EnableWebSignIn is {0} in the log of the MDM client.'),
  unsourced: phrase('EnableWebSignIn is {0} among the values in force, which do not name its source.'),
};

/** A place that would show the policy if it were set. */
function shownWithout(bundle: Pick<Bundle, 'logs'>): PolicyGrounds['evidence'][number] | null {
  const registry = new RegistrySource(bundle);
  const inForce = 'PolicyManager\\current\\device';
  const [area] = registry.childNames(inForce);
  const key = registry.key(inForce) ?? (area === undefined ? null : registry.key(`${inForce}\\${area}`));
  if (key !== null) {
    return { ...key, note: l10n.t('the policies in force') };
  }
  const report = bundle.logs.mdmReports.find(({ content }) => content.currentPolicies.length > 0);
  const line = report?.content.currentPolicies[0]?.line;
  return report === undefined || line === undefined
    ? null
    : { path: report.path, line, note: l10n.t('the policies in force') };
}
