import { isoTime } from '../clock/isoTime';
import { phaseNamedIn, type Stage } from './phaseTracker';
import { signalsOf, type Signal, type SignalOf } from '../signals/signal';
import type { EvidenceRef } from '../document/evidence';
import type { Phase, PhaseId, PhaseState, Subcategory } from '../document/phases';

const phaseIds: readonly PhaseId[] = ['devicePreparation', 'deviceSetup', 'accountSetup'];

/** The three phases of the Enrollment Status Page, as far as the logs tell them. `signals` ascend by time. */
export function tellPhases(signals: readonly Signal[], stages: readonly Stage[]): readonly Phase[] {
  const markers = signalsOf(signals, 'espMarker');
  return phaseIds.map((id) => tellPhase(id, markers, stages));
}

function tellPhase(id: PhaseId, markers: readonly SignalOf<'espMarker'>[], stages: readonly Stage[]): Phase {
  const category = markers.filter(
    ({ name, message }) => name.startsWith('ESPProgress_Category_') && phaseNamedIn(message) === id,
  );
  const started = category.find(({ name }) => name.endsWith('_Started'));
  const ended = category.findLast(({ name }) => name.endsWith('_Success') || name.endsWith('_Failed'));
  const stage = stages.find((candidate) => candidate.stage === id);
  const next = stage === undefined ? undefined : stages[stages.indexOf(stage) + 1];
  const begun = earliest(started, stage?.because);
  // Without the page's own word, a phase is over when a later one has begun.
  const state =
    ended === undefined ? stateFromStages(stage, next) : ended.name.endsWith('_Success') ? 'succeeded' : 'failed';
  const subcategories = subcategoriesOf(id, markers);
  const evidence = [begun, ended ?? (state === 'succeeded' ? next?.because : undefined)].flatMap((signal) =>
    refOf(signal),
  );
  return {
    id,
    state,
    start: begun === undefined ? null : isoTime(begun.at),
    end: endOf(ended, state, next),
    subcategories,
    evidence,
  };
}

function earliest(a: Signal | undefined, b: Signal | undefined): Signal | undefined {
  return a === undefined || (b !== undefined && b.at < a.at) ? b : a;
}

function stateFromStages(stage: Stage | undefined, next: Stage | undefined): PhaseState {
  if (stage === undefined) {
    return 'unknown';
  }
  const wentOn = next !== undefined && next.stage !== 'preJoin' && next.stage !== 'setup';
  return wentOn ? 'succeeded' : next === undefined ? 'inProgress' : 'unknown';
}

function endOf(ended: Signal | undefined, state: PhaseState, next: Stage | undefined): string | null {
  if (ended !== undefined) {
    return isoTime(ended.at);
  }
  return state === 'succeeded' && next !== undefined ? isoTime(next.from) : null;
}

function refOf(signal: Signal | undefined): readonly EvidenceRef[] {
  return signal === undefined ? [] : [signal.ref];
}

const categoryPrefix: Readonly<Record<PhaseId, string>> = {
  devicePreparation: 'DevicePreparation.',
  deviceSetup: 'DeviceSetup.',
  accountSetup: 'AccountSetup.',
};

/** `Starting subcategory DeviceSetup.AppsSubcategory...` and `Subcategory ID = DeviceSetup.AppsSubcategory; state = succeeded.` */
const subcategoryShape = /\b((?:DevicePreparation|DeviceSetup|AccountSetup)\.\w+)(?:; state = (\w+))?/;

function subcategoriesOf(phase: PhaseId, markers: readonly SignalOf<'espMarker'>[]): readonly Subcategory[] {
  const found = new Map<string, Subcategory>();
  for (const marker of markers) {
    const match = marker.name.includes('SubcategoryProcessing_') ? subcategoryShape.exec(marker.message) : null;
    const id = match?.[1];
    if (id?.startsWith(categoryPrefix[phase]) !== true) {
      continue;
    }
    const before = found.get(id);
    const isStart = marker.name.endsWith('_Started');
    const named = stateNamed(match?.[2]);
    found.set(id, {
      id,
      state: isStart ? 'inProgress' : (named ?? (marker.name.endsWith('_Success') ? 'succeeded' : 'failed')),
      start: before?.start ?? (isStart ? isoTime(marker.at) : null),
      end: isStart ? null : isoTime(marker.at),
      items: [],
      evidence: [...(before?.evidence ?? []), marker.ref],
    });
  }
  return [...found.values()];
}

/** A subcategory that asks for a restart and will try again has not failed: it goes on after the restart. */
function stateNamed(state: string | undefined): PhaseState | null {
  switch (state) {
    case 'notStarted':
    case 'inProgress':
    case 'succeeded':
    case 'failed':
      return state;
    case 'notRequired':
      return 'skipped';
    case 'rebootRequiredAndTryAgain':
      return 'inProgress';
    default:
      return null;
  }
}
