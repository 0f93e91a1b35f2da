import type { FoundBoot } from '../reboots/bootFinder';
import { isInEsp } from '../reboots/rebootStory';
import type { Confidence } from '../document/evidence';
import type { Reboot, RebootDuring } from '../document/reboots';
import type { SignInClass } from '../document/signIns';
import type { Signal } from '../signals/signal';
import type { Episode } from './signInEpisodes';
import { firstWithin, type Timed } from '../signals/timeOrder';

/** A desktop that appears this fast after the start or the session switch was not typed for, milliseconds (observed: 0–6 s). */
const automaticMs = 10_000;
/** Beyond this a person typed, milliseconds (observed automatic ones: up to 38 s, undecided between). */
export const typedMs = 45_000;

/** A sign-in whose local time may be further off may be one that another log has told already, milliseconds. */
const doubtfulMs = 15 * 60_000;

/** All that the class of one sign-in is told from. */
export interface Situation {
  readonly episode: Episode;
  readonly wait: Wait | null;
  readonly stage: RebootDuring;
  /** The restart that ended in the boot of the sign-in, where it is the first one of that boot. */
  readonly reboot: Reboot | null;
  readonly boot: FoundBoot | null;
  /** Nobody has signed in to Windows before in this enrollment. */
  readonly isFirstInEnrollment: boolean;
  /** Somebody else has signed in before in this enrollment, this person has not. */
  readonly isSomebodyNew: boolean;
  /** The flow calls for a sign-in by hand: hybrid join, hand-over of a prepared device, a device that set itself up. */
  readonly isByDesign: boolean;
  /** A sign that this user came without a token. */
  readonly tokenMissing: Signal | undefined;
  readonly isRemote: boolean;
  readonly isEntra: boolean;
}

export interface Classified {
  readonly class: SignInClass;
  readonly confidence: Confidence;
}

/** How long the sign-in screen stood. */
export interface Wait {
  /** `null` where the two ends of the wait cannot be compared. */
  readonly ms: number | null;
  /** At least so long, milliseconds. */
  readonly atLeastMs: number;
  /** A sign that nobody was signed in, not only that time passed. */
  readonly proven: boolean;
  readonly fromSession: boolean;
}

/**
 * The wait before a sign-in. Where it is seen late, the time until then is an upper bound; the last sign that nobody
 * was there is a lower one. Two logs cannot be compared across a step of the clock, for each is corrected by itself.
 * `steps` ascend by time.
 */
export function waitOf({ at, screen, lateMs, evidence }: Episode, steps: readonly Timed[]): Wait | null {
  if (screen === null) {
    return null;
  }
  const { since, waiting, fromSession } = screen;
  const ms = at - since.at;
  const isComparable =
    ms >= 0 && (since.source === evidence[0].source || firstWithin(steps, since.at, at) === undefined);
  const waited = waiting === null ? 0 : Math.max(0, waiting.last.at - since.at);
  return {
    ms: isComparable && lateMs <= 60_000 ? Math.round(ms) : null,
    atLeastMs: Math.max(waited, isComparable ? ms - lateMs : 0),
    proven: waiting !== null && !(fromSession && ms <= automaticMs),
    fromSession,
  };
}

/** What kind of sign-in it was; one whose time is not sure may belong to another stage. */
export function classify(situation: Situation): Classified {
  const told = classOf(situation);
  return (situation.episode.evidence[0].mayBeOffMs ?? 0) >= doubtfulMs ? { ...told, confidence: 'low' } : told;
}

function classOf(situation: Situation): Classified {
  const { episode, wait, stage, isFirstInEnrollment, isSomebodyNew, isByDesign, isEntra } = situation;
  const isOwnRecord = episode.evidence[0].kind === 'logon';
  if (wait?.ms !== null && wait !== null && wait.ms <= automaticMs && !wait.proven && episode.webAccount === null) {
    // Winlogon's own record is exact; the agent's session changes leave room for a very quick hand.
    return { class: 'automatic', confidence: isOwnRecord ? 'high' : 'medium' };
  }
  if (stage === 'afterEnrollment') {
    return { class: 'afterEnrollment', confidence: 'high' };
  }
  if (isFirstInEnrollment && isByDesign) {
    // Without the wait it may as well be Windows that signed in somebody who had done so in OOBE.
    return { class: 'planned', confidence: wait === null ? 'low' : isInEsp(stage) ? 'high' : 'medium' };
  }
  const byHand = wait !== null && (wait.proven || wait.atLeastMs > typedMs || episode.webAccount !== null);
  if (isAfterRebootInEsp(situation) && byHand && !isSomebodyNew && !situation.isRemote) {
    return { class: 'rePrompt', confidence: rePromptConfidence(situation, wait) };
  }
  if (isFirstInEnrollment && (stage === 'setup' || stage === 'preJoin')) {
    return { class: 'first', confidence: 'medium' };
  }
  if (isFirstInEnrollment && stage === 'unknown' && isEntra) {
    return { class: 'first', confidence: 'low' };
  }
  return isSomebodyNew && stage !== 'unknown'
    ? { class: 'first', confidence: 'medium' }
    : { class: 'unknown', confidence: 'low' };
}

function isAfterRebootInEsp({ reboot, stage }: Situation): boolean {
  return reboot !== null && isInEsp(reboot.during) && isInEsp(stage);
}

/** Weights of evidence: 3 for strong, 2 for medium, 1 for weak signs; what speaks for another reading takes away. */
function rePromptConfidence({ reboot, boot, tokenMissing, episode }: Situation, wait: Wait): Confidence {
  const isStrong = wait.proven || reboot?.autoLogonCleared === true || episode.webAccount !== null;
  const isBlamed = reboot?.class === 'coalescedPolicy' || reboot?.class === 'application';
  const score =
    (wait.proven ? 3 : 0) +
    (wait.atLeastMs > typedMs ? 2 : 0) +
    (reboot?.autoLogonCleared === true ? 3 : 0) +
    (episode.webAccount === null ? 0 : 3) +
    (tokenMissing === undefined ? 0 : 2) +
    (isBlamed ? 1 : 0) -
    (boot?.kind === 'powerLoss' || reboot?.class === 'user' ? 2 : 0);
  return score >= 5 && isStrong ? 'high' : score >= 2 ? 'medium' : 'low';
}
