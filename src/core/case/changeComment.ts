import * as l10n from '@vscode/l10n';
import type { Annotation, Conflict, Reply, Stamp } from './caseDocument';
import { compareReactions } from './caseOrder';
import type { Command, ConflictCommand } from './command';
import { conflictKey, sortedConflicts } from './conflict';
import { textMark } from './hashedLines';
import type { TrailDeed } from './trail';

/** What a command makes of an annotation. */
export type Change =
  | {
      /** `null`: gone. */
      readonly annotation: Annotation | null;
      readonly did: TrailDeed;
      readonly undo: Command;
      readonly reply?: string | null;
      readonly detail?: string;
    }
  | 'nothing'
  | { readonly why: string };

export function replyIsGone(): { readonly why: string } {
  return { why: l10n.t('This reply is gone: somebody has deleted it.') };
}

/** What annotations and replies have in common. */
type Comment = Pick<Reply, 'text' | 'edited' | 'reactions' | 'conflicts'>;

interface CommentChange {
  readonly comment: Comment;
  readonly did: TrailDeed;
  readonly detail?: string;
  readonly undo: Command;
}

/** Changes the annotation itself, where `replyId` is `null`, or one of its replies. */
export function changeComment(
  annotation: Annotation,
  replyId: string | null,
  change: (comment: Comment) => CommentChange | null,
): Change {
  const reply = replyId === null ? null : annotation.replies.find(({ id }) => id === replyId);
  if (reply === undefined) {
    return replyIsGone();
  }
  const changed = change(reply ?? annotation);
  if (changed === null) {
    return 'nothing';
  }
  const { comment, ...rest } = changed;
  const after =
    reply === null
      ? { ...annotation, ...comment }
      : {
          ...annotation,
          replies: annotation.replies.map((other) => (other === reply ? { ...reply, ...comment } : other)),
        };
  return { annotation: after, reply: replyId, ...rest };
}

type EditCommand = Extract<Command, { readonly kind: 'edit' }>;

export function editComment(comment: Comment, command: EditCommand, stamp: Stamp): CommentChange | null {
  const { text } = command;
  return text === comment.text
    ? null
    : {
        comment: { ...comment, text, edited: stamp },
        did: 'edit',
        detail: textMark(text),
        undo: { ...command, text: comment.text },
      };
}

type ReactCommand = Extract<Command, { readonly kind: 'react' | 'unreact' }>;

/** People react for themselves only. */
export function react(comment: Comment, command: ReactCommand, by: string): CommentChange | null {
  const { reaction } = command;
  const own = comment.reactions.find((other) => other.by === by && other.reaction === reaction);
  const isWanted = command.kind === 'react';
  if (isWanted === (own !== undefined)) {
    return null;
  }
  const reactions = isWanted
    ? [...comment.reactions, { by, reaction }].sort(compareReactions)
    : comment.reactions.filter((other) => other !== own);
  return {
    comment: { ...comment, reactions },
    did: command.kind,
    detail: reaction,
    undo: { ...command, kind: isWanted ? 'unreact' : 'react' },
  };
}

export function settle(comment: Comment, command: ConflictCommand): CommentChange | null {
  const key = conflictKey(command.conflict);
  const others = comment.conflicts.filter((conflict) => conflictKey(conflict) !== key);
  const isOpen = others.length < comment.conflicts.length;
  const isSettle = command.kind === 'settle';
  if (isSettle !== isOpen) {
    return null;
  }
  const conflicts: readonly Conflict[] = isSettle ? others : sortedConflicts([...others, command.conflict]);
  return {
    comment: { ...comment, conflicts },
    did: command.kind,
    detail: key,
    undo: { ...command, kind: isSettle ? 'dispute' : 'settle' },
  };
}
