import * as l10n from '@vscode/l10n';
import { classOfProvider } from '../../catalog/credentialProviders';
import type { Confidence, EvidenceRef } from '../document/evidence';
import type { HelloPattern, HelloPatternId, SignIn } from '../document/signIns';
import type { ToldReboot } from '../reboots/rebootStory';
import type { Signal, SignalOf } from '../signals/signal';
import type { LastLogon } from './credentialStory';
import { isAfter, type HelloTraces } from './helloTraces';
import { isEntraSid } from './people';

/** What the known courses of events are recognised from. */
export interface PatternSources {
  readonly traces: HelloTraces;
  /** When the device was joined, milliseconds since 1970 UTC. */
  readonly since: number;
  readonly signals: readonly Signal[];
  readonly signIns: readonly SignIn[];
  readonly reboots: readonly ToldReboot[];
  readonly lastLogon: LastLogon | null;
}

/** The known courses of events after which the lock screen asks for something that the user does not have. */
export function findHelloPatterns(sources: PatternSources): readonly HelloPattern[] {
  return [...ofChecks(sources), ...ofKeys(sources), ...ofLastLogon(sources), ...signedOutAtOnce(sources)];
}

function ofChecks({ traces, since, signIns, reboots }: PatternSources): readonly HelloPattern[] {
  const { checks, offered, completed } = traces;
  const firstStart = reboots.find(({ boot }) => boot.start >= since)?.boot.start ?? Infinity;
  const tokenless = checks.find(({ prt, at }) => prt === false && at >= firstStart);
  // A token that came later brought the wizard with it: then the sign-in without one has kept nothing from being set up.
  const cameLater =
    tokenless !== undefined &&
    (isAfter(offered, tokenless) || checks.some(({ prt, at }) => prt === true && at > tokenless.at));
  const noPolicy = checks.find(({ policy }) => policy === false);
  const late =
    noPolicy === undefined ? undefined : checks.find(({ policy, at }) => policy === true && at > noPolicy.at);
  const again = signIns.filter(
    (signIn) =>
      signIn.class === 'afterEnrollment' && signIn.user.class === 'entra' && signIn.credential !== 'autoLogon',
  );
  const isAgain = again.length >= 2 && offered !== undefined && completed === undefined;
  return [
    ...pattern(
      isAgain,
      'signedInAgainWithoutKey',
      'high',
      l10n.t('The user has signed in at least twice since the enrollment, and no Hello key was registered in between.'),
      [...again.slice(0, 3).map(({ evidence }) => evidence[0]), ...noted(offered, l10n.t('provisioning was offered'))],
    ),
    ...pattern(
      tokenless !== undefined && !cameLater,
      'noTokenAtSignIn',
      'high',
      l10n.t('After a restart the user was signed in without a token, so Windows Hello could not be set up.'),
      noted(tokenless, l10n.t('the user was signed in without a token')),
    ),
    ...pattern(
      late !== undefined,
      'policyArrivedLate',
      'medium',
      l10n.t('At an earlier sign-in the Windows Hello policy was not on the device yet.'),
      [...noted(noPolicy, l10n.t('the policy was not on')), ...noted(late, l10n.t('the policy was on'))],
    ),
  ];
}

function ofKeys({ traces }: PatternSources): readonly HelloPattern[] {
  const { completed, removed, created, unfinished, broken } = traces;
  const ended = unfinished.at(-1);
  const isHalf = isAfter(created, completed) && isAfter(created, removed);
  const isRemoved = removed !== undefined && completed !== undefined && removed.at > completed.at;
  return [
    ...pattern(
      isAfter(ended, completed),
      'wizardNotFinished',
      'high',
      l10n.t('The Hello wizard ended without a key.'),
      noted(ended, ended === undefined ? '' : wizardWords(ended)),
    ),
    ...pattern(
      isHalf,
      'keyNotRegistered',
      'high',
      l10n.t('A Hello key was made on the device and never registered: the PIN is there, and Entra refuses it.'),
      noted(created, l10n.t('the key was made on the device')),
    ),
    ...pattern(
      isRemoved,
      'containerRemoved',
      removed?.done === true ? 'high' : 'low',
      removed?.done === true
        ? l10n.t('The Hello key or its container was deleted after it had been set up.')
        : l10n.t('The deletion of the Hello container was tried after it had been set up, and failed.'),
      noted(removed, l10n.t('deletion of the key or its container')),
    ),
    ...pattern(
      isAfter(broken, completed),
      'containerBroken',
      'medium',
      l10n.t('The Hello key or its container is missing, unreadable or does not fit.'),
      noted(broken, l10n.t('the key or its container could not be used')),
    ),
  ];
}

