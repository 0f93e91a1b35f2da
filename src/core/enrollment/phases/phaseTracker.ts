import { accountEspNodes, deviceEspNodes, entraSignInNode } from '../../catalog/oobeNodes';
import { classOfInitiator } from '../../catalog/restartInitiators';
import type { Signal } from '../signals/signal';
import type { PhaseId } from '../document/phases';
import type { RebootDuring } from '../document/reboots';

/** A stretch of time in one stage of the enrollment, with the signal that began it. */
export interface Stage {
  readonly stage: RebootDuring;
  readonly from: number;
  readonly because: Signal;
}

/**
 * The stages a device went through, from whatever log tells them. A stage lasts until the next begins; before the
 * first one the stage is unknown. `signals` ascend by corrected time.
 */
export function findStages(signals: readonly Signal[]): readonly Stage[] {
  const stages: Stage[] = [];
  for (const signal of signals) {
    const last = stages.at(-1);
    const current = last?.stage;
    const stage = stageBegunBy(signal, last);
    if (stage === null || stage === current || (last !== undefined && !mayFollow(last, stage, signal))) {
      continue;
    }
    stages.push({ stage, from: signal.at, because: signal });
  }
  return stages;
}

/** The stage at a time. */
export function stageAt(stages: readonly Stage[], time: number): Stage | null {
  return stages.findLast((stage) => stage.from <= time) ?? null;
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
      return 'setup';
    case 'oobeBegan':
      return 'preJoin';
    case 'oobeNode':
      return stageOfNode(signal.node);
    case 'joined':
      return signal.rolledBack ? 'preJoin' : 'devicePreparation';
    case 'espMarker':
      return signal.name === 'ESPProgress_Category_Started' ? phaseNamedIn(signal.message) : null;
    case 'imePhase':
      return signal.phase === 'notInEsp' ? 'afterEnrollment' : signal.phase;
    case 'userEspDone':
      return 'afterEnrollment';
    default:
      return null;
  }
}

function stageOfNode(node: string): RebootDuring | null {
  if (deviceEspNodes.has(node)) {
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
 * reason: a rolled-back join, a new run of Windows setup, a category that names itself, or the agent, which says
 * "not in ESP" before the page has begun as well as after it.
 */
function mayFollow(current: Stage, next: RebootDuring, because: Signal): boolean {
  if (next === 'unknown' || order.indexOf(next) >= order.indexOf(current.stage)) {
    return true;
  }
  return (
    because.kind === 'setupStart' ||
    because.kind === 'espMarker' ||
    (because.kind === 'joined' && because.rolledBack) ||
    (because.kind === 'imePhase' && current.because.kind === 'imePhase' && current.because.phase === 'notInEsp')
  );
}
