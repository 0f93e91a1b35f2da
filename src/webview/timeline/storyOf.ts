/* From what the host sends to the story that a session shows. */
import { buildTimeline } from '../../core/timeline/buildTimeline';
import { timelineFacts } from '../../core/timeline/view/itemFacts';
import type { TimelineNote } from '../../core/timeline/noteItems';
import type { ToTimeline } from '../../protocol/timelineMessages';
import type { Story } from './viewSession';

export function storyOf(
  { name, document, channels }: Extract<ToTimeline, { type: 'show' }>,
  notes: readonly TimelineNote[],
): Story {
  const model = buildTimeline(document, channels, notes);
  return { name, bundle: document.bundle.sha256, model, facts: timelineFacts(model, document) };
}
