import type { EvidenceRef } from '../enrollment/document/evidence';
import type { LogContext } from './logContext';
import { isOfLog, lineOfEvidence } from './evidenceLine';
import { storyItems, type StoryItem } from './storyTime';

/** A part of the story, and the line above which it is told. */
export interface StoryLens {
  /** From 0. */
  readonly line: number;
  readonly item: StoryItem;
  readonly itemId: string;
  /** The place in this very log, also where the story cites a copy of it. */
  readonly evidence: EvidenceRef;
}

/** What the story tells at places of this log: restarts, sign-ins, and the beginnings of phases, each at its first. */
export function lensesOf(context: LogContext): readonly StoryLens[] {
  const { story, path } = context;
  if (story === null || path === null) {
    return [];
  }
  return storyItems(story).flatMap(({ item, id, evidence }) => {
    // Every start of Windows has a boot; only the restarts and sign-ins among them are news.
    if (item.kind === 'boot') {
      return [];
    }
    const places = evidence.flatMap((reference) => {
      const line = isOfLog(context, reference) ? lineOfEvidence(context, reference) : null;
      return line === null ? [] : [{ line, item, itemId: id, evidence: { ...reference, path } }];
    });
    return places.slice(0, 1);
  });
}
