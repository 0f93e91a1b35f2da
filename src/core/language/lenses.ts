import type { EvidenceRef } from '../enrollment/document/evidence';
import type { LogContext } from './logContext';
import { lineOfEvidence } from './evidenceLine';
import { storyItemsIn, type StoryItem } from './storyTime';

/** A part of the story, and the line above which it is told. */
export interface StoryLens {
  /** From 0. */
  readonly line: number;
  readonly item: StoryItem;
  readonly evidence: EvidenceRef;
}

/** What the story tells at places of this log: restarts, sign-ins, and the beginnings of phases. */
export function lensesOf(context: LogContext): readonly StoryLens[] {
  const { story, path } = context;
  if (story === null || path === null) {
    return [];
  }
  return storyItemsIn(story, path).flatMap(({ item, evidence }) => {
    const line = lineOfEvidence(context, evidence);
    // Every start of Windows has a boot; only the restarts and sign-ins among them are news.
    return item.kind === 'boot' || line === null ? [] : [{ line, item, evidence }];
  });
}
