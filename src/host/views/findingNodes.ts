import * as vscode from 'vscode';
import type { Finding } from '../../core/enrollment/document/findings';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { severityLabel } from './labels';
import { findingIcon } from './stateIcons';
import { StoryItemNode } from './storyNodes';
import { storyTooltip } from './storyTooltip';
import { TreeNode } from './treeNode';

/** Rows of the view "Findings": the gravest first, what the bundle cannot tell in a branch of its own at the end. */
export function findingRoots(bundle: OpenBundle): readonly TreeNode[] {
  const findings = bundle.document.findings.map((finding, index) => ({ finding, index }));
  const bySeverity = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    findings.filter(({ finding }) => finding.severity === severity),
  );
  const gaps = bySeverity.filter(({ finding }) => isGap(finding));
  return [
    ...bySeverity
      .filter(({ finding }) => !isGap(finding))
      .map(({ finding, index }) => new FindingNode(bundle, undefined, finding, index)),
    ...(gaps.length === 0 ? [] : [new GapsNode(bundle, gaps)]),
  ];
}

/** How many findings want to be looked at: the badge of the view. */
export function alarmingFindings({ findings }: TriageDocument): number {
  return findings.filter(({ severity }) => severity !== 'info').length;
}

interface NumberedFinding {
  readonly finding: Finding;
  /** Position in the document. */
  readonly index: number;
}

/** Is it about what the bundle does not hold? */
function isGap({ id }: Finding): boolean {
  return id.startsWith('coverage.');
}

class FindingNode extends StoryItemNode {
  /** @param index position in the document: several findings may share one id */
  constructor(
    bundle: OpenBundle,
    parent: TreeNode | undefined,
    private readonly finding: Finding,
    index: number,
  ) {
    super(bundle, parent, finding.id, `${finding.id}-${index}`);
  }

  override row(): vscode.TreeItem {
    const { title, severity, evidence, id } = this.finding;
    const row = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
    row.iconPath = findingIcon(severity);
    row.contextValue = `finding.${severity}`;
    row.accessibilityInformation = { label: `${severityLabel(severity)}: ${title}` };
    const [first] = evidence;
    if (first !== undefined) {
      row.command = openEvidenceCommand(this.bundle, first, id);
    }
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { title, severity, confidence, advice, evidence } = this.finding;
    const facts = [vscode.l10n.t('{0}, confidence: {1}', severityLabel(severity), confidence), advice];
    return storyTooltip(this.bundle, title, facts, evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { advice, wouldDecide, links, evidence } = this.finding;
    return [
      new NoteNode(this, 'advice', 'lightbulb', advice, ''),
      ...wouldDecide.map(
        (source, index) => new NoteNode(this, `decides-${index}`, 'search', source, vscode.l10n.t('would decide it')),
      ),
      ...links.map((link, index) => new LinkNode(this, index, link)),
      ...evidenceNodes(this.bundle, this, evidence),
    ];
  }
}

/** What this bundle does not tell: folded, for the day on which an answer is missing. */
class GapsNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    private readonly gaps: readonly NumberedFinding[],
  ) {
    super(`${bundle.key}/gaps`, undefined);
  }

  override row(): vscode.TreeItem {
    const label = vscode.l10n.t('Not known from this bundle');
    const row = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    row.description = String(this.gaps.length);
    row.iconPath = new vscode.ThemeIcon('question');
    row.contextValue = 'gaps';
    row.accessibilityInformation = { label: `${label}: ${this.gaps.length}` };
    return row;
  }

  protected override buildChildren(): readonly TreeNode[] {
    return this.gaps.map(({ finding, index }) => new FindingNode(this.bundle, this, finding, index));
  }
}

/** A sentence below a finding. It is longer than its row, so the whole of it is in the hover. */
class NoteNode extends TreeNode {
  constructor(
    parent: TreeNode,
    name: string,
    private readonly icon: string,
    private readonly text: string,
    private readonly what: string,
  ) {
    super(`${parent.id}/${name}`, parent);
  }

  override row(): vscode.TreeItem {
    const row = new vscode.TreeItem(this.text);
    row.description = this.what;
    row.iconPath = new vscode.ThemeIcon(this.icon);
    row.contextValue = 'note';
    row.accessibilityInformation = { label: this.what === '' ? this.text : `${this.what}: ${this.text}` };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    return new vscode.MarkdownString().appendText(this.text);
  }
}

/** A page to read on. */
class LinkNode extends TreeNode {
  constructor(
    parent: TreeNode,
    index: number,
    private readonly link: string,
  ) {
    super(`${parent.id}/link-${index}`, parent);
  }

  override row(): vscode.TreeItem {
    const uri = vscode.Uri.parse(this.link, true);
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const row = new vscode.TreeItem(name);
    row.description = uri.authority;
    row.iconPath = new vscode.ThemeIcon('link-external');
    row.contextValue = 'link';
    row.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
    row.accessibilityInformation = { label: vscode.l10n.t('Link: {0}', this.link), role: 'link' };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    return new vscode.MarkdownString().appendText(this.link);
  }
}
