import * as vscode from 'vscode';
import type { Anchor } from '../../core/case/anchor';
import type { Annotation, Conflict, Reply } from '../../core/case/caseDocument';
import { noteLabel } from '../../core/case/timelineNotes';
import type { OpenBundle } from '../bundle/openBundle';
import { anchorLabel } from '../case/anchorLabel';
import { noteMarkdown } from '../case/noteComment';
import { noteContext, noteFacts } from '../case/noteLabels';
import { plainMarkdown } from '../plainMarkdown';
import { displayedTime } from './timeSetting';
import { TreeNode } from './treeNode';

/** A note: its first line, what it is about, its status and tags. */
export class NoteNode extends TreeNode {
  /** @param branch what it stands below; one note may stand below several tags */
  constructor(
    readonly bundle: OpenBundle,
    branch: TreeNode,
    readonly annotation: Annotation,
  ) {
    super(`${branch.id}/${annotation.id}`, branch);
  }

  override row(): vscode.TreeItem {
    const { annotation, bundle } = this;
    const label = noteLabel(annotation.text);
    const facts = [anchorLabel(bundle, annotation.anchor), noteFacts(annotation), annotation.created.by];
    const row = new vscode.TreeItem(
      label === '' ? vscode.l10n.t('(no text)') : label,
      this.children.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
    );
    row.description = facts.join(' · ');
    row.iconPath = noteIcon(annotation);
    row.contextValue = noteContext(annotation);
    row.command = openNoteCommand(bundle, annotation.id);
    row.accessibilityInformation = { label: vscode.l10n.t('Note: {0}', [label, ...facts].join(', ')) };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { created, edited, text } = this.annotation;
    const stamps = [
      `${created.by}, ${displayedTime(this.bundle, created.at)}`,
      ...(edited === null ? [] : [vscode.l10n.t('edited by {0}', edited.by)]),
    ];
    return noteMarkdown(text).appendMarkdown(`\n\n${plainMarkdown(stamps.join(' · '))}`);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { conflicts, replies } = this.annotation;
    return [
      ...conflicts.map((conflict) => new ConflictNode(this.bundle, this, null, conflict)),
      ...replies.map((reply) => new ReplyNode(this.bundle, this, reply)),
    ];
  }
}

/** An answer to a note. */
export class ReplyNode extends TreeNode {
  constructor(
    readonly bundle: OpenBundle,
    override readonly parent: NoteNode,
    readonly reply: Reply,
  ) {
    super(`${parent.id}/${reply.id}`, parent);
  }

  override row(): vscode.TreeItem {
    const { text, created } = this.reply;
    const row = new vscode.TreeItem(
      noteLabel(text),
      this.children.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
    );
    row.description = created.by;
    row.iconPath = new vscode.ThemeIcon('reply');
    row.contextValue = 'noteReply';
    row.command = openNoteCommand(this.bundle, this.parent.annotation.id);
    row.accessibilityInformation = { label: vscode.l10n.t('Reply of {0}: {1}', created.by, noteLabel(text)) };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    return noteMarkdown(this.reply.text);
  }

  protected override buildChildren(): readonly TreeNode[] {
    return this.reply.conflicts.map((conflict) => new ConflictNode(this.bundle, this, this.reply.id, conflict));
  }
}

/** The other version of a note, which somebody wrote at the same time. */
export class ConflictNode extends TreeNode {
  readonly noteId: string;

  constructor(
    readonly bundle: OpenBundle,
    parent: NoteNode | ReplyNode,
    readonly replyId: string | null,
    readonly conflict: Conflict,
  ) {
    super(`${parent.id}/conflict ${conflict.at} ${conflict.by}`, parent);
    this.noteId = parent instanceof NoteNode ? parent.annotation.id : parent.parent.annotation.id;
  }

  override row(): vscode.TreeItem {
    const { conflict } = this;
    const text = conflict.kind === 'text' ? noteLabel(conflict.text) : vscode.l10n.t('deleted');
    const row = new vscode.TreeItem(text);
    row.description = vscode.l10n.t('the other version, by {0}', conflict.by);
    row.iconPath = new vscode.ThemeIcon('git-merge', new vscode.ThemeColor('list.warningForeground'));
    row.contextValue = `conflict.${conflict.kind}`;
    row.command = openNoteCommand(this.bundle, this.noteId);
    row.accessibilityInformation = { label: `${row.description}: ${text}` };
    return row;
  }

  override tooltip(): vscode.MarkdownString | undefined {
    return this.conflict.kind === 'text' ? noteMarkdown(this.conflict.text) : undefined;
  }
}

/** A part of the bundle that was starred without a note. */
export class StarNode extends TreeNode {
  constructor(
    readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly anchor: Anchor,
    private readonly key: string,
  ) {
    super(`${parent.id}/${key}`, parent);
  }

  override row(): vscode.TreeItem {
    const label = anchorLabel(this.bundle, this.anchor);
    const row = new vscode.TreeItem(label);
    row.iconPath = new vscode.ThemeIcon('star-full');
    row.contextValue = 'star';
    row.command = {
      command: 'autopilotTriage.openStar',
      title: vscode.l10n.t('Open'),
      arguments: [this.bundle.key, this.key],
    };
    row.accessibilityInformation = { label: vscode.l10n.t('Starred: {0}', label) };
    return row;
  }
}

function openNoteCommand(bundle: OpenBundle, id: string): vscode.Command {
  return { command: 'autopilotTriage.openNote', title: vscode.l10n.t('Open Note'), arguments: [bundle.key, id] };
}

/** Shape first: each status has an icon of its own. */
function noteIcon({ status, resolved, conflicts }: Annotation): vscode.ThemeIcon {
  if (conflicts.length > 0) {
    return new vscode.ThemeIcon('git-merge', new vscode.ThemeColor('list.warningForeground'));
  }
  if (resolved !== null) {
    return new vscode.ThemeIcon('check');
  }
  switch (status) {
    case 'open':
      return new vscode.ThemeIcon('comment');
    case 'confirmed':
      return new vscode.ThemeIcon('verified');
    case 'notRelevant':
      return new vscode.ThemeIcon('circle-slash');
  }
}
