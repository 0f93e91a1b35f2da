import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Annotation, AnnotationStatus, Conflict } from '../../core/case/caseDocument';
import type { Command } from '../../core/case/command';
import { noteLabel } from '../../core/case/timelineNotes';
import type { OpenBundle } from '../bundle/openBundle';
import type { CaseSessions } from './caseSessions';
import type { CaseThreads } from './caseThreads';
import { doDeed, sayRefusal } from './deeds';
import { NoteComment } from './noteComment';
import { statusLabel } from './noteLabels';
import { noteTarget, type NoteTarget } from './noteTarget';
import { pickTags } from './tagPicker';

const statuses: readonly AnnotationStatus[] = ['open', 'confirmed', 'notRelevant'];

/** What people do with a note that is there: on its thread, on one of its comments, or on its row. */
export class NoteCommands {
  constructor(
    private readonly cases: CaseSessions,
    private readonly threads: CaseThreads,
  ) {}

  /** Makes a note of the text in an empty thread. */
  async create(reply: unknown): Promise<void> {
    if (isCommentReply(reply)) {
      sayRefusal(await this.threads.add(reply));
    }
  }

  /** Answers: with the text of a thread's box, else with what is asked for. */
  async reply(source: unknown): Promise<void> {
    const target = this.target(isCommentReply(source) ? source.thread : source);
    const text = isCommentReply(source) ? source.text : await this.askText(vscode.l10n.t('Reply'), '');
    if (target !== null && text !== undefined && text.trim() !== '') {
      await this.apply(target, { kind: 'reply', id: target.id, reply: { id: randomUUID(), text } });
    }
  }

  /** In its thread where it has one before the person, else in a box. */
  async edit(source: unknown): Promise<void> {
    if (source instanceof NoteComment) {
      const { bundle, noteId: id, replyId: reply } = source;
      source.edit(this.textOf({ bundle, id, reply }) ?? source.text);
      this.threads.redraw(source);
      return;
    }
    const target = this.target(source);
    const text = target === null ? undefined : this.textOf(target);
    const changed = text === undefined ? undefined : await this.askText(vscode.l10n.t('Edit Note'), text);
    if (target !== null && changed !== undefined) {
      await this.apply(target, { kind: 'edit', id: target.id, reply: target.reply, text: changed });
    }
  }

  async saveEdit(comment: unknown): Promise<void> {
    if (comment instanceof NoteComment) {
      const { body, noteId: id, replyId: reply } = comment;
      const text = typeof body === 'string' ? body : body.value;
      comment.cancelEdit();
      this.threads.redraw(comment);
      sayRefusal(await (await this.cases.of(comment.bundle)).apply({ kind: 'edit', id, reply, text }));
    }
  }

  cancelEdit(comment: unknown): void {
    if (comment instanceof NoteComment) {
      comment.cancelEdit();
      this.threads.redraw(comment);
    }
  }

  /** Deletes without asking: what is gone comes back with one click. */
  async remove(source: unknown): Promise<void> {
    const target = this.target(source);
    if (target === null) {
      return;
    }
    const session = await this.cases.of(target.bundle);
    const deed = await session.apply({ kind: 'delete', id: target.id, reply: target.reply });
    sayRefusal(deed);
    if (deed.ok) {
      const undo = vscode.l10n.t('Undo');
      const what = target.reply === null ? vscode.l10n.t('Note deleted.') : vscode.l10n.t('Reply deleted.');
      void vscode.window.showInformationMessage(what, undo).then(async (answer) => {
        if (answer === undo) {
          sayRefusal(await session.undo());
        }
      });
    }
  }

  async change(source: unknown, kind: 'star' | 'unstar' | 'resolve' | 'reopen'): Promise<void> {
    const target = this.target(source);
    if (target !== null) {
      await this.apply(target, { kind, id: target.id });
    }
  }

  /** @param wanted asked for where it is left out */
  async setStatus(source: unknown, wanted: unknown): Promise<void> {
    const target = this.target(source);
    const note = target === null ? undefined : this.noteOf(target);
    if (target === null || note === undefined) {
      return;
    }
    const status =
      statuses.find((candidate) => candidate === wanted) ?? (await pickStatus(note.status, this.shownLabelOf(target)));
    if (status !== undefined) {
      await this.apply(target, { kind: 'status', id: target.id, status });
    }
  }

