/* The words in which scenarios write down what is true about them. */
import type { RebootClass } from '../../src/core/catalog/rebootClass';
import type { Reboot, RebootCause } from '../../src/core/enrollment/document/reboots';
import type { SignIn } from '../../src/core/enrollment/document/signIns';
import type { TriageDocument } from '../../src/core/enrollment/document/triageDocument';
import { exactly, list, oneOf, type Expected, type ExpectedTriage, type ListRule, type OneOf } from './expectation';
import { iso } from './story/storyClock';
import type { Written } from './story/device';
import type { Flag } from './story/management';
import type { Restart } from './story/windows';

/**
 * The truth about a scenario. What the score counts is always there and complete: every restart, every second
 * sign-in, the state of Windows Hello.
 */
export interface ScenarioTruth extends Omit<ExpectedTriage, 'reboots' | 'signIns' | 'hello'> {
  /** All restarts and power losses that the bundle shows. */
  readonly reboots: ListRule<Expected<Reboot>>;
  /** Made by {@link rePrompts}. */
  readonly signIns: ListRule<Expected<SignIn>>;
  readonly hello: Expected<TriageDocument['hello']> & {
    readonly state: TriageDocument['hello']['state'] | OneOf<TriageDocument['hello']['state']>;
  };
}

/** Not one restart. */
export const noReboots: ListRule<Expected<Reboot>> = exactly();

/** The person had to sign in again these times and no more; `others` are sign-ins that must be told as well. */
export function rePrompts(
  these: readonly Expected<SignIn>[],
  ...others: readonly Expected<SignIn>[]
): ListRule<Expected<SignIn>> {
  return list<Expected<SignIn>>({
    includes: others,
    among: { class: 'rePrompt' },
    exactly: these.map((signIn) => ({ ...signIn, class: 'rePrompt' })),
  });
}

/** Nobody had to sign in a second time; `others` are sign-ins that must be told. */
export function noRePrompt(...others: readonly Expected<SignIn>[]): ListRule<Expected<SignIn>> {
  return rePrompts([], ...others);
}

/** A restart at its time, of a class (or one of several, where the logs do not decide). */
export function restart(
  { requested }: Pick<Restart, 'requested'>,
  rebootClass: RebootClass | OneOf<RebootClass>,
  details: Expected<Reboot> = {},
): Expected<Reboot> {
  return { time: iso(requested.truth), class: rebootClass, ...details };
}

/** What counts as blaming a URI. */
export const blamed = oneOf<RebootCause['verdict']>('confirmed', 'likely');

/** These URIs and no others asked for the restart; the `refuted` ones are told, and told not to have. */
export function causedBy(flags: readonly Flag[], refuted: readonly Flag[] = []): ListRule<Expected<RebootCause>> {
  const cause = ({ uri, moment }: Flag, verdict: Expected<RebootCause['verdict']>): Expected<RebootCause> => ({
    uri,
    verdict,
    flaggedAt: iso(moment.truth),
  });
  return list<Expected<RebootCause>>({
    includes: refuted.map((flag) => cause(flag, 'refuted')),
    among: { verdict: blamed },
    exactly: flags.map((flag) => cause(flag, blamed)),
  });
}

/** No URI asked for the restart. */
export const causedByNoUri = causedBy([]);

/** The status page restarted the device in device setup, where it takes the user's token, for these URIs. */
export function restartForPolicies(restarted: Pick<Restart, 'requested'>, flags: readonly Flag[]): Expected<Reboot> {
  return restart(restarted, 'coalescedPolicy', { during: 'deviceSetup', expected: false, causes: causedBy(flags) });
}

/** A sign-in that Windows did by itself. */
export function automatic({ moment }: Written): Expected<SignIn> {
  return { time: iso(moment.truth), class: 'automatic' };
}

/** Somebody signed in by hand, after a lock screen that had waited since then (milliseconds since 1970 UTC). */
export function byHand({ moment }: Written, since: number, details: Expected<SignIn> = {}): Expected<SignIn> {
  return { time: iso(moment.truth), waitMs: moment.truth - since, ...details };
}

/** All three parts of the enrollment ended well. */
export const allPhasesSucceeded: readonly Expected<TriageDocument['phases'][number]>[] = [
  { id: 'devicePreparation', state: 'succeeded' },
  { id: 'deviceSetup', state: 'succeeded' },
  { id: 'accountSetup', state: 'succeeded' },
];

/** Findings that must be there, and findings that must not. */
export function findings({ has = [], not = [] }: { has?: readonly string[]; not?: readonly string[] }) {
  const byId = (id: string): Expected<TriageDocument['findings'][number]> => ({ id });
  return list({ includes: has.map(byId), absent: not.map(byId) });
}

/** What would be claimed if a second sign-in were seen where there is none. */
export const rePromptFindings = [
  'signin.re-prompt-after-reboot',
  'signin.web-sign-in-re-prompt',
  'token.lost-after-reboot',
] as const;

/** What would be claimed if a restart inside the enrollment were seen where there is none. */
export const rebootFindings = [
  'reboot.policy-in-device-setup',
  'reboot.application-in-device-setup',
  'reboot.in-account-setup',
  'reboot.unexpected',
  'reboot.power-loss',
] as const;

/** What would be claimed if Hello were taken for unfinished. */
export const helloFindings = ['hello.incomplete', 'hello.local-key-not-registered'] as const;
