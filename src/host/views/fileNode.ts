import * as vscode from 'vscode';
import type { MemberInfo } from '../../protocol/bundleService';
import type { OpenBundle } from '../bundle/openBundle';
import { rawUri } from '../documents/bundleUri';
import { plainMarkdown } from '../plainMarkdown';
import { memberKindLabel } from './memberLabels';
import { memberName } from './memberNames';
import { appendProblems, problemsText, warningIcon } from './problemWords';
import { sizeText } from './sizeText';
import { TreeNode } from './treeNode';

/** A member: what people call it, what it is, and what it is called in the bundle. */
export class FileNode extends TreeNode {
  constructor(
    readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly member: MemberInfo,
    /** Where the member lies, for rows that do not stand in its folder. */
    private readonly folder: string | null = null,
  ) {
    super(`${bundle.key}/${member.path}`, parent);
  }

  get path(): string {
    return this.member.path;
  }

  override row(): vscode.TreeItem {
    const { path, unreadable } = this.member;
    const label = memberName(this.bundle, path);
    const facts = [...memberFacts(this.member, this.place), ...this.ownName(label)];
    const row = new vscode.TreeItem(label);
    row.description = facts.join(' · ');
    row.resourceUri = rawUri(this.bundle, path);
    row.iconPath = memberIcon(this.member);
    row.contextValue = unreadable === null ? 'file' : 'unreadableFile';
    row.command = {
      command: 'autopilotTriage.openMember',
      title: vscode.l10n.t('Open'),
      arguments: [this.bundle.key, path],
    };
    row.accessibilityInformation = { label: [label, ...facts].join(', ') };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { path, channel, problems } = this.member;
    const tooltip = new vscode.MarkdownString(`${plainMarkdown(path)}\n\n`);
    const facts = [...(channel === null ? [] : [channel]), ...memberFacts(this.member, [])];
    tooltip.appendMarkdown(`${plainMarkdown(facts.join(' · '))}\n\n`);
    appendProblems(tooltip, problems);
    return tooltip;
  }

  private get place(): string[] {
    return this.folder === null ? [] : [vscode.l10n.t('in {0}', this.folder)];
  }

  /** What it is called in the bundle, where the label is something else. */
  private ownName(label: string): string[] {
    const name = this.path.slice(this.path.lastIndexOf('/') + 1);
    return name === label ? [] : [name];
  }
}

/** The most telling first: there is not room for all in a narrow view. */
function memberFacts(member: MemberInfo, place: readonly string[]): string[] {
  const damage = member.problems.filter((problem) => problem.severity !== 'info').length;
  return [
    ...(member.unreadable === null ? [] : [vscode.l10n.t('unreadable: {0}', member.unreadable)]),
    // What holds records is an event log.
    member.records === null ? memberKindLabel(member.kind) : recordsText(member.records),
    ...place,
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
