import { accountEspNodes, afterJoinNodes, deviceEspNodes, entraSignInNode } from '../../catalog/oobeNodes';
import { classOfInitiator } from '../../catalog/restartInitiators';
import type { Signal, SignalOf } from '../signals/signal';
import { lastFrom } from './lastFrom';
import { findAttempts, type AttemptSpan } from './attempts';
import type { PhaseId } from '../document/phases';
import type { RebootDuring } from '../document/reboots';

/** A stretch of time in one stage of the enrollment, with the signal that began it. */
export interface Stage {
  readonly stage: RebootDuring;
  readonly from: number;
  readonly because: Signal;
  /**
   * Up to when it is known to have lasted; absent where it lasts until the next one. A join alone tells that device
   * preparation follows, not when it is over.
   */
  readonly knownUntil?: number;
}

/**
 * The stages a device went through, from whatever log tells them. A stage lasts until the next begins; before the
 * first one the stage is unknown. `signals` ascend by corrected time.
 */
export function findStages(
  signals: readonly Signal[],
  attempts: readonly AttemptSpan[] = findAttempts(signals),
): readonly Stage[] {
  const stages: Stage[] = [];
  const joins = new JoinWatch();
  let attempt = 0;
  // Nothing of an earlier attempt limits the stages of the next one.
  let last: Stage | undefined;
  for (const signal of signals) {
    while (signal.at >= (attempts[attempt]?.until ?? Infinity)) {
      attempt += 1;
      last = undefined;
    }
    const stage = stageBegunBy(signal, last);
    joins.take(signal, stage);
    if (stage === null || stage === last?.stage || (last !== undefined && !mayFollow(last, stage, signal))) {
      continue;
    }
    last = { stage, from: signal.at, because: signal };
    stages.push(last);
  }
  return stages.map((stage, index) => {
    const knownUntil = joins.knownUntil(stage, stages[index + 1]);
    return knownUntil === null ? stage : { ...stage, knownUntil };
  });
}

/** The stage at a time; `null` before the first, and after a join that no page has followed. */
export function stageAt(stages: readonly Stage[], time: number): Stage | null {
  const stage = lastFrom(stages, time);
  return stage?.knownUntil !== undefined && time > stage.knownUntil ? null : stage;
}

/** What the pages of OOBE write last before a restart, they write this shortly before it, milliseconds. */
const lastWordMs = 2 * 60_000;

/** Follows how far the logs of the pages reach after a join: only they tell where device preparation ends. */
class JoinWatch {
  private readonly seen = new Map<Signal, { lastPage: number; isNamed: boolean }>();
  private current: Signal | null = null;

  take(signal: Signal, stage: RebootDuring | null): void {
    if (signal.kind === 'joined') {
      this.current = signal;
      this.seen.set(signal, { lastPage: signal.at, isNamed: false });
      return;
    }
    const join = this.current === null ? undefined : this.seen.get(this.current);
    if (join !== undefined && isOfPages(signal)) {
      join.lastPage = signal.at;
      join.isNamed ||= stage === 'devicePreparation';
    }
  }

  /** `null`: until the next stage. */
  knownUntil({ because, from }: Stage, next: Stage | undefined): number | null {
    const join = this.seen.get(because);
    // The page that follows device preparation is device setup; where another comes next, that one is not in the logs.
    const isFollowed = next?.stage === 'deviceSetup' || next?.stage === 'preJoin' || next?.stage === 'setup';
    if (join === undefined || isFollowed || (join.isNamed && next === undefined)) {
      return null;
    }
    return next === undefined ? join.lastPage + lastWordMs : from;
  }
}

function isOfPages({ kind }: Signal): boolean {
  return kind === 'oobeNode' || kind === 'restartNode' || kind === 'espMarker' || kind === 'oobeStart';
}

const categories: readonly (readonly [string, PhaseId])[] = [
  ['DevicePreparationCategory', 'devicePreparation'],
  ['DeviceSetupCategory', 'deviceSetup'],
  ['AccountSetupCategory', 'accountSetup'],
];

/** The phase that an ESP marker's message speaks of (`Starting category DeviceSetupCategory...`). */
export function phaseNamedIn(message: string): PhaseId | null {
  return categories.find(([name]) => message.includes(name))?.[1] ?? null;
}

function stageBegunBy(signal: Signal, current: Stage | undefined): RebootDuring | null {
  switch (signal.kind) {
    case 'restartRequest':
      return classOfInitiator(signal.process, signal.reasonCode)?.class === 'setup' ? 'setup' : null;
    case 'kernelStart':
      // A restart that setup asked for ends that run of it; whether another follows is not known from this alone.
      return current?.because.kind === 'restartRequest' ? 'unknown' : null;
    case 'setupStart':
    case 'deviceReset':
      return 'setup';
    case 'oobeBegan':
      return 'preJoin';
    case 'oobeNode':
      return stageOfNode(signal.node);
    case 'joined':
      return signal.rolledBack ? 'preJoin' : 'devicePreparation';
    case 'espMarker':
      return stageOfMarker(signal, current);
    case 'imePhase':
      return signal.phase === 'notInEsp' ? endedIn(current) : signal.phase;
    case 'userEspDone':
      return 'afterEnrollment';
    default:
      return null;
  }
}

/** The page is left for good at the end of account setup; at the end of device setup another one follows. */
function stageOfMarker({ name, message }: SignalOf<'espMarker'>, current: Stage | undefined): RebootDuring | null {
  if (name === 'ESPProgress_Category_Started') {
    return phaseNamedIn(message);
  }
  const isExit = name === 'ESP_RebootResumption_Unset' || name === 'ESP_ExitPage';
  return isExit && current?.stage === 'accountSetup' ? 'afterEnrollment' : null;
}

/** "Not in ESP" is said before the page as well as after it, so it ends only an enrollment that was seen to run. */
function endedIn(current: Stage | undefined): RebootDuring | null {
  return current?.stage === 'deviceSetup' || current?.stage === 'accountSetup' ? 'afterEnrollment' : null;
}

function stageOfNode(node: string): RebootDuring | null {
  if (deviceEspNodes.has(node) || afterJoinNodes.has(node)) {
    return 'devicePreparation';
  }
  if (accountEspNodes.has(node)) {
    return 'accountSetup';
  }
  return node === 'StartSelector' || node === entraSignInNode || node.startsWith('Oobe') ? 'preJoin' : null;
}

const order: readonly RebootDuring[] = [
  'setup',
  'preJoin',
  'devicePreparation',
  'deviceSetup',
  'accountSetup',
  'afterEnrollment',
];

/**
 * Pages are loaded again after a restart and logs disagree by seconds, so a stage is only left backwards for a
 * reason: a rolled-back join, a new run of Windows setup, a reset, a category that names itself, or the agent, which
 * says "not in ESP" also between two parts of the page.
 */
function mayFollow(current: Stage, next: RebootDuring, because: Signal): boolean {
  if (next === 'unknown' || order.indexOf(next) >= order.indexOf(current.stage)) {
    return true;
  }
  return (
    because.kind === 'setupStart' ||
    because.kind === 'deviceReset' ||
    because.kind === 'espMarker' ||
    (because.kind === 'joined' && because.rolledBack) ||
    (because.kind === 'imePhase' && current.because.kind === 'imePhase' && current.because.phase === 'notInEsp')
  );
}
