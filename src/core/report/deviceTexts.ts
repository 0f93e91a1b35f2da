import { coverageWords } from '../enrollment/storyWords';
import type { BundleKind } from '../bundle/bundle';
import type { LogCoverage } from '../bundle/coverage';
import type { DeviceFacts } from '../enrollment/document/bundleFacts';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { clockText } from './evidenceTexts';
import { placesText } from './places';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

const joinWords: Readonly<Record<NonNullable<DeviceFacts['joinType']>, string>> = {
  entra: 'Entra join',
  hybrid: 'hybrid join',
  none: 'not joined',
};

const scenarioWords: Readonly<Record<NonNullable<DeviceFacts['scenario']>, string>> = {
  userDriven: 'user-driven',
  preProvisioning: 'pre-provisioning',
  selfDeploying: 'self-deploying',
  devicePreparation: 'Autopilot device preparation',
};

/** What kind of device it is: names nobody. */
export function kindFacts({ osBuild, joinType, scenario }: DeviceFacts): readonly Fact[] {
  return facts([
    ['Windows build', osBuild],
    ['Join', joinType === null ? null : joinWords[joinType]],
    ['Scenario', scenario === null ? null : scenarioWords[scenario]],
  ]);
}

/** Which device it is. */
export function deviceFacts(device: DeviceFacts): readonly Fact[] {
  return [
    ...facts([
      ['Device', device.name],
      ['Edition', device.edition],
    ]),
    ...kindFacts(device),
    ...facts([
      ['Autopilot profile', device.profile?.name ?? null],
      ['Tenant', device.profile?.tenantDomain ?? null],
    ]),
  ];
}

/** How the bundle was collected, as far as it shows. */
export const bundleKindWords: Readonly<Record<BundleKind, string>> = {
  mdmDiagnostics: 'mdmdiagnosticstool',
  collectDiagnostics: 'Collect diagnostics of Intune',
  folder: 'folder',
  singleLog: 'single log',
};

function facts(entries: readonly (readonly [string, string | null])[]): readonly Fact[] {
  return entries.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

const helloWords: Readonly<Record<TriageDocument['hello']['state'], string>> = {
  provisioned: 'provisioned',
  incomplete: 'not finished',
  notConfigured: 'not configured',
  unknown: 'not known',
};

const tokenWords: Readonly<Record<TriageDocument['token']['state'], string>> = {
  present: 'present',
  missing: 'missing',
  unknown: 'not known',
};

const policyWords: Readonly<Record<TriageDocument['policies']['webSignIn'], string>> = {
  enabled: 'enabled',
  disabled: 'disabled',
  notConfigured: 'not configured',
  unknown: 'not known',
};

/** What the user has at the end of the logs. */
export function userTexts({ hello, token, policies }: TriageDocument) {
  const { webSignIn, grounds } = policies;
  return [
    { name: 'Windows Hello', state: helloWords[hello.state], why: hello.why, places: placesText(hello.evidence) },
    { name: 'Entra token', state: tokenWords[token.state], why: token.why, places: placesText(token.evidence) },
    {
      name: 'Web sign-in policy',
      state: policyWords[webSignIn],
      why: grounds.webSignIn.why,
      places: placesText(grounds.webSignIn.evidence),
    },
  ];
}

const coverWords = { all: 'all of it', part: 'a part of it', none: 'nothing of it' } as const;

/** What a log can tell at all. */
export function coverageTexts({ log, state, records, first, last, coversEnrollment, missingRecordIds }: LogCoverage) {
  return {
    log,
    state: coverageWords[state],
    records: String(records),
    first: first === null ? '' : clockText(first),
    last: last === null ? '' : clockText(last),
    enrollment: coversEnrollment === null ? 'not known' : coverWords[coversEnrollment],
    missing: missingRecordIds === 0 ? '' : String(missingRecordIds),
  };
}
