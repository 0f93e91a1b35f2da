import * as vscode from 'vscode';
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
    const facts = [
      members.length === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', members.length),
      ...(unreadable === 0 ? [] : [vscode.l10n.t('{0} unreadable', unreadable)]),
    ];
    row.description = facts.join(' · ');
    row.iconPath = new vscode.ThemeIcon('archive');
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
    return entryNodes(this.bundle, this, this.bundle.tree.children);
  }
}

function entryNodes(bundle: OpenBundle, parent: TreeNode, entries: readonly MemberEntry[]): readonly TreeNode[] {
  return entries.map((entry) =>
    entry.kind === 'file' ? new FileNode(bundle, parent, entry) : new FolderNode(bundle, parent, entry),
  );
}

class FolderNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly folder: MemberFolder,
  ) {
    super(`${bundle.key}/${folder.path}`, parent);
  }

  override row(): vscode.TreeItem {
    const { name, archive } = this.folder;
    const row = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    row.iconPath = archive === null ? vscode.ThemeIcon.Folder : new vscode.ThemeIcon('archive');
    row.contextValue = archive === null ? 'folder' : 'archive';
    if (archive !== null) {
      row.description = `${archive.kind} · ${sizeText(archive.size)}`;
    }
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
    ...(damage === 0 ? [] : [damage === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', damage)]),
  ];
}

function recordsText(records: number): string {
  return records === 1 ? vscode.l10n.t('1 record') : vscode.l10n.t('{0} records', records.toLocaleString());
}

/** Damage shows in the shape; everything else wears the icon of the user's file theme. */
function memberIcon(member: MemberInfo): vscode.ThemeIcon {
  if (member.unreadable !== null) {
    return new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('list.errorForeground'));
  }
  return member.problems.some((problem) => problem.severity !== 'info')
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : vscode.ThemeIcon.File;
}

function appendProblems(tooltip: vscode.MarkdownString, problems: MemberInfo['problems']): void {
  for (const problem of problems) {
    tooltip.appendMarkdown('- ').appendText(problem.detail.replace(/\s+/g, ' ')).appendMarkdown('\n');
  }
}
