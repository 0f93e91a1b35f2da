import type { FoundBoot } from '../reboots/bootFinder';
import { isoTime } from '../clock/isoTime';
import type { ClockStep } from '../document/clockFacts';
import type { DeviceFacts } from '../document/bundleFacts';
import type { Evidence, EvidenceRef } from '../document/evidence';
import type { SignIn } from '../document/signIns';
import { stageAt, type Stage } from '../phases/phaseTracker';
import { isInEsp, type ToldReboot } from '../reboots/rebootStory';
import type { Signal, SignalOf } from '../signals/signal';
import type { CredentialTraces } from './credentialStory';
import { isEntraSid, isOobeSid, machineSidOf, userClassOf } from './people';
import { screenEvidence } from './screenWatch';
import { classify, waitOf } from './signInClass';
import { findEpisodes, type Episode } from './signInEpisodes';
import { firstWithin, lastWithin, type Timed } from '../signals/timeOrder';

/** What the story of the sign-ins is told from. */
export interface SignInSources {
  /** Ascending by corrected time. */
  readonly signals: readonly Signal[];
  readonly boots: readonly FoundBoot[];
  readonly reboots: readonly ToldReboot[];
  readonly stages: readonly Stage[];
  readonly clockSteps: readonly ClockStep[];
  readonly device: Pick<DeviceFacts, 'joinType' | 'scenario'>;
  readonly credentials: CredentialTraces;
}

/** The interactive sign-ins of people and the automatic continuations, in the order of time. */
export function tellSignIns(sources: SignInSources): readonly SignIn[] {
  const { signals, boots, stages, device, credentials } = sources;
  const episodes = findEpisodes(signals, boots);
  const machineSid = machineSidOf(signals);
  if (episodes.length === 0) {
    return tellOobeLogons(signals, stages);
  }
  const rebootOf = new Map(sources.reboots.map(({ boot, reboot }) => [boot, reboot]));
  const steps = noticeableSteps(sources.clockSteps);
  const joins = signals.filter(({ kind }) => kind === 'joined');
  const missing = tokenlessSignIns(signals);
  const remote = signals.filter((signal) => signal.kind === 'helloCheck' && signal.remote === true);
  const isByDesign =
    device.joinType === 'hybrid' || device.scenario === 'preProvisioning' || device.scenario === 'selfDeploying';
  const seen = new People();

  return episodes.map((episode, index) => {
    const boot = boots[episode.boot] ?? null;
    const ofBoot = episode.isFirstOfBoot && boot !== null ? (rebootOf.get(boot) ?? null) : null;
    const wait = waitOf(episode, steps);
    // A new join is a new enrollment: nobody has signed in to it yet.
    seen.enter(lastWithin(joins, -Infinity, episode.at)?.at ?? null);
    const userClass = userClassOf(episode.sid, episode.account, machineSid);
    const told = classify({
      episode,
      wait,
      stage: stageOf(stages, episode.at),
      reboot: ofBoot,
      boot,
      isFirstInEnrollment: seen.isEmpty,
      isSomebodyNew: !seen.isEmpty && !seen.has(episode),
      isEntra: userClass === 'entra',
      // In OOBE a user signs in to Entra ID; to the domain only afterwards.
      isByDesign: isByDesign || userClass === 'domain',
      tokenMissing: firstWithin(missing, episode.at, episode.at + soonMs),
      isRemote: firstWithin(remote, episode.at, episode.at + soonMs) !== undefined,
    });
    seen.add(episode);
    // A hand-over between sessions long after a restart does not follow from it.
    const reboot = told.class === 'automatic' && wait?.fromSession === true ? null : ofBoot;
    const used = credentials.of(episode, told.class, wait, index === episodes.length - 1);
    return {
      id: `signin-${index + 1}`,
      time: isoTime(episode.at),
      ...uncertaintyOf(episode),
      user: { class: userClass, name: episode.account, sid: episode.sid },
      class: told.class,
      credential: used.credential,
      credentialStrength: used.strength,
      credentialWhy: used.why,
      waitMs: wait?.ms ?? null,
      afterReboot: reboot?.id ?? null,
      confidence: told.confidence,
      evidence: [
        ...refsOf(episode.evidence),
        ...(episode.screen === null ? [] : screenEvidence(episode.screen)),
        ...used.evidence,
      ],
    };
  });
}

