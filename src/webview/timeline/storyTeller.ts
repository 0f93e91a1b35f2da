/*
 * From what the host sends to the story that a session shows. Bundles come once, notes again and again.
 */
import * as l10n from '@vscode/l10n';
import { buildTimeline } from '../../core/timeline/buildTimeline';
import type { TimelineNote } from '../../core/timeline/noteItems';
import { stackTimelines, type StackedBundle } from '../../core/timeline/stackTimelines';
import { timelineFacts } from '../../core/timeline/view/itemFacts';
import type { ShowTimeline } from '../../protocol/timelineMessages';
import type { Story } from './viewSession';

export class StoryTeller {
  private message: ShowTimeline | null = null;
  private readonly notes = new Map<number, readonly TimelineNote[]>();

  tell(message: ShowTimeline): Story {
    this.message = message;
    return storyOf(message, this.notes);
  }

  /** The story with other notes on a bundle; `null` as long as there is no story, or where there are no notes as before. */
  annotate(bundle: number, notes: readonly TimelineNote[]): Story | null {
    const before = this.notes.get(bundle) ?? [];
    this.notes.set(bundle, notes);
    return this.message === null || before.length + notes.length === 0 ? null : storyOf(this.message, this.notes);
  }
}

/** `notes`: of each bundle, by its place. */
function storyOf({ bundles, alignment }: ShowTimeline, notes: ReadonlyMap<number, readonly TimelineNote[]>): Story {
  const told = bundles.map(({ name, document, channels }, index): StackedBundle => ({
    title: name,
    model: buildTimeline(document, channels, notes.get(index)),
  }));
  const documents = bundles.map(({ document }) => document);
  const bundle = documents.map((document) => document.bundle.sha256).join('+');
  const content = { keys: bundles.map(({ key }) => key), alignment };
  const [first, ...others] = told as [StackedBundle, ...StackedBundle[]];
  if (others.length === 0) {
    return { name: first.title, bundle, content, model: first.model, facts: timelineFacts(first.model, documents) };
  }
  const { model, withoutIt } = stackTimelines([first, ...others], alignment);
  const missing =
    withoutIt.length === 0 ? '' : ` (${l10n.t('what was asked for is not known of {0}', withoutIt.join(', '))})`;
  const name = `${told.map(({ title }) => title).join(' · ')}: ${model.meeting ?? ''}${missing}`;
  return { name, bundle, content, model, facts: timelineFacts(model, documents) };
}
