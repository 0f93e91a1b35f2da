import * as vscode from 'vscode';
import type { Problem } from '../../core/bytes/problem';
import type { MemberInfo } from '../../protocol/bundleService';
import type { MemberEntry, MemberFolder } from '../bundle/memberTree';
import type { OpenBundle } from '../bundle/openBundle';
import { plainMarkdown } from '../plainMarkdown';
import { CategoryNode } from './categoryNode';
import type { FileArrangement } from './fileArrangement';
import { FileNode } from './fileNode';
import { memberCategories, memberCategory } from './memberCategory';
import { memberName } from './memberNames';
import { appendProblems, problemsText, warningIcon } from './problemWords';
import { sizeText } from './sizeText';
import { TreeNode } from './treeNode';

/** Rows of the view "Bundle Files": every open bundle with all its members. */
export function fileRoots(
  bundles: readonly OpenBundle[],
  active: OpenBundle | undefined,
  arrangement: FileArrangement = 'folder',
): readonly TreeNode[] {
  return bundles.map((bundle) => new BundleNode(bundle, placeOf(bundle, bundles, active), arrangement));
}

/** `active`: the other views are about it. `only`: nothing else is open, so that needs no word. */
type BundlePlace = 'only' | 'active' | 'behind';

function placeOf(bundle: OpenBundle, all: readonly OpenBundle[], active: OpenBundle | undefined): BundlePlace {
  if (bundle !== active) {
    return 'behind';
  }
  return all.length === 1 ? 'only' : 'active';
}

export class BundleNode extends TreeNode {
  constructor(
    readonly bundle: OpenBundle,
    private readonly place: BundlePlace,
    private readonly arrangement: FileArrangement,
  ) {
    super(bundle.key, undefined);
  }

  override row(): vscode.TreeItem {
    const { name, members, document } = this.bundle;
    const row = new vscode.TreeItem(
      name,
      this.place === 'behind' ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded,
    );
    const unreadable = document.bundle.unreadable.length;
    const isDamaged = unreadable > 0 || this.damage.length > 0;
    const facts = [
      ...(this.place === 'active' ? [vscode.l10n.t('active')] : []),
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
    const tooltip = new vscode.MarkdownString(plainMarkdown(this.bundle.shownSource));
    tooltip.appendMarkdown(`\n\nSHA-256 \`${this.bundle.document.bundle.sha256}\`\n\n`);
    appendProblems(tooltip, this.bundle.problems);
    return tooltip;
  }

  protected override buildChildren(): readonly TreeNode[] {
    return [...this.damage.map((problem, index) => new ProblemNode(this, index, problem)), ...this.memberNodes()];
  }

  private memberNodes(): readonly TreeNode[] {
    switch (this.arrangement) {
      case 'folder':
        return entryNodes(this.bundle, this, this.bundle.tree.children);
      case 'meaning':
        return categoryNodes(this.bundle, this);
    }
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
    return new vscode.MarkdownString(plainMarkdown(`${this.problem.detail} (${this.problem.code})`));
  }
}

/** Collect diagnostics writes an empty file for everything that the device does not have. */
const noResult = 'noResult';

function entryNodes(bundle: OpenBundle, parent: TreeNode, entries: readonly MemberEntry[]): readonly TreeNode[] {
  const folders = entries.filter((entry) => entry.kind === 'folder');
  const members = entries.flatMap((entry) => (entry.kind === 'file' ? [entry.member] : []));
  return [
    ...folders.map((folder) => new FolderNode(bundle, parent, innermostFolder(folder), folder)),
    ...byName(bundle, members.filter(hasResult)).map((member) => new FileNode(bundle, parent, member)),
    ...nothingNodes(bundle, parent, members),
  ];
}

/** The members by what they are about, from all folders. */
function categoryNodes(bundle: OpenBundle, parent: TreeNode): readonly TreeNode[] {
  const members = bundle.members.filter(({ path }) => bundle.tree.find(path)?.kind === 'file');
  const filled = memberCategories
    .map((category) => ({
      category,
      members: members.filter((member) => hasResult(member) && memberCategory(member.kind) === category),
    }))
    .filter((group) => group.members.length > 0);
  const [only, ...others] = filled;
  return [
    // A single log needs no heading.
    ...(only?.members.length === 1 && others.length === 0
      ? only.members.map((member) => new FileNode(bundle, parent, member))
      : filled.map((group) => new CategoryNode(bundle, parent, group.category, byName(bundle, group.members)))),
    ...nothingNodes(bundle, parent, members),
  ];
}

function hasResult({ kind }: MemberInfo): boolean {
  return kind !== noResult;
}

function nothingNodes(bundle: OpenBundle, parent: TreeNode, members: readonly MemberInfo[]): readonly TreeNode[] {
  const nothing = members.filter((member) => !hasResult(member));
  return nothing.length === 0 ? [] : [new NothingNode(bundle, parent, nothing)];
}

/** In the order of the names that the rows show. */
function byName(bundle: OpenBundle, members: readonly MemberInfo[]): readonly MemberInfo[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return members
    .map((member) => ({ member, name: memberName(bundle, member.path) }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ member }) => member);
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
    private readonly members: readonly MemberInfo[],
  ) {
    super(`${parent.id}//nothing`, parent);
  }

  override row(): vscode.TreeItem {
    const label = vscode.l10n.t('Not on the device');
    // The whole label is description: that is how a row is dimmed.
    const row = new vscode.TreeItem('', vscode.TreeItemCollapsibleState.Collapsed);
    row.description = `${label} ${this.members.length}`;
    row.iconPath = new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('descriptionForeground'));
    row.contextValue = 'nothing';
    row.accessibilityInformation = { label: `${label}: ${this.members.length}` };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const explanation = vscode.l10n.t('Collect diagnostics asked for these, and the device had nothing to give.');
    return new vscode.MarkdownString(plainMarkdown(explanation));
  }

  protected override buildChildren(): readonly TreeNode[] {
    return this.members.map((member) => new FileNode(this.bundle, this, member));
  }
}

/** A folder, or an archive that is shown as one. */
export class FolderNode extends TreeNode {
  constructor(
    readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly folder: MemberFolder,
    /** The outermost of the folders that this row stands for; the same as `folder` in most cases. */
    private readonly outermost: MemberFolder,
  ) {
    super(`${bundle.key}/${folder.path}`, parent);
  }

  get path(): string {
    return this.folder.path;
  }

  override row(): vscode.TreeItem {
    const { name, archive } = this.folder;
    const row = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    row.iconPath = archive === null ? vscode.ThemeIcon.Folder : new vscode.ThemeIcon('archive');
    row.contextValue = archive === null ? 'folder' : 'archive';
    row.description = [
      ...(archive === null ? [] : [vscode.l10n.t('archive'), sizeText(archive.size)]),
      ...(this.outermost === this.folder ? [] : [vscode.l10n.t('in {0}', this.outermost.name)]),
    ].join(' · ');
    row.accessibilityInformation = {
      label: archive === null ? vscode.l10n.t('Folder {0}', name) : vscode.l10n.t('Archive {0}', name),
    };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const tooltip = new vscode.MarkdownString(`${plainMarkdown(this.folder.path)}\n\n`);
    appendProblems(tooltip, this.folder.archive?.problems ?? []);
    return tooltip;
  }

  protected override buildChildren(): readonly TreeNode[] {
    return entryNodes(this.bundle, this, this.folder.children);
  }
}
