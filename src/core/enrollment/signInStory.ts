import type { FromMember } from '../bundle/bundle';
import { classOfProvider } from '../catalog/credentialProviders';
import type { RegistryTree } from '../logs/registryTree';
import type { FoundBoot } from './bootFinder';
import { isoTime } from './isoTime';
import { stageAt, type Stage } from './phaseTracker';
import type { ToldReboot } from './rebootStory';
import type { Signal } from './signal';
import type {
  Confidence,
  Credential,
  Evidence,
  EvidenceRef,
  Reboot,
  SignIn,
  SignInClass,
  SignInUserClass,
} from './triageDocument';

/** Sign-in signs of one person that lie this close together are one sign-in, milliseconds. */
const sameSignInMs = 90_000;
/** A desktop that appears this fast after the start or the session switch was not typed for, milliseconds (observed: 0–6 s). */
const automaticMs = 10_000;
/** Beyond this a person typed, milliseconds (observed automatic ones: up to 38 s, undecided between). */
const typedMs = 45_000;

interface Episode {
  readonly at: number;
  readonly sid: string | null;
  readonly account: string | null;
  readonly evidence: [Signal, ...Signal[]];
}

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
    const reboot = isFirstAfterBoot ? (sources.reboots.find((told) => told.boot === boot)?.reboot ?? null) : null;
    const isLast = index === episodes.length - 1;
    const told = classify(episode, screen, reboot, hadPerson, sources.stages);
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

/** Merges the signs of one sign-in: Winlogon, the agent's session change and the account it then works for. */
function findEpisodes(signals: readonly Signal[]): readonly Episode[] {
  const episodes: Episode[] = [];
  let sessionLogon: Signal | null = null;
  let lastAccount: string | null = null;
  for (const signal of signals) {
    if (signal.kind === 'imeStart') {
      lastAccount = null;
    } else if (signal.kind === 'imeSession' && signal.change === 'logon') {
      sessionLogon = signal;
    } else if (signal.kind === 'logon' && isPerson(signal.sid)) {
      addSign(episodes, { at: signal.at, sid: signal.sid, account: null, evidence: [signal] });
    } else if (signal.kind === 'imeUser') {
      const isNew = isPersonAccount(signal.account) && signal.account !== lastAccount;
      lastAccount = signal.account;
      if (isNew) {
        const logon: Signal | null =
          sessionLogon !== null && signal.at - sessionLogon.at < sameSignInMs ? sessionLogon : null;
        const at = logon?.at ?? signal.at;
        addSign(episodes, {
          at,
          sid: null,
          account: signal.account,
          evidence: logon === null ? [signal] : [logon, signal],
        });
      }
      sessionLogon = null;
    }
  }
  return episodes;
}

function addSign(episodes: Episode[], sign: Episode): void {
  const last = episodes.at(-1);
  const samePerson = last !== undefined && (last.sid === null || sign.sid === null || last.sid === sign.sid);
  if (samePerson && Math.abs(sign.at - last.at) <= sameSignInMs) {
    episodes[episodes.length - 1] = {
      at: Math.min(last.at, sign.at),
      sid: last.sid ?? sign.sid,
      account: last.account ?? sign.account,
      evidence: [...last.evidence, ...sign.evidence],
    };
  } else {
    episodes.push(sign);
  }
}

/** Entra users, and local or domain users that are not the ones OOBE makes for itself. */
function isPerson(sid: string): boolean {
  return /^S-1-12-1-/.test(sid) || /^S-1-5-21-(\d+-){3}(?!(?:50[0-4]|100[01])$)\d+$/.test(sid);
}

function isPersonAccount(account: string): boolean {
  return account.includes('\\') && !/\\(defaultuser\d*|WsiAccount|WDAGUtilityAccount|SYSTEM)$/i.test(account);
}

function userClass({ sid, account }: Episode): SignInUserClass {
  if (sid?.startsWith('S-1-12-1-') === true || account?.startsWith('AzureAD\\') === true) {
    return 'entra';
  }
  return 'unknown';
}

interface Screen {
  readonly waitMs: number;
  /** A sign that the lock screen waited, not only that time passed. */
  readonly proven: boolean;
  readonly evidence: readonly EvidenceRef[];
}

/** How long the sign-in screen stood there: since the start of Windows, or since the session was switched. */
function waitBefore(
  episode: Episode,
  boot: FoundBoot | null,
  isFirstAfterBoot: boolean,
  signals: readonly Signal[],
): Screen | null {
  const connect = signals.findLast(
    (signal) =>
      signal.kind === 'imeSession' &&
      signal.change === 'connect' &&
      signal.at <= episode.at &&
      signal.at >= (boot?.start ?? -Infinity),
  );
  if (connect !== undefined && episode.at - connect.at < 60 * 60_000) {
    return { waitMs: episode.at - connect.at, proven: false, evidence: [connect.ref] };
  }
  if (boot === null || !isFirstAfterBoot) {
    return null;
  }
  const ready = signals.find(
    (signal) => signal.kind === 'logServiceStart' && signal.at >= boot.start && signal.at <= episode.at,
  );
  const waiting = signals.filter(
    (signal) => signal.kind === 'noUserAtScreen' && signal.at >= boot.start && signal.at <= episode.at,
  );
  const from = ready ?? boot.starts[0];
  const since = Math.max(ready?.at ?? boot.start, boot.start);
  return {
    waitMs: episode.at - since,
    proven: waiting.length > 0,
    evidence: [from, ...waiting.slice(0, 1)].map(({ ref, kind }) => ({
      ...ref,
      note: kind === 'noUserAtScreen' ? 'a session without a user: the sign-in screen is waiting' : 'Windows was up',
    })),
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
    return { class: 'automatic', confidence: 'high' };
  }
  if (stage === 'afterEnrollment') {
    return { class: 'afterEnrollment', confidence: 'high' };
  }
  const joined = stage === 'devicePreparation' || stage === 'deviceSetup' || stage === 'accountSetup';
  if (reboot !== null && joined && screen !== null && (screen.proven || screen.waitMs > typedMs)) {
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
