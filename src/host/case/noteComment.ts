import * as vscode from 'vscode';
import type { Annotation, Conflict, Reply } from '../../core/case/caseDocument';
import type { OpenBundle } from '../bundle/openBundle';

/** Reactions that are offered; others that a file holds are shown, too. */
const offeredReactions = ['👍', '👎', '❓', '👀'];

/** One comment of a thread: the note itself, a reply, or what a merge could not decide about one of them. */
export class NoteComment implements vscode.Comment {
  body: string | vscode.MarkdownString;
  mode = vscode.CommentMode.Preview;
  readonly author: vscode.CommentAuthorInformation;
  readonly contextValue: string;
  readonly timestamp: Date;
  readonly label?: string;
  readonly reactions: vscode.CommentReaction[];

  private constructor(
    readonly bundle: OpenBundle,
    /** Of the annotation. */
    readonly noteId: string,
    /** Of the reply; `null` for the note itself. */
    readonly replyId: string | null,
    /** What is shown is the other side of this conflict. */
    readonly conflict: Conflict | null,
    /** As it stands in the case. */
    readonly text: string,
    shown: Pick<NoteComment, 'author' | 'contextValue' | 'timestamp' | 'reactions'> & { readonly label?: string },
  ) {
    this.body = noteMarkdown(text);
    this.author = shown.author;
    this.contextValue = shown.contextValue;
    this.timestamp = shown.timestamp;
    this.reactions = shown.reactions;
    if (shown.label !== undefined) {
      this.label = shown.label;
    }
  }

  /** The note, its replies, and behind each what is still open between two versions of it. */
  static allOf(bundle: OpenBundle, annotation: Annotation, me: string): NoteComment[] {
    return [
      ...commentsOf(bundle, annotation.id, null, annotation, me),
      ...annotation.replies.flatMap((reply) => commentsOf(bundle, annotation.id, reply.id, reply, me)),
    ];
  }

  static of(bundle: OpenBundle, noteId: string, replyId: string | null, comment: Written, me: string): NoteComment {
    const { text, created, edited, reactions } = comment;
    return new NoteComment(bundle, noteId, replyId, null, text, {
      author: { name: created.by },
      contextValue: replyId === null ? 'note' : 'reply',
      timestamp: new Date((edited ?? created).at),
      reactions: shownReactions(reactions, me),
      ...(edited === null ? {} : { label: editedLabel(edited.by, created.by) }),
    });
  }

  static ofConflict(bundle: OpenBundle, noteId: string, replyId: string | null, conflict: Conflict): NoteComment {
    const text =
      conflict.kind === 'text' ? conflict.text : vscode.l10n.t('Deleted this while somebody else was changing it.');
    return new NoteComment(bundle, noteId, replyId, conflict, text, {
      author: { name: conflict.by },
      contextValue: `conflict.${conflict.kind}`,
      timestamp: new Date(conflict.at),
      label: vscode.l10n.t('the other version'),
      reactions: [],
    });
  }

  /** @param text as it was written: what is shown may have pseudonyms in it */
  edit(text: string): void {
    this.body = text;
    this.mode = vscode.CommentMode.Editing;
  }

  cancelEdit(): void {
    this.body = noteMarkdown(this.text);
    this.mode = vscode.CommentMode.Preview;
  }
}

type Written = Pick<Reply, 'text' | 'created' | 'edited' | 'reactions'>;

function commentsOf(
  bundle: OpenBundle,
  noteId: string,
  replyId: string | null,
  comment: Written & Pick<Reply, 'conflicts'>,
  me: string,
): NoteComment[] {
  return [
    NoteComment.of(bundle, noteId, replyId, comment, me),
    ...comment.conflicts.map((conflict) => NoteComment.ofConflict(bundle, noteId, replyId, conflict)),
  ];
}

/**
 * What a person wrote, as it may be shown: no commands, no HTML, and no pictures, which would be fetched from wherever
 * the author of a colleague's file wants.
 */
export function noteMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text.replaceAll('![', '!\u200B['));
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}

function editedLabel(editor: string, author: string): string {
  return editor === author ? vscode.l10n.t('edited') : vscode.l10n.t('edited by {0}', editor);
}

function shownReactions(reactions: Reply['reactions'], me: string): vscode.CommentReaction[] {
  const labels = new Set([...offeredReactions, ...reactions.map(({ reaction }) => reaction)]);
  return [...labels].map((label) => {
    const given = reactions.filter(({ reaction }) => reaction === label);
    return { label, iconPath: '', count: given.length, authorHasReacted: given.some(({ by }) => by === me) };
  });
}
