/*
 * The moments at which bundles can be laid over each other: what the enrollments have in common, or a start of Windows
 * that somebody picks in each of them.
 */
import * as l10n from '@vscode/l10n';
import type { PhaseId } from '../enrollment/document/phases';
import { phaseWords } from '../enrollment/storyWords';
import { isInstant } from '../words/instant';
import type { TimelineModel } from './timelineModel';

export type Alignment =
  | { readonly kind: 'enrollmentStart' }
  | { readonly kind: 'phase'; readonly phase: PhaseId }
  /** One id of a boot for each bundle, in their order. */
  | { readonly kind: 'boot'; readonly boots: readonly string[] };

/** When it is in the `index`-th bundle, milliseconds since 1970 UTC; `null` where the bundle does not show it. */
export function momentOf(alignment: Alignment, model: TimelineModel, index: number): number | null {
  switch (alignment.kind) {
    case 'enrollmentStart':
      return model.hasTimes ? model.enrollmentStart : null;
    case 'phase':
      return startOf(model, alignment.phase, 'phase');
    case 'boot':
      return startOf(model, alignment.boots[index] ?? '', 'boot');
  }
}

/** For a heading: `Device setup starts`. */
export function alignmentWords(alignment: Alignment): string {
  switch (alignment.kind) {
    case 'enrollmentStart':
      return l10n.t('The enrollment starts');
    case 'phase':
      return l10n.t('{0} starts', phaseWords[alignment.phase]);
    case 'boot':
      return l10n.t('Windows starts');
  }
}

/** All that every one of the bundles shows, boots left out: which boot is like which, nobody but the reader knows. */
export function commonAlignments(models: readonly TimelineModel[]): readonly Alignment[] {
  const phases: readonly PhaseId[] = ['devicePreparation', 'deviceSetup', 'accountSetup'];
  const all: readonly Alignment[] = [
    { kind: 'enrollmentStart' },
    ...phases.map((phase): Alignment => ({ kind: 'phase', phase })),
  ];
  return all.filter((alignment) => models.every((model, index) => momentOf(alignment, model, index) !== null));
}

/** A start that the bundle does not tell is a guess, and nothing to align on. */
function startOf({ items }: TimelineModel, id: string, kind: 'phase' | 'boot'): number | null {
  const item = items.get(id);
  return item?.kind === kind && !item.openStart && isInstant(item.start) ? item.start : null;
}
