import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';
import { explainCode, hexOfDecimal, type CodeKind, type CodeMeaning } from '../codes/explainCode';
import { providers } from '../providers';
import { codeKindOf, isSuccessIn } from './codeFields';
import { explainBootInput, explainMinutesWest } from './clockWords';
import { explainCredentialProvider } from './credentialProviderNames';
import { lookUp, type Enumeration } from './enumeration';
import * as numbers from './numbers';
import { explainOobeConfig } from './oobeConfig';
import { explainEspState, explainEspStep, explainOobeEventName } from './oobeEventNames';
import { explainOobeNode } from './oobeNodeNames';
import { explainShutdownReason } from './shutdownReason';
import { explainSid } from './sids';
import { explainPageButtons } from './statusPageValues';

/** A value and where it stands. */
export interface ValueQuery {
  /** Provider and id of the event; `null` outside events (registry, JSON). */
  readonly provider: string | null;
  readonly eventId: number | null;
  readonly field: string;
  readonly value: string;
  /** What the field is about, where another field tells: the name of a setting or of a page event. */
  readonly subject?: string | undefined;
}

/** Longer values are texts, and no single value of them has a meaning. */
const longestValue = 4_096;

/**
 * A short text on what a value means, without the value itself; `null` where nothing is known or the value speaks for
 * itself. Never guesses: a number is only explained where its field is known, or where it has the shape of a failure. For
 * sign-in errors see {@link explainSignInErrors}.
 */
export function explainValue(query: ValueQuery): string | null {
  const { field, value } = query;
  if (value === '' || value.length > longestValue || value.includes('AADSTS')) {
    return null;
  }
  const byField = fieldReaders.get(field);
  if (byField !== undefined) {
    return byField(value, query);
  }
  if (value.startsWith('S-1-')) {
    return explainSid(value);
  }
  const kind = codeKindOf(field);
  if (kind !== null) {
    return isZero(value) ? (isSuccessIn(field) ? l10n.t('success') : null) : explainResult(value, kind);
  }
  return looksLikeResult(value) && !isBitField(field) && explainCode(value) !== null
    ? explainResult(value, null)
    : null;
}

/** A result code in words; decimal numbers also as the hexadecimal ones that people look up. */
function explainResult(value: string, kind: CodeKind | null): string | null {
  const words = codeWords(explainCode(value, kind));
  const hexadecimal = hexOfDecimal(value);
  return hexadecimal === null ? words : words === null ? hexadecimal : `${hexadecimal} ${words}`;
}

/** Failures as people write them: bit 31 is set. Smaller numbers and other shapes mean all sorts of things. */
function looksLikeResult(value: string): boolean {
  return /^(?:0x[89cd][0-9a-f]{7}|-\d{9,10})$/i.test(value);
}

/** The highest bit of these is one of many. */
function isBitField(field: string): boolean {
  return /flag|mask|bits|attribute|keyword|address|capabilit|access|handle|hash|pointer/i.test(field);
}

/** Numbers of the sign-in service in a text. */
const signInError = /AADSTS\d{4,7}\b/g;

/** A text with the meaning of each error of the sign-in service right behind its number, where it stands first. */
export function explainSignInErrors(text: string): string {
  if (!text.includes('AADSTS')) {
    return text;
  }
  const told = new Set<string>();
  return text.replace(signInError, (number) => {
    const words = told.has(number) ? null : codeWords(explainCode(number));
    told.add(number);
    return words === null ? number : `${number}  (${words})`;
  });
}

type FieldReader = (value: string, query: ValueQuery) => string | null;

function oneOf(words: Enumeration): FieldReader {
  return (value) => lookUp(words, value);
}

function inProvider(provider: string, reader: FieldReader): FieldReader {
  return (value, query) => (query.provider?.toLowerCase() === provider.toLowerCase() ? reader(value, query) : null);
}

function inEvents(provider: string, ids: readonly number[], reader: FieldReader): FieldReader {
  return inProvider(provider, (value, query) => (ids.includes(query.eventId ?? -1) ? reader(value, query) : null));
}

const helloCheckFields: readonly (readonly [field: string, answer: string, words: string])[] = [
  ['DeviceIsJoined', 'No', phrase('not joined to Entra ID, or the join is not finished')],
  ['AADPrt', 'No', phrase('the user signed in without an Entra token')],
  ['NgcPolicyEnabled', 'No', phrase('no policy enables Windows Hello, or it has not arrived yet')],
  ['NgcPostLogonProvisioningEnabled', 'No', phrase('a policy switches the wizard after sign-in off')],
  ['NgcHardwarePolicyMet', 'No', phrase('the TPM does not meet the policy')],
  ['UserIsRemote', 'Yes', phrase('not a remote session: the field is the other way round')],
  ['UserIsRemote', 'No', phrase('a remote session: the field is the other way round')],
];

const helloCheck: FieldReader = (value, { field }) => {
  const check = helloCheckFields.find(([name, answer]) => name === field && answer === value);
  return check === undefined ? null : l10n.t(check[2]);
};

