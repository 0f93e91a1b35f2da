import type { Phase, PhaseId } from '../document/phases';
import type { Signal } from '../signals/signal';
import { isOfPerson } from './desktopWatch';

/** They run before anybody is at the desktop. */
const beforeDesktop: ReadonlySet<PhaseId> = new Set<PhaseId>(['devicePreparation', 'deviceSetup']);

/**
 * Takes back "in progress" where somebody has signed in since and the status page has not written again: the page was
 * left, and how is not in the logs. Intune's agent is no witness, it may wait for its apps for days. `signals` are
 * those of the attempt.
 */
export function withUnseenEnds(phases: readonly Phase[], signals: readonly Signal[]): readonly Phase[] {
  const lastPage = signals.findLast(({ kind }) => kind === 'espMarker')?.at ?? -Infinity;
  const lastPerson = signals.findLast(isOfPerson)?.at ?? -Infinity;
  return phases.map((phase) => {
    const isLeft =
      phase.state === 'inProgress' &&
      phase.start !== null &&
      beforeDesktop.has(phase.id) &&
      lastPerson > Math.max(lastPage, Date.parse(phase.start));
    return isLeft ? { ...phase, state: 'unknown', subcategories: phase.subcategories.map(withoutProgress) } : phase;
  });
}

function withoutProgress<Part extends Phase['subcategories'][number]>(part: Part): Part {
  return part.state === 'inProgress' ? { ...part, state: 'unknown' } : part;
}
