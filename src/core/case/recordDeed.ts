import { withInserted } from './caseOrder';
import type { CaseDocument, Stamp } from './caseDocument';
import type { Applied, Command } from './command';
import { compareEntries, type TrailEntry } from './trail';

/**
 * When it counts as done: at `at`, or a millisecond after the last thing that was done to the same subject. So the later
 * deed always has the later stamp, whatever the clocks of two machines say.
 */
export function stampFor({ trail }: CaseDocument, on: string, by: string, at: string): Stamp {
  const last = trail.findLast((entry) => entry.on === on);
  return { by, at: last === undefined || last.at < at ? at : justAfter(last.at) };
}

function justAfter(at: string): string {
  return new Date(Date.parse(at) + 1).toISOString();
}

/** The answer to a command that was carried out, with its entry in the trail. */
export function recorded(
  after: CaseDocument,
  entry: Omit<TrailEntry, 'reply'> & { readonly reply?: string | null },
  undo: Command,
): Applied {
  const trail = withInserted(after.trail, { reply: null, ...entry }, compareEntries);
  return { ok: true, case: { ...after, trail }, undo, subjects: [entry.on] };
}

/** The answer to a command that asks for what is so already. */
export function unchanged(before: CaseDocument): Applied {
  return { ok: true, case: before, undo: null, subjects: [] };
}