/** A log in local time whose zone is not sure, and a log that shows the user only some time after the sign-in. */
function uncertaintyOf({ evidence, lateMs }: Episode): Pick<SignIn, 'timeUncertaintyMs'> {
  const timeUncertaintyMs = Math.max(evidence[0].mayBeOffMs ?? 0, lateMs);
  return timeUncertaintyMs === 0 ? {} : { timeUncertaintyMs };
}

/** What belongs to a sign-in is written this soon after it, milliseconds. */
const soonMs = 5 * 60_000;

/** Smaller steps of the clock cannot turn an automatic sign-in into one by hand, milliseconds. */
const noticeableStepMs = 10_000;

function noticeableSteps(steps: readonly ClockStep[]): readonly Timed[] {
  return steps
    .filter(({ deltaMs }) => Math.abs(deltaMs) > noticeableStepMs)
    .map(({ at }) => ({ at: Date.parse(at) }))
    .sort((a, b) => a.at - b.at);
}

function tokenlessSignIns(signals: readonly Signal[]): readonly Signal[] {
  return signals.filter(
    (signal) =>
      (signal.kind === 'helloCheck' && signal.prt === false && isEntraSid(signal.sid)) ||
      signal.kind === 'refreshTokenGone',
  );
}

function stageOf(stages: readonly Stage[], time: number): Stage['stage'] {
  return stageAt(stages, time)?.stage ?? 'unknown';
}

/** Who has signed in since the last join. The first person is the one who enrolls the device. */
class People {
  private run: number | null = null;
  private readonly sids = new Set<string>();
  private readonly accounts = new Set<string>();

  get isEmpty(): boolean {
    return this.sids.size === 0 && this.accounts.size === 0;
  }

  enter(run: number | null): void {
    if (run !== this.run) {
      this.run = run;
      this.sids.clear();
      this.accounts.clear();
    }
  }

  /** Somebody known by another kind of name than all others cannot be told from them, so he counts as known. */
  has({ sid, account }: Episode): boolean {
    const isKnown = (sid !== null && this.sids.has(sid)) || (account !== null && this.accounts.has(account));
    const isNew = (sid !== null && this.sids.size > 0) || (account !== null && this.accounts.size > 0);
    return isKnown || !isNew;
  }

  add({ sid, account }: Episode): void {
    if (sid !== null) {
      this.sids.add(sid);
    }
    if (account !== null) {
      this.accounts.add(account);
    }
  }
}

/** OOBE's own account, listed where nobody else was ever there and Windows was still being set up. */
function tellOobeLogons(signals: readonly Signal[], stages: readonly Stage[]): readonly SignIn[] {
  return signals
    .filter(
      (signal): signal is SignalOf<'logon'> =>
        signal.kind === 'logon' && isOobeSid(signal.sid) && isInOobe(stageOf(stages, signal.at)),
    )
    .map((signal, index) => ({
      id: `signin-${index + 1}`,
      time: isoTime(signal.at),
      user: { class: 'oobe', name: null, sid: signal.sid },
      class: 'automatic',
      credential: 'autoLogon',
      credentialStrength: 'medium',
      credentialWhy: 'The account that OOBE makes for itself: nobody has to type for it.',
      waitMs: null,
      afterReboot: null,
      confidence: 'medium',
      evidence: [signal.ref],
    }));
}

function isInOobe(stage: Stage['stage']): boolean {
  return stage === 'setup' || stage === 'preJoin' || isInEsp(stage);
}

function refsOf([first, ...rest]: readonly [Signal, ...Signal[]]): Evidence {
  return [first.ref, ...rest.map(({ ref }): EvidenceRef => ref)];
}
