import * as vscode from 'vscode';
import type { Problem } from '../../core/bytes/problem';
import type { MemberInfo } from '../../protocol/bundleService';
import type { MemberEntry, MemberFile, MemberFolder } from '../bundle/memberTree';
import type { OpenBundle } from '../bundle/openBundle';
import { rawUri } from '../documents/bundleUri';
import { sizeText } from './sizeText';
import { TreeNode } from './treeNode';

/** Rows of the view "Bundle Files": every open bundle with all its members. */
export function fileRoots(bundles: readonly OpenBundle[], active: OpenBundle | undefined): readonly TreeNode[] {
  return bundles.map((bundle) => new BundleNode(bundle, bundle === active));
}

export class BundleNode extends TreeNode {
  constructor(
    readonly bundle: OpenBundle,
    private readonly isActive: boolean,
  ) {
    super(bundle.key, undefined);
  }

  override row(): vscode.TreeItem {
    const { name, members, document } = this.bundle;
    const row = new vscode.TreeItem(
      name,
      this.isActive ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
    );
    const unreadable = document.bundle.unreadable.length;
    const isDamaged = unreadable > 0 || this.damage.length > 0;
    const facts = [
      members.length === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', members.length),
      ...(unreadable === 0 ? [] : [vscode.l10n.t('{0} unreadable', unreadable)]),
      ...damageWords(this.damage),
    ];
    row.description = facts.join(' · ');
    row.iconPath = isDamaged ? warningIcon() : new vscode.ThemeIcon('archive');
    row.contextValue = 'bundle';
    row.accessibilityInformation = { label: [name, ...facts].join(', ') };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const tooltip = new vscode.MarkdownString().appendText(this.bundle.source.toString(true));
    tooltip.appendMarkdown(`\n\nSHA-256 \`${this.bundle.document.bundle.sha256}\`\n\n`);
    appendProblems(tooltip, this.bundle.problems);
    return tooltip;
  }

  protected override buildChildren(): readonly TreeNode[] {
    return [
      ...this.damage.map((problem, index) => new ProblemNode(this, index, problem)),
      ...entryNodes(this.bundle, this, this.bundle.tree.children),
    ];
  }

  /** What is wrong with the bundle as a whole. */
  private get damage(): readonly Problem[] {
    return this.bundle.document.bundle.problems.filter(({ severity }) => severity !== 'info');
  }
}

/** `truncated` where the archive ends early, else how many problems there are. */
function damageWords(damage: readonly Problem[]): string[] {
  if (damage.some(({ code }) => code.endsWith('.truncated'))) {
    return [vscode.l10n.t('truncated')];
  }
  return damage.length === 0 ? [] : [problemsText(damage.length)];
}

function problemsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', count);
}

/** Something that is wrong with the bundle. */
class ProblemNode extends TreeNode {
  constructor(
    parent: TreeNode,
    index: number,
    private readonly problem: Problem,
  ) {
    super(`${parent.id}//problem-${index}`, parent);
  }

  override row(): vscode.TreeItem {
    const row = new vscode.TreeItem(this.problem.detail);
    row.iconPath = warningIcon();
    row.contextValue = 'problem';
    row.accessibilityInformation = { label: vscode.l10n.t('Problem: {0}', this.problem.detail) };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    return new vscode.MarkdownString().appendText(`${this.problem.detail} (${this.problem.code})`);
  }
}

/** Collect diagnostics writes an empty file for everything that the device does not have. */
const noResult = 'noResult';

function entryNodes(bundle: OpenBundle, parent: TreeNode, entries: readonly MemberEntry[]): readonly TreeNode[] {
  const nothing = entries.filter((entry) => entry.kind === 'file' && entry.member.kind === noResult);
  return [
    ...entries.filter((entry) => !nothing.includes(entry)).map((entry) => entryNode(bundle, parent, entry)),
    ...(nothing.length === 0 ? [] : [new NothingNode(bundle, parent, nothing)]),
  ];
}

function entryNode(bundle: OpenBundle, parent: TreeNode, entry: MemberEntry): TreeNode {
  return entry.kind === 'file'
    ? new FileNode(bundle, parent, entry)
    : new FolderNode(bundle, parent, innermostFolder(entry), entry);
}

/** Folders that hold nothing but one more folder are one row: `(18) FoldersFiles …/mdmlogs.cab`. */
function innermostFolder(folder: MemberFolder): MemberFolder {
  let innermost = folder;
  for (;;) {
    const [only, another] = innermost.children;
    if (only?.kind !== 'folder' || another !== undefined) {
      return innermost;
    }
    innermost = only;
  }
}