/** Messages of status page events name categories and sub-categories. */
const pageMessage: FieldReader = (value, { subject }) =>
  subject === 'AppResuming' || subject === 'FirstWebAppVisible'
    ? explainOobeNode(value)
    : explainEspStep(/(\w+\.)?\w+(?:Subcategory|Category|RebootCoalescing)\b/.exec(value)?.[0] ?? '');

const fieldReaders: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  ['BootType', oneOf(numbers.bootTypes)],
  ['ShutdownActionType', oneOf(numbers.powerActions)],
  ['TargetState', inProvider(providers.kernelPower, oneOf(numbers.powerStates))],
  ['EffectiveState', inProvider(providers.kernelPower, oneOf(numbers.powerStates))],
  ['WakeFromState', inProvider(providers.kernelPower, oneOf(numbers.powerStates))],
  ...['CurrentBias', 'OldBias', 'NewBias'].map((field): [string, FieldReader] => [
    field,
    inProvider(providers.kernelGeneral, explainMinutesWest),
  ]),
  ['BitlockerUserInputTime', explainBootInput],
  ['VsmPolicy', oneOf(numbers.vsmPolicies)],
  ['Reason', inEvents(providers.kernelGeneral, [1], oneOf(numbers.clockSetReasons))],
  ['JoinRequestType', oneOf(numbers.joinRequestTypes)],
  ['HelloScenarioType', oneOf(numbers.helloScenarios)],
  ['KeyProvider', inProvider(providers.helloForBusiness, oneOf(numbers.keyProviders))],
  ['InitialState', inEvents(providers.modernDeployment, [153], oneOf(numbers.profileStates))],
  ['UpdateState', inEvents(providers.modernDeployment, [153], oneOf(numbers.profileStates))],
  [
    'Int1',
    inEvents(providers.modernDeployment, [101], (value, { subject }) =>
      subject === 'CloudAssignedOobeConfig' ? explainOobeConfig(value) : null,
    ),
  ],
  [
    'HexInt1',
    inProvider(providers.deviceManagement, (value, { eventId }) =>
      eventId === 109 || eventId === 110
        ? lookUp(numbers.domainJoinStates, value)
        : eventId === 400 || eventId === 404
          ? codeWords(explainCode(value, 'hresult'))
          : null,
    ),
  ],
  ['CXID', explainOobeNode],
  ['Name', inProvider(providers.shellCore, explainOobeEventName)],
  ['Value', inProvider(providers.shellCore, pageMessage)],
  ['param4', inProvider(providers.user32, explainShutdownReason)],
  ['LogonType', inProvider('Microsoft-Windows-Security-Auditing', oneOf(numbers.securityLogonTypes))],
  ...[...new Set(helloCheckFields.map(([field]) => field))].map((field): [string, FieldReader] => [
    field,
    inProvider(providers.deviceRegistration, helloCheck),
  ]),
  ['LastLoggedOnProvider', explainCredentialProvider],
  ['LoggedOnProvider', explainCredentialProvider],
  ['DefaultCredentialProvider', explainCredentialProvider],
  ['CloudAssignedOobeConfig', explainOobeConfig],
  ['CloudAssignedForcedEnrollment', oneOf(numbers.forcedEnrollments)],
  ['CloudAssignedDomainJoinMethod', oneOf(numbers.domainJoinMethods)],
  ['AutopilotDevicePrepHint', oneOf(numbers.devicePreparationHints)],
  ['SkipDeviceStatusPage', oneOf(numbers.statusPageSkips)],
  ['SkipUserStatusPage', oneOf(numbers.statusPageSkips)],
  ['BlockInStatusPage', explainPageButtons],
  ['EnrollmentType', oneOf(numbers.enrollmentTypes)],
  ['LsaCfgFlags', oneOf(numbers.credentialGuardModes)],
  ['InstallationState', oneOf(numbers.installationStates)],
  ['RebootRequired', oneOf(numbers.rebootRequirements)],
  ['WorkloadState', oneOf(numbers.workloadStates)],
  ['DeviceRestartBehavior', oneOf(numbers.restartBehaviors)],
  ['EnforcementState', enforcementState],
  ['categoryState', explainEspState],
  ['subcategoryState', explainEspState],
]);

/** 1000 to 5999; the rest of the number is not published. */
function enforcementState(value: string): string | null {
  return /^[1-5]\d{3}$/.test(value) ? lookUp(numbers.enforcementGroups, value.slice(0, 1)) : null;
}

function isZero(value: string): boolean {
  return /^(?:0x0{1,8}|0)$/.test(value);
}

/** `MENROLL_E_DEVICENOTSUPPORTED: the server does not take this device`. */
function codeWords(meaning: CodeMeaning | null): string | null {
  if (meaning === null) {
    return null;
  }
  return meaning.name === null ? meaning.text : `${meaning.name}: ${meaning.text}`;
}
