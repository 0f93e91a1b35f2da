import * as l10n from '@vscode/l10n';
import { phrase } from '../words/language';
import { coverageWords } from '../enrollment/storyWords';
import type { LogCoverage } from '../bundle/coverage';
import type { DeviceFacts } from '../enrollment/document/bundleFacts';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { clockText } from './evidenceTexts';
import { placesText } from './places';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** The English are the codes of the triage document. */
export const joinWords: Readonly<Record<NonNullable<DeviceFacts['joinType']>, string>> = {
  entra: phrase('entra'),
  hybrid: phrase('hybrid'),
  none: phrase('none'),
};

export const scenarioWords: Readonly<Record<NonNullable<DeviceFacts['scenario']>, string>> = {
  userDriven: phrase('userDriven'),
  preProvisioning: phrase('preProvisioning'),
  selfDeploying: phrase('selfDeploying'),
  devicePreparation: phrase('devicePreparation'),
};

/** What kind of device it is: names nobody. */
export function kindFacts({ osBuild, joinType, scenario }: DeviceFacts): readonly Fact[] {
  return facts([
    [l10n.t('Windows build'), osBuild],
    [l10n.t('Join'), joinType === null ? null : l10n.t(joinWords[joinType])],
    [l10n.t('Scenario'), scenario === null ? null : l10n.t(scenarioWords[scenario])],
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

function facts(entries: readonly (readonly [string, string | null])[]): readonly Fact[] {
  return entries.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

const helloWords: Readonly<Record<TriageDocument['hello']['state'], string>> = {
  provisioned: phrase('provisioned'),
  incomplete: phrase('not finished'),
  notConfigured: phrase('not configured'),
  unknown: phrase('not known'),
};

const tokenWords: Readonly<Record<TriageDocument['token']['state'], string>> = {
  present: phrase('present'),
  missing: phrase('missing'),
  unknown: phrase('not known'),
};

const policyWords: Readonly<Record<TriageDocument['policies']['webSignIn'], string>> = {
  enabled: phrase('enabled'),
  disabled: phrase('disabled'),
  notConfigured: phrase('not configured'),
  unknown: phrase('not known'),
};

/** What the user has at the end of the logs. */
export function userTexts({ hello, token, policies }: TriageDocument) {
  const { webSignIn, grounds } = policies;
  return [
    {
      name: l10n.t('Windows Hello'),
      state: l10n.t(helloWords[hello.state]),
      why: hello.why,
      places: placesText(hello.evidence),
    },
    {
      name: l10n.t('Entra token'),
      state: l10n.t(tokenWords[token.state]),
      why: token.why,
      places: placesText(token.evidence),
    },
    {
      name: l10n.t('Web sign-in policy'),
      state: l10n.t(policyWords[webSignIn]),
      why: grounds.webSignIn.why,
      places: placesText(grounds.webSignIn.evidence),
    },
  ];
}

const coverWords = {
  all: phrase('all of it'),
  part: phrase('a part of it'),
  none: phrase('nothing of it'),
} as const;

/** What a log can tell at all. */
export function coverageTexts({ log, state, records, first, last, coversEnrollment, missingRecordIds }: LogCoverage) {
  return {
    log,
    state: l10n.t(coverageWords[state]),
    records: String(records),
    first: first === null ? '' : clockText(first),
    last: last === null ? '' : clockText(last),
    enrollment: l10n.t(coversEnrollment === null ? phrase('not known') : coverWords[coversEnrollment]),
    missing: missingRecordIds === 0 ? '' : String(missingRecordIds),
  };
}
