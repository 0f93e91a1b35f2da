import type { OpenBundle } from '../bundle/openBundle';
import { ConflictNode, NoteNode, ReplyNode } from '../views/noteNodes';
import type { Conflict } from '../../core/case/caseDocument';
import type { CaseThreads } from './caseThreads';
import { NoteComment } from './noteComment';

/** A note, or one of its replies, that a command is about. */
export interface NoteTarget {
  readonly bundle: OpenBundle;
  readonly id: string;
  readonly reply: string | null;
  readonly conflict: Conflict | null;
}

/** What a thread, a comment or a row stands for; `null` for anything else. */
export function noteTarget(threads: CaseThreads, source: unknown): NoteTarget | null {
  if (source instanceof NoteComment) {
    return { bundle: source.bundle, id: source.noteId, reply: source.replyId, conflict: source.conflict };
  }
  if (source instanceof NoteNode) {
    return { bundle: source.bundle, id: source.annotation.id, reply: null, conflict: null };
  }
  if (source instanceof ReplyNode) {
    return { bundle: source.bundle, id: source.parent.annotation.id, reply: source.reply.id, conflict: null };
  }
  if (source instanceof ConflictNode) {
    return { bundle: source.bundle, id: source.noteId, reply: source.replyId, conflict: source.conflict };
  }
  const found = threads.noteOf(source);
  return found === null ? null : { bundle: found.bundle, id: found.id, reply: null, conflict: null };
}
