import { accountEspNodes, deviceEspNodes, entraSignInNode } from '../../catalog/oobeNodes';
import type { AttemptEnd } from '../document/attempts';
import type { Signal } from '../signals/signal';
import { lastFrom } from './lastFrom';

/** One enrollment from its first sign up to the first sign of the next one. */
export interface AttemptSpan {
  /** `attempt-1` is the first one in the bundle. */
  readonly id: string;
  /** Corrected, milliseconds since 1970 UTC; the first attempt reaches back to -Infinity. */
  readonly from: number;
  /** Up to here, exclusive; Infinity for the last attempt. */
  readonly until: number;
  /** What it was seen by first. */
  readonly begunBy: Signal;
  /** What ended it; `null` for the last attempt while nothing has. */
  readonly ended: { readonly by: AttemptEnd; readonly sign: Signal } | null;
  /** Everything that was recorded in it, in the given order. */
  readonly signals: readonly Signal[];
}

/**
 * The enrollments in a bundle. A join that was taken back, a reset of the device, the button "Try again" and a new
 * join end an attempt, but the next one begins only with its own first sign: a page that is still being left, or a
 * sign-in page at which nobody signs in, is none. `signals` ascend by corrected time.
 */
export function findAttempts(signals: readonly Signal[]): readonly AttemptSpan[] {
  const starts: Start[] = [];
  let current: Start | null = null;
  const begin = (index: number): Start => {
    const start = {
      index,
      sign: signals[index]!,
      ended: null,
      hasJoined: false,
      signInPage: null,
      isTechnician: false,
    };
    starts.push(start);
    return start;
  };
  for (const [index, signal] of signals.entries()) {
    const end = endOf(signal);
    if (end !== null) {
      // What is taken back or tried again was an attempt, even where the log has lost all that came before.
      current ??= end === 'deviceReset' ? null : begin(index);
      if (current !== null) {
        current.ended ??= { by: end, sign: signal };
        current.signInPage = null;
      }
      if (end !== 'tryAgain' || current === null) {
        continue;
      }
    }
    if (current === null) {
      current = isSignOfEnrollment(signal) ? begin(index) : null;
    } else if (current.ended !== null && opensAfter(current.ended.by, signal)) {
      current = begin(current.signInPage ?? index);
    } else if (isJoin(signal) && current.hasJoined && current.signInPage !== null && !current.isTechnician) {
      const page: number = current.signInPage;
      current.ended = { by: 'newJoin', sign: signals[page]! };
      current = begin(page);
    }
    if (current !== null) {
      note(current, signal, index);
    }
  }
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return {
      id: `attempt-${index + 1}`,
      from: index === 0 ? -Infinity : signals[start.index]!.at,
      until: next === undefined ? Infinity : signals[next.index]!.at,
      begunBy: start.sign,
      ended: start.ended,
      signals: signals.slice(index === 0 ? 0 : start.index, next?.index),
    };
  });
}

/** The attempt at a time; `null` where the bundle shows no enrollment at all. */
export function attemptAt(attempts: readonly AttemptSpan[], time: number): AttemptSpan | null {
  return lastFrom(attempts, time);
}

/** Where an attempt begins, and what has to be remembered of it until the next one. */
interface Start {
  readonly index: number;
  readonly sign: Signal;
  ended: AttemptSpan['ended'];
  hasJoined: boolean;
  /** Index of the sign-in page that was shown last since the join or the end. */
  signInPage: number | null;
  /** A technician is at work: the person who signs in afterwards goes on with the same enrollment. */
  isTechnician: boolean;
}

function note(current: Start, signal: Signal, index: number): void {
  if (signal.kind === 'oobeNode' && signal.node === entraSignInNode) {
    current.signInPage = index;
  } else if (isJoin(signal)) {
    // The first join at the sign-in page after the technician is the one of the person.
    current.isTechnician &&= current.signInPage === null;
    current.hasJoined = true;
    current.signInPage = null;
  } else if (isTechnicianStart(signal)) {
    current.isTechnician = true;
  }
}

function endOf(signal: Signal): AttemptEnd | null {
  if (signal.kind === 'joined') {
    return signal.rolledBack ? 'joinRolledBack' : null;
  }
  if (signal.kind === 'deviceReset') {
    return 'deviceReset';
  }
  return signal.kind === 'espMarker' && signal.name === 'ESPProgress_TryAgain_Started' ? 'tryAgain' : null;
}

function isJoin(signal: Signal): boolean {
  return signal.kind === 'joined' && !signal.rolledBack;
}

/** Did a technician start pre-provisioning? The result of it is saved, and the marker of that written, in every enrollment. */
export function isTechnicianStart(signal: Signal): boolean {
  return (
    signal.kind === 'preProvisioningStart' ||
    (signal.kind === 'espMarker' &&
      (signal.name === 'WhiteGlove_TechnicianFlow_Started' || signal.name === 'ESPProgress_WhiteGloveMode_True'))
  );
}

function isEspNode(signal: Signal): boolean {
  return signal.kind === 'oobeNode' && (deviceEspNodes.has(signal.node) || accountEspNodes.has(signal.node));
}

/** The names of the pages of an enrollment: status page, device preparation, pre-provisioning. */
const enrollmentMarker = /^(?:ESP|Bootstrap|DevicePrepPage_|WhiteGlove_)/;

function isSignOfEnrollment(signal: Signal): boolean {
  switch (signal.kind) {
    case 'espMarker':
      return enrollmentMarker.test(signal.name);
    case 'imePhase':
      return signal.phase !== 'notInEsp';
    case 'espApp':
      return signal.part !== null;
    case 'deviceEspDone':
    case 'userEspDone':
      return true;
    case 'oobeNode':
      return isEspNode(signal) || signal.node === entraSignInNode;
    default:
      return isJoin(signal) || signal.kind === 'mdmEnrolled' || isTechnicianStart(signal);
  }
}

/**
 * Is this the beginning of a new attempt, and not the last that is written of one that has ended? Only a page that
 * tries again goes on at once.
 */
function opensAfter(end: AttemptEnd, signal: Signal): boolean {
  return (
    end === 'tryAgain' ||
    isJoin(signal) ||
    isEspNode(signal) ||
    isTechnicianStart(signal) ||
    (signal.kind === 'mdmEnrolled' && signal.succeeded) ||
    (signal.kind === 'espMarker' && signal.name === 'ESPProgress_Category_Started')
  );
}
