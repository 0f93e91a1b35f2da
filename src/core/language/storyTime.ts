import type { Boot } from '../enrollment/document/boots';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Phase } from '../enrollment/document/phases';
import type { Reboot } from '../enrollment/document/reboots';
import type { SignIn } from '../enrollment/document/signIns';
import type { TriageDocument } from '../enrollment/document/triageDocument';

/** A part of the story that one place of a log is evidence for. */
export type StoryItem =
  | { readonly kind: 'reboot'; readonly reboot: Reboot; readonly number: number; readonly of: number }
  | { readonly kind: 'signIn'; readonly signIn: SignIn }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'boot'; readonly boot: Boot; readonly number: number; readonly of: number };

/** A part of the story and the places that it rests on. */
export interface EvidencedItem {
  readonly item: StoryItem;
  readonly id: string;
  readonly evidence: readonly EvidenceRef[];
}

/** Index of the start of Windows that `ms` lies in; −1 before the first one seen. */
export function bootIndexAt({ boots }: TriageDocument, ms: number): number {
  return boots.findLastIndex(({ start }) => Date.parse(start) <= ms);
}

/** The phase of the Enrollment Status Page at `ms`; `null` outside of all that are known. */
export function phaseAt({ phases }: TriageDocument, ms: number): Phase | null {
  return (
    phases.findLast(
      ({ start, end }) => start !== null && Date.parse(start) <= ms && (end === null || ms <= Date.parse(end)),
    ) ?? null
  );
}

/** When the first known phase began, milliseconds since 1970 UTC; `null` where none is known. */
export function enrollmentStart({ phases }: TriageDocument): number | null {
  const starts = phases.flatMap(({ start }) => (start === null ? [] : [Date.parse(start)]));
  return starts.length === 0 ? null : Math.min(...starts);
}

/** Minutes that the wall clock of the device was ahead of UTC at `ms`; `null` where the bundle does not tell. */
export function localOffsetAt({ clock }: TriageDocument, ms: number): number | null {
  return clock.localOffsets.findLast(({ from }) => Date.parse(from) <= ms)?.minutesEastOfUtc ?? null;
}

/** All that is told at places of logs, in the order of the story. */
export function storyItems({ reboots, signIns, phases, boots }: TriageDocument): readonly EvidencedItem[] {
  return [
    ...reboots.map((reboot, at): EvidencedItem => ({
      item: { kind: 'reboot', reboot, number: at + 1, of: reboots.length },
      ...reboot,
    })),
    ...signIns.map((signIn): EvidencedItem => ({ item: { kind: 'signIn', signIn }, ...signIn })),
    ...phases.map((phase): EvidencedItem => ({ item: { kind: 'phase', phase }, ...phase })),
    ...boots.map((boot, at): EvidencedItem => ({
      item: { kind: 'boot', boot, number: at + 1, of: boots.length },
      ...boot,
    })),
  ];
}