function ofLastLogon({ traces, lastLogon }: PatternSources): readonly HelloPattern[] {
  if (lastLogon === null) {
    return [];
  }
  const { path, provider, userSid, selectedSid, user } = lastLogon;
  const credential = classOfProvider(provider.data);
  const ref: EvidenceRef = { path, line: provider.line, note: l10n.t('credential provider of the last sign-in') };
  const isOdd =
    (selectedSid !== null && userSid !== null && selectedSid !== userSid) ||
    /(?:^|\\)(?:WsiAccount|defaultuser\d*)$/i.test(user ?? '');
  return [
    ...pattern(
      credential === 'webSignIn' && traces.completed !== undefined,
      'webSignInDespiteKey',
      'medium',
      l10n.t('Windows Hello is set up, and yet the last sign-in was by web sign-in.'),
      [ref, ...noted(traces.completed, l10n.t('Windows Hello was set up'))],
    ),
    ...pattern(
      credential === 'helloPin' && traces.wrongPin !== undefined,
      'wrongPin',
      'medium',
      l10n.t('A PIN was typed that was not right.'),
      noted(traces.wrongPin, l10n.t('the PIN was refused')),
    ),
    ...pattern(isOdd, 'oddTile', 'low', l10n.t('The lock screen shows another tile than that of the last user.'), [
      ref,
    ]),
  ];
}

/** A sign-out this soon after the sign-in, and a restart this soon after that, milliseconds (observed: 17 s, 18 s). */
const atOnceMs = 60_000;

function signedOutAtOnce({ signals, reboots }: PatternSources): readonly HelloPattern[] {
  let logon: Signal | null = null;
  let next = 0;
  for (const signal of signals) {
    const isLogon =
      (signal.kind === 'logon' && isEntraSid(signal.sid)) ||
      (signal.kind === 'imeSession' && signal.change === 'logon');
    const isLogoff =
      (signal.kind === 'logoff' && isEntraSid(signal.sid)) ||
      (signal.kind === 'imeSession' && signal.change === 'logoff');
    logon = isLogon ? signal : logon;
    if (!isLogoff || logon === null) {
      continue;
    }
    while (next < reboots.length && Date.parse(reboots[next]!.reboot.time) < signal.at) {
      next += 1;
    }
    const reboot = reboots[next]?.reboot;
    if (signal.at - logon.at <= atOnceMs && reboot !== undefined && Date.parse(reboot.time) - signal.at <= atOnceMs) {
      return pattern(
        true,
        'signedOutAtOnce',
        'low',
        l10n.t(
          'The user was signed out within a minute of signing in, and the device restarted: a known fault of web sign-in, or the user did it.',
        ),
        [...noted(logon, l10n.t('signed in')), ...noted(signal, l10n.t('signed out'))],
      );
    }
    logon = null;
  }
  return [];
}

function pattern(
  applies: boolean,
  id: HelloPatternId,
  confidence: Confidence,
  why: string,
  [first, ...rest]: readonly EvidenceRef[],
): readonly HelloPattern[] {
  return applies && first !== undefined ? [{ id, why, confidence, evidence: [first, ...rest] }] : [];
}

/** The record of a signal with what it says. */
export function noted(signal: Signal | undefined, note: string): readonly EvidenceRef[] {
  return signal === undefined ? [] : [{ ...signal.ref, note }];
}

export function wizardWords({ step, error }: SignalOf<'helloWizard'>): string {
  const how = step === 'left' ? l10n.t('the wizard was left or skipped') : l10n.t('the wizard failed');
  return error === null ? how : `${how} (${error})`;
}
