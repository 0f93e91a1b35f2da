import type { FromMember } from '../../bundle/bundle';
import { classOfProvider } from '../../catalog/credentialProviders';
import type { RegistryTree } from '../../logs/registryTree';
import type { FoundBoot } from '../reboots/bootFinder';
import { isoTime } from '../clock/isoTime';
import { stageAt, type Stage } from '../phases/phaseTracker';
import { isInEsp, type ToldReboot } from '../reboots/rebootStory';
import { findEpisodes, type Episode } from './signInEpisodes';
import type { Signal } from '../signals/signal';
import type { Confidence, Evidence, EvidenceRef } from '../document/evidence';
import type { Credential, SignIn, SignInClass, SignInUserClass } from '../document/signIns';
import type { Reboot } from '../document/reboots';

/** A desktop that appears this fast after the start or the session switch was not typed for, milliseconds (observed: 0–6 s). */
const automaticMs = 10_000;
/** Beyond this a person typed, milliseconds (observed automatic ones: up to 38 s, undecided between). */
const typedMs = 45_000;

/** What the story of the sign-ins is told from. */
export interface SignInSources {
  /** Ascending by corrected time. */
  readonly signals: readonly Signal[];
  readonly boots: readonly FoundBoot[];
  readonly reboots: readonly ToldReboot[];
  readonly stages: readonly Stage[];
  readonly registryExports: readonly FromMember<RegistryTree>[];
}

/** The interactive sign-ins of people and the automatic continuations, in the order of time. */
export function tellSignIns(sources: SignInSources): readonly SignIn[] {
  const episodes = findEpisodes(sources.signals);
  let hadPerson = false;
  return episodes.map((episode, index) => {
    const boot = sources.boots.findLast(({ start }) => start <= episode.at) ?? null;
    const isFirstAfterBoot = !episodes.slice(0, index).some(({ at }) => boot !== null && at >= boot.start);
    const screen = waitBefore(episode, boot, isFirstAfterBoot, sources.signals);
    const ofBoot = isFirstAfterBoot ? (sources.reboots.find((told) => told.boot === boot)?.reboot ?? null) : null;
    const isLast = index === episodes.length - 1;
    const told = classify(episode, screen, ofBoot, hadPerson, sources.stages);
    // A hand-over between sessions long after a restart does not follow from it.
    const reboot = told.class === 'automatic' && screen?.fromSession === true ? null : ofBoot;
    hadPerson = true;
    const credential =
      told.class === 'automatic' ? autoLogon : isLast ? lastCredential(sources.registryExports) : unknownCredential;
    return {
      id: `signin-${index + 1}`,
      time: isoTime(episode.at),
      user: { class: userClass(episode), name: episode.account, sid: episode.sid },
      class: told.class,
      credential: credential.credential,
      waitMs: screen === null ? null : Math.round(screen.waitMs),
      afterReboot: reboot?.id ?? null,
      confidence: told.confidence,
      evidence: [...toEvidence(episode.evidence), ...(screen?.evidence ?? []), ...credential.evidence],
    };
  });
}

function userClass({ sid, account }: Episode): SignInUserClass {
  const isEntra = sid?.startsWith('S-1-12-1-') === true || account?.startsWith('AzureAD\\') === true;
  return isEntra ? 'entra' : 'unknown';
}

interface Screen {
  readonly waitMs: number;
  /** A sign that the lock screen waited, not only that time passed. */
  readonly proven: boolean;
  /** Another session was left before it, so it did not wait since the start of Windows. */
  readonly fromSession: boolean;
  readonly evidence: readonly EvidenceRef[];
}

/** How long the sign-in screen stood there: since Windows was up, or since the session before was left. */
function waitBefore(
  episode: Episode,
  boot: FoundBoot | null,
  isFirstAfterBoot: boolean,
  signals: readonly Signal[],
): Screen | null {
  if (boot === null) {
    return null;
  }
  const between = signals.filter((signal) => signal.at >= boot.start && signal.at <= episode.at);
  const left = between.findLast(
    (signal) =>
      signal.kind === 'logoff' ||
      (signal.kind === 'imeSession' && (signal.change === 'logoff' || signal.change === 'connect')),
  );
  const ready = isFirstAfterBoot
    ? (between.find(({ kind }) => kind === 'logServiceStart') ?? boot.starts[0])
    : undefined;
  const from = left ?? ready;
  if (from === undefined) {
    return null;
  }
  const since = Math.max(from.at, boot.start);
  const waiting = between.filter((signal) => signal.kind === 'noUserAtScreen' && signal.at >= since);
  return {
    waitMs: episode.at - since,
    proven: waiting.length > 0,
    fromSession: left !== undefined,
    evidence: [
      { ...from.ref, note: left === undefined ? 'Windows was up' : 'the session before was left' },
      ...waiting
        .slice(0, 1)
        .map(({ ref }) => ({ ...ref, note: 'a session without a user: the sign-in screen is waiting' })),
    ],
  };
}

function classify(
  episode: Episode,
  screen: Screen | null,
  reboot: Reboot | null,
  hadPerson: boolean,
  stages: readonly Stage[],
): { readonly class: SignInClass; readonly confidence: Confidence } {
  const stage = stageAt(stages, episode.at)?.stage ?? 'unknown';
  if (screen !== null && screen.waitMs <= automaticMs && !screen.proven) {
    // Winlogon's own record is exact; the agent's session changes leave room for a very quick hand.
    return {
      class: 'automatic',
      confidence: episode.evidence.some(({ kind }) => kind === 'logon') ? 'high' : 'medium',
    };
  }
  if (stage === 'afterEnrollment') {
    return { class: 'afterEnrollment', confidence: 'high' };
  }
  const joined = isInEsp(stage);
  if (
    reboot !== null &&
    isInEsp(reboot.during) &&
    joined &&
    screen !== null &&
    (screen.proven || screen.waitMs > typedMs)
  ) {
    return { class: 'rePrompt', confidence: screen.proven ? 'high' : 'medium' };
  }
  if (!hadPerson && !joined) {
    return { class: 'first', confidence: 'medium' };
  }
  return { class: 'unknown', confidence: 'low' };
}

interface Used {
  readonly credential: Credential;
  readonly evidence: readonly EvidenceRef[];
}

const autoLogon: Used = { credential: 'autoLogon', evidence: [] };
const unknownCredential: Used = { credential: 'unknown', evidence: [] };

const logonUiKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI';

/** LogonUI remembers the credential provider of the last sign-in only. */
function lastCredential(exports: readonly FromMember<RegistryTree>[]): Used {
  for (const { path, content } of exports) {
    const provider = content.value(logonUiKey, 'LastLoggedOnProvider');
    if (provider !== undefined) {
      const credential = classOfProvider(provider.data);
      return credential === null
        ? unknownCredential
        : { credential, evidence: [{ path, line: provider.line, note: 'credential provider of the last sign-in' }] };
    }
  }
  return unknownCredential;
}

function toEvidence([first, ...rest]: readonly [Signal, ...Signal[]]): Evidence {
  return [first.ref, ...rest.map(({ ref }) => ref)];
}
