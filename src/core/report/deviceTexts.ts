import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import { coverageWords } from '../enrollment/storyWords';
import type { BundleKind } from '../bundle/bundle';
import type { LogCoverage } from '../bundle/coverage';
import type { DeviceFacts } from '../enrollment/document/bundleFacts';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { clockText } from './clockText';
import { placesText } from './places';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export const joinWords = spoken<NonNullable<DeviceFacts['joinType']>>({
  entra: phrase('Entra join'),
  hybrid: phrase('hybrid join'),
  none: phrase('not joined'),
});

export const scenarioWords = spoken<NonNullable<DeviceFacts['scenario']>>({
  userDriven: phrase('user-driven'),
  preProvisioning: phrase('pre-provisioning'),
  selfDeploying: phrase('self-deploying'),
  devicePreparation: phrase('Autopilot device preparation'),
});

/** What kind of device it is: names nobody. */
export function kindFacts({ osBuild, joinType, scenario }: DeviceFacts): readonly Fact[] {
  return facts([
    [l10n.t('Windows build'), osBuild],
    [l10n.t('Join'), joinType === null ? null : joinWords[joinType]],
    [l10n.t('Scenario'), scenario === null ? null : scenarioWords[scenario]],
  ]);
}

/** Which device it is. */
export function deviceFacts(device: DeviceFacts): readonly Fact[] {
  return [
    ...facts([
      [l10n.t('Device'), device.name],
      [l10n.t('Edition'), device.edition],
    ]),
    ...kindFacts(device),
    ...facts([
      [l10n.t('Autopilot profile'), device.profile?.name ?? null],
      [l10n.t('Tenant'), device.profile?.tenantDomain ?? null],
    ]),
  ];
}

/** How the bundle was collected, as far as it shows. */
export const bundleKindWords = spoken<BundleKind>({
  mdmDiagnostics: phrase('mdmdiagnosticstool'),
  collectDiagnostics: phrase('Collect diagnostics of Intune'),
  folder: phrase('folder'),
  singleLog: phrase('single log'),
});

function facts(entries: readonly (readonly [string, string | null])[]): readonly Fact[] {
  return entries.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

const helloWords = spoken<TriageDocument['hello']['state']>({
  provisioned: phrase('provisioned'),
  incomplete: phrase('not finished'),
  notConfigured: phrase('not configured'),
  unknown: phrase('not known'),
});

const tokenWords = spoken<TriageDocument['token']['state']>({
  present: phrase('present'),
  missing: phrase('missing'),
  unknown: phrase('not known'),
});

const policyWords = spoken<TriageDocument['policies']['webSignIn']>({
  enabled: phrase('enabled'),
  disabled: phrase('disabled'),
  notConfigured: phrase('not configured'),
  unknown: phrase('not known'),
});

/** What the user has at the end of the logs. */
export function userTexts({ hello, token, policies }: TriageDocument) {
  const { webSignIn, grounds } = policies;
  return [
    {
      name: l10n.t('Windows Hello'),
      state: helloWords[hello.state],
      why: hello.why,
      places: placesText(hello.evidence),
    },
    {
      name: l10n.t('Entra token'),
      state: tokenWords[token.state],
      why: token.why,
      places: placesText(token.evidence),
    },
    {
      name: l10n.t('Web sign-in policy'),
      state: policyWords[webSignIn],
      why: grounds.webSignIn.why,
      places: placesText(grounds.webSignIn.evidence),
    },
  ];
}

const coverWords = spoken({
  all: phrase('all of it'),
  part: phrase('a part of it'),
  none: phrase('nothing of it'),
});

/** What a log can tell at all. */
export function coverageTexts({ log, state, records, first, last, coversEnrollment, missingRecordIds }: LogCoverage) {
  return {
    log,
    state: coverageWords[state],
    // What is not in the bundle may have held any number.
    records: state === 'present' || state === 'empty' ? String(records) : '',
    first: first === null ? '' : clockText(first),
    last: last === null ? '' : clockText(last),
    enrollment: l10n.t(coversEnrollment === null ? phrase('not known') : coverWords[coversEnrollment]),
    missing: missingRecordIds === 0 ? '' : String(missingRecordIds),
  };
}