  /** Ticks tags on and off; what is typed becomes a new one. */
  async tag(source: unknown): Promise<void> {
    const target = this.target(source);
    const note = target === null ? undefined : this.noteOf(target);
    if (target === null || note === undefined) {
      return;
    }
    const wanted = await pickTags(this.cases.tagsOf(target.bundle), note.tags);
    if (wanted !== undefined) {
      const changes = [
        ...wanted.filter((tag) => !note.tags.includes(tag)).map((tag) => ({ kind: 'tag', tag }) as const),
        ...note.tags.filter((tag) => !wanted.includes(tag)).map((tag) => ({ kind: 'untag', tag }) as const),
      ];
      await this.apply(target, { kind: 'batch', commands: changes.map((change) => ({ ...change, id: target.id })) });
    }
  }

  /** Settles what a merge could not decide: with the note as it stands, or as the other side has it. */
  async settle(source: unknown, take: 'this' | 'other'): Promise<void> {
    const target = this.target(source);
    const conflict = target === null ? null : this.conflictOf(target);
    if (target === null || conflict === null) {
      return;
    }
    const { id, reply } = target;
    const other: readonly Command[] =
      take === 'this'
        ? []
        : [conflict.kind === 'text' ? { kind: 'edit', id, reply, text: conflict.text } : { kind: 'delete', id, reply }];
    await this.apply(target, { kind: 'batch', commands: [{ kind: 'settle', id, reply, conflict }, ...other] });
  }

  private target(source: unknown): NoteTarget | null {
    return noteTarget(this.threads, source);
  }

  private apply({ bundle }: { readonly bundle: OpenBundle }, command: Command): Promise<boolean> {
    return doDeed(this.cases, bundle, command);
  }

  private noteOf({ bundle, id }: Pick<NoteTarget, 'bundle' | 'id'>): Annotation | undefined {
    return this.cases.caseOf(bundle).annotations.find((annotation) => annotation.id === id);
  }

  private shownLabelOf({ bundle, id }: NoteTarget): string {
    return noteLabel(this.cases.shownOf(bundle).annotations.find((note) => note.id === id)?.text ?? '');
  }

  /** The conflict of the case behind the one that is shown, which may have pseudonyms in it. */
  private conflictOf({ bundle, id, reply, conflict }: NoteTarget): Conflict | null {
    if (conflict === null) {
      return null;
    }
    const shown = this.cases.shownOf(bundle).annotations.find((note) => note.id === id);
    const index = conflictsOf(shown, reply).indexOf(conflict);
    return conflictsOf(this.noteOf({ bundle, id }), reply)[index] ?? null;
  }

  /** As it was written, also where it is shown with pseudonyms. */
  private textOf(target: Pick<NoteTarget, 'bundle' | 'id' | 'reply'>): string | undefined {
    const note = this.noteOf(target);
    return target.reply === null ? note?.text : note?.replies.find(({ id }) => id === target.reply)?.text;
  }

  private askText(title: string, value: string): Thenable<string | undefined> {
    return vscode.window.showInputBox({ title, value, prompt: vscode.l10n.t('Markdown is understood.') });
  }
}

function conflictsOf(note: Annotation | undefined, reply: string | null): readonly Conflict[] {
  const comment = reply === null ? note : note?.replies.find(({ id }) => id === reply);
  return comment?.conflicts ?? [];
}

/** @param label of the note, as it may be shown */
async function pickStatus(now: AnnotationStatus, label: string): Promise<AnnotationStatus | undefined> {
  const rows = statuses.map((status) => ({
    label: statusLabel(status),
    description: status === now ? vscode.l10n.t('now') : '',
    status,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Status of "{0}"', label),
  });
  return picked?.status;
}

function isCommentReply(value: unknown): value is vscode.CommentReply {
  return (
    typeof value === 'object' &&
    value !== null &&
    'thread' in value &&
    'text' in value &&
    typeof value.text === 'string'
  );
}
