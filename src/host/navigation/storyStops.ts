import { divideRestarts } from '../../core/enrollment/document/enrollmentRestarts';
import type { Evidence, EvidenceRef } from '../../core/enrollment/document/evidence';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';

/** Places of the story that people step to, one after the other. */
export type StoryStopKind = 'reboot' | 'rePrompt' | 'signIn' | 'phase' | 'clockStep';

/** One of those places. */
export interface StoryStop {
  /** Unique among the stops of its kind. */
  readonly id: string;
  /** The item of the document that it belongs to; `null` for what no view lists. */
  readonly itemId: string | null;
  /** Corrected, milliseconds since 1970 UTC. */
  readonly time: number;
  readonly evidence: EvidenceRef;
  /** Of another time than the enrollment: who steps from nowhere does not begin there. */
  readonly isEarlier: boolean;
}

/** The stops of one kind in the order of time. */
export function storyStops(document: TriageDocument, kind: StoryStopKind): readonly StoryStop[] {
  return stopsOf(document, kind).sort((a, b) => a.time - b.time);
}

function stopsOf(document: TriageDocument, kind: StoryStopKind): StoryStop[] {
  const { signIns, phases, clock } = document;
  switch (kind) {
    case 'reboot': {
      const { own, before } = divideRestarts(document);
      return [...before.map((reboot) => ({ ...itemStop(reboot), isEarlier: true })), ...own.map(itemStop)];
    }
    case 'rePrompt':
      return signIns.filter((signIn) => signIn.class === 'rePrompt').map(itemStop);
    case 'signIn':
      return signIns.map(itemStop);
    case 'phase':
      return phases.flatMap(({ id, start, evidence: [first] }) =>
        start === null || first === undefined
          ? []
          : [{ id, itemId: id, time: Date.parse(start), evidence: first, isEarlier: false }],
      );
    case 'clockStep':
      return clock.steps.map(({ at, evidence: [first] }, index) => ({
        id: `clock-step-${index + 1}`,
        itemId: null,
        time: Date.parse(at),
        evidence: first,
        isEarlier: false,
      }));
  }
}

interface StoryItem {
  readonly id: string;
  readonly time: string;
  readonly evidence: Evidence;
}

function itemStop({ id, time, evidence }: StoryItem): StoryStop {
  return { id, itemId: id, time: Date.parse(time), evidence: evidence[0], isEarlier: false };
}
