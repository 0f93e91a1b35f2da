import * as vscode from 'vscode';
import { findingKey } from '../../core/case/anchorSource';
import type { Verdict } from '../../core/case/caseDocument';
import { sidesOfAdvice } from '../../core/enrollment/adviceWords';
import type { Finding } from '../../core/enrollment/document/findings';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { caseVerdictLabel } from '../case/noteLabels';
import { BranchNode } from './branchNode';
import { collectNextNodes, HowToCollectNode } from './collectNextNodes';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { type Fact, FactNode } from './factNode';
import { severityLabel } from './labels';
import { LinkNode } from './linkNode';
import { confidenceLabel } from './signInLabels';
import { findingIcon } from './stateIcons';
import { StoryItemNode } from './storyItemNode';
import { storyTooltip } from './storyTooltip';
import type { TreeNode } from './treeNode';
import { VerdictNode } from './verdictNode';

/**
 * Rows of the view "Findings": the gravest first, then what the bundle cannot tell in a branch of its own, then what
 * would tell it.
 * @param verdicts what people think of them
 */
export function findingRoots(bundle: OpenBundle, verdicts: readonly Verdict[] = []): readonly TreeNode[] {
  const findings = bundle.document.findings.map((finding, index) => {
    const key = findingKey(finding);
    return { finding, index, verdicts: verdicts.filter((verdict) => verdict.finding === key) };
  });
  const bySeverity = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    findings.filter(({ finding }) => finding.severity === severity),
  );
  const gaps = bySeverity.filter(({ finding }) => finding.gap !== null);
  return [
    ...bySeverity
      .filter(({ finding }) => finding.gap === null)
      .map((numbered) => new FindingNode(bundle, undefined, numbered)),
    ...(gaps.length === 0 ? [] : [gapsBranch(bundle, gaps)]),
    ...collectNextNodes(bundle),
  ];
}

/** How many findings want to be looked at: the badge of the view. */
export function alarmingFindings({ findings }: TriageDocument): number {
  return findings.filter(({ severity }) => severity !== 'info').length;
}

interface NumberedFinding {
  readonly finding: Finding;
  /** Position in the document: several findings may share one id. */
  readonly index: number;
  readonly verdicts: readonly Verdict[];
}

/** What this bundle does not tell: folded, for the day on which an answer is missing. */
function gapsBranch(bundle: OpenBundle, gaps: readonly NumberedFinding[]): TreeNode {
  const branch = {
    label: vscode.l10n.t('Not known from this bundle'),
    detail: String(gaps.length),
    icon: new vscode.ThemeIcon('question'),
    context: 'gaps',
    explanation: vscode.l10n.t(
      'A log that is not here proves nothing: neither that something happened, nor that it did not.',
    ),
  };
  return new BranchNode(`${bundle.key}/gaps`, undefined, branch, (node) =>
    gaps.map((numbered) => new FindingNode(bundle, node, numbered)),
  );
}

/** What a person has to know: what to do, what that costs, how sure it is and why. */
export class FindingNode extends StoryItemNode {
  readonly finding: Finding;
  /** Position in the document: several findings may share one id. */
  readonly index: number;
  private readonly verdicts: readonly Verdict[];

  constructor(bundle: OpenBundle, parent: TreeNode | undefined, { finding, index, verdicts }: NumberedFinding) {
    super(bundle, parent, finding.id, `${finding.id}-${index}`);
    this.finding = finding;
    this.index = index;
    this.verdicts = verdicts;
  }

  override row(): vscode.TreeItem {
    const { title, severity, evidence, id, gap } = this.finding;
    const row = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
    row.iconPath = findingIcon(severity);
    row.contextValue = gap === null ? `finding.${severity}` : 'finding.gap';
    const judged = this.verdicts.map(({ by, verdict }) => `${caseVerdictLabel(verdict)} (${by})`);
    row.description = judged.join(', ');
    row.accessibilityInformation = { label: [`${severityLabel(severity)}: ${title}`, ...judged].join(', ') };
    const [first] = evidence;
    if (first !== undefined) {
      row.command = openEvidenceCommand(this.bundle, first, id);
    }
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { title, severity, confidence, advice, evidence } = this.finding;
    const facts = [severityLabel(severity), confidenceLabel(confidence), advice];
    return storyTooltip(this.bundle, title, facts, evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { gap, links, evidence } = this.finding;
    return [
      ...this.verdicts.map((verdict) => new VerdictNode(this, verdict)),
      ...this.facts().map((fact) => new FactNode(this.bundle, this, fact)),
      ...(gap === null ? [] : [new HowToCollectNode(this)]),
      ...links.map((link, index) => new LinkNode(this, index, link)),
      ...evidenceNodes(this.bundle, this, evidence),
    ];
  }

  private facts(): readonly Fact[] {
    const { confidence, confidenceWhy, wouldDecide, source } = this.finding;
    const { advice, price } = sidesOfAdvice(this.finding.advice);
    return [
      { name: 'advice', icon: new vscode.ThemeIcon('lightbulb'), text: advice, context: 'advice' },
      ...(price === null
        ? []
        : [
            {
              name: 'price',
              icon: new vscode.ThemeIcon('law'),
              text: vscode.l10n.t('Price: {0}', price),
              context: 'advicePrice',
            },
          ]),
      {
        name: 'confidence',
        icon: new vscode.ThemeIcon('graph'),
        text: confidenceLabel(confidence),
        detail: confidenceWhy.join(' '),
        context: 'confidence',
      },
      ...wouldDecide.map((what, index) => ({
        name: `decides-${index}`,
        icon: new vscode.ThemeIcon('search'),
        text: what,
        detail: vscode.l10n.t('would decide it'),
        context: 'wouldDecide',
      })),
      ...(source === 'user'
        ? [{ name: 'source', icon: new vscode.ThemeIcon('account'), text: vscode.l10n.t('A rule of your own') }]
        : []),
    ].filter(({ text }) => text !== '');
  }
}