/** What was asked for and is not on the device: rarely of interest, so it does not stand between the files. */
class NothingNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly entries: readonly MemberEntry[],
  ) {
    super(`${parent.id}//nothing`, parent);
  }

  override row(): vscode.TreeItem {
    const label = vscode.l10n.t('Not on the device');
    // The whole label is description: that is how a row is dimmed.
    const row = new vscode.TreeItem('', vscode.TreeItemCollapsibleState.Collapsed);
    row.description = `${label} (${this.entries.length})`;
    row.iconPath = new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('descriptionForeground'));
    row.contextValue = 'nothing';
    row.accessibilityInformation = { label: `${label}: ${this.entries.length}` };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const explanation = vscode.l10n.t('Collect diagnostics asked for these, and the device had nothing to give.');
    return new vscode.MarkdownString().appendText(explanation);
  }

  protected override buildChildren(): readonly TreeNode[] {
    return this.entries.map((entry) => entryNode(this.bundle, this, entry));
  }
}

class FolderNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly folder: MemberFolder,
    /** The outermost of the folders that this row stands for; the same as `folder` in most cases. */
    private readonly outermost: MemberFolder,
  ) {
    super(`${bundle.key}/${folder.path}`, parent);
  }

  override row(): vscode.TreeItem {
    const { name, archive } = this.folder;
    const row = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    row.iconPath = archive === null ? vscode.ThemeIcon.Folder : new vscode.ThemeIcon('archive');
    row.contextValue = archive === null ? 'folder' : 'archive';
    row.description = [
      ...(archive === null ? [] : [archive.kind, sizeText(archive.size)]),
      ...(this.outermost === this.folder ? [] : [vscode.l10n.t('in {0}', this.outermost.name)]),
    ].join(' · ');
    row.accessibilityInformation = {
      label: archive === null ? vscode.l10n.t('Folder {0}', name) : vscode.l10n.t('Archive {0}', name),
    };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const tooltip = new vscode.MarkdownString().appendText(this.folder.path).appendMarkdown('\n\n');
    appendProblems(tooltip, this.folder.archive?.problems ?? []);
    return tooltip;
  }

  protected override buildChildren(): readonly TreeNode[] {
    return entryNodes(this.bundle, this, this.folder.children);
  }
}

class FileNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly file: MemberFile,
  ) {
    super(`${bundle.key}/${file.path}`, parent);
  }

  override row(): vscode.TreeItem {
    const { name, path, member } = this.file;
    const row = new vscode.TreeItem(name);
    const facts = memberFacts(member);
    row.description = facts.join(' · ');
    row.resourceUri = rawUri(this.bundle, path);
    row.iconPath = memberIcon(member);
    row.contextValue = member.unreadable === null ? 'file' : 'unreadableFile';
    row.command = {
      command: 'autopilotTriage.openMember',
      title: vscode.l10n.t('Open'),
      arguments: [this.bundle.key, path],
    };
    row.accessibilityInformation = { label: [name, ...facts].join(', ') };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { member, path } = this.file;
    const tooltip = new vscode.MarkdownString().appendText(path).appendMarkdown('\n\n');
    tooltip.appendText(memberFacts(member).join(' · ')).appendMarkdown('\n\n');
    appendProblems(tooltip, member.problems);
    return tooltip;
  }
}

function memberFacts(member: MemberInfo): string[] {
  const damage = member.problems.filter((problem) => problem.severity !== 'info').length;
  return [
    ...(member.unreadable === null ? [] : [vscode.l10n.t('unreadable: {0}', member.unreadable)]),
    member.kind,
    ...(member.records === null ? [] : [recordsText(member.records)]),
    sizeText(member.size),
    ...shareFacts(member),
    ...(damage === 0 ? [] : [problemsText(damage)]),
  ];
}

/** Said only where something was left over. */
function shareFacts({ understood }: MemberInfo): string[] {
  return understood === null || understood.lines === understood.of
    ? []
    : [vscode.l10n.t('{0} of {1} lines understood', understood.lines.toLocaleString(), understood.of.toLocaleString())];
}

function recordsText(records: number): string {
  return records === 1 ? vscode.l10n.t('1 record') : vscode.l10n.t('{0} records', records.toLocaleString());
}

/** Damage shows in the shape; everything else wears the icon of the user's file theme. */
function memberIcon(member: MemberInfo): vscode.ThemeIcon {
  if (member.unreadable !== null) {
    return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('list.errorForeground'));
  }
  return member.problems.some((problem) => problem.severity !== 'info') ? warningIcon() : vscode.ThemeIcon.File;
}

function warningIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
}

function appendProblems(tooltip: vscode.MarkdownString, problems: MemberInfo['problems']): void {
  for (const problem of problems) {
    tooltip.appendMarkdown('- ').appendText(problem.detail.replace(/\s+/g, ' ')).appendMarkdown('\n');
  }
}
