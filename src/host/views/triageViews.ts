import * as vscode from 'vscode';
import type { Verdict } from '../../core/case/caseDocument';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { BundleOpener, OpeningState } from '../bundle/bundleOpener';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import type { CaseSessions } from '../case/caseSessions';
import { Disposable } from '../disposable';
import type { StoryFocus, StoryPlace } from '../navigation/storyFocus';
import { BundleDrop } from './bundleDrop';
import { fileArrangement, fileArrangementSetting } from './fileArrangement';
import { fileRoots } from './fileNodes';
import { alarmingFindings, FindingNode, findingRoots } from './findingNodes';
import { NodeView } from './nodeView';
import { phaseRoots } from './phaseNodes';
import { placeOfRow, rowOfItem } from './rowPlace';
import { storyRoots } from './storyNodes';
import { timeDisplaySetting } from './timeSetting';
import type { TreeNode } from './treeNode';
import { isEnrollmentSeen } from '../../core/enrollment/document/enrollmentSight';

/** The views of the activity bar container: they show the active bundle and follow the person through it. */
export class TriageViews extends Disposable {
  private readonly phases: NodeView;
  private readonly story: NodeView;
  private readonly findings: NodeView;
  private readonly files: NodeView;
  private opening: OpeningState | null = null;
  private shownVerdicts: readonly Verdict[] = [];
  /** Keys of the bundles that the view of files has shown already. */
  private readonly shownBundles = new Set<string>();

  constructor(
    private readonly bundles: OpenBundles,
    opener: BundleOpener,
    focus: StoryFocus,
    cases: CaseSessions,
    storage: vscode.Memento,
  ) {
    super();
    const active = () => bundles.active;
    const add = (id: string, roots: () => readonly TreeNode[], drop?: BundleDrop) =>
      this.register(new NodeView(id, roots, storage, drop));
    this.phases = add('autopilotTriage.phases', () => whenOpen(active(), phaseRoots));
    this.story = add('autopilotTriage.story', () => whenOpen(active(), storyRoots));
    this.findings = add('autopilotTriage.findings', () =>
      whenOpen(active(), (bundle) => findingRoots(bundle, cases.shownOf(bundle).verdicts)),
    );
    this.files = add(
      'autopilotTriage.files',
      () => fileRoots(bundles.all, active(), fileArrangement()),
      new BundleDrop(opener),
    );
    for (const nodeView of this.followingViews) {
      this.register(
        nodeView.onDidChoose((node) => {
          const place = placeOfRow(node);
          if (place !== null && bundles.active !== undefined) {
            focus.moveTo({ bundle: bundles.active, ...place, origin: 'tree' });
          }
        }),
      );
      this.register(
        nodeView.view.onDidChangeVisibility(({ visible }) => {
          if (visible && focus.current !== undefined) {
            this.followIn(nodeView, focus.current);
          }
        }),
      );
    }
    this.register(
      bundles.onDidChange(() => {
        this.refresh();
      }),
    );
    this.register(
      cases.onDidChange((bundle) => {
        if (bundle === active()) {
          this.showVerdicts(cases.shownOf(bundle).verdicts);
        }
      }),
    );
    this.register(
      opener.onDidOpenNew(() => {
        void this.bringToFront();
      }),
    );
    this.register(
      opener.onDidChangeState((state) => {
        this.opening = state;
        this.updateMessages();
      }),
    );
    this.register(
      focus.onDidChange((place) => {
        this.follow(place);
      }),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if ([timeDisplaySetting, fileArrangementSetting].some((setting) => event.affectsConfiguration(setting))) {
          this.refresh();
        }
      }),
    );
  }

  /** Brings the row of a finding to the front; `index` is its position in the document. */
  async showFinding(bundle: OpenBundle, index: number): Promise<void> {
    this.bundles.activate(bundle);
    const node = this.findings.tree.find((candidate) => candidate instanceof FindingNode && candidate.index === index);
    if (node !== undefined) {
      await this.findings.reveal(node, { focus: true, expand: true });
    }
  }

  /** Shows the views in whatever way a bundle was opened; the keyboard stays where it is. */
  private async bringToFront(): Promise<void> {
    if (![...this.followingViews, this.files].some(({ view }) => view.visible)) {
      await vscode.commands.executeCommand('autopilotTriage.phases.focus', { preserveFocus: true });
    }
  }

  /** Those that tell the story. */
  private get followingViews(): readonly NodeView[] {
    return [this.phases, this.story, this.findings];
  }

  private refresh(): void {
    for (const { tree } of [...this.followingViews, this.files]) {
      tree.refresh();
    }
    this.updateMessages();
    this.showNewBundle();
  }

  /** Notes come and go without the findings having anything to do with them. */
  private showVerdicts(verdicts: readonly Verdict[]): void {
    if (verdicts !== this.shownVerdicts) {
      this.shownVerdicts = verdicts;
      this.findings.tree.refresh();
    }
  }

  /** A bundle that was just opened may be below the rows of another one. */
  private showNewBundle(): void {
    const { active, all } = this.bundles;
    const isNew = active !== undefined && !this.shownBundles.has(active.key);
    this.shownBundles.clear();
    all.forEach(({ key }) => this.shownBundles.add(key));
    const { tree, view } = this.files;
    const node = isNew ? tree.find((candidate) => candidate.id === active.key) : undefined;
    if (node !== undefined && view.visible && all.length > 1) {
      void view.reveal(node, { select: true, focus: false, expand: true });
    }
  }

  private updateMessages(): void {
    const bundle = this.bundles.active;
    const hasReboots = bundle !== undefined && bundle.document.reboots.length > 0;
    const noPhases = bundle !== undefined && !showsPhases(bundle.document);
    const noStory = bundle?.document.signIns.length === 0 && !hasReboots;
    this.phases.view.message =
      this.opening === null ? emptyMessage(noPhases, noPhasesText) : openingMessage(this.opening);
    this.story.view.message = emptyMessage(noStory, noStoryText);
    this.findings.view.message = emptyMessage(bundle?.document.findings.length === 0, noFindingsText);
    this.findings.view.badge = badgeOf(bundle === undefined ? 0 : alarmingFindings(bundle.document));
    for (const { view } of this.followingViews) {
      view.description = bundle?.name ?? '';
    }
  }

  private follow(place: StoryPlace): void {
    for (const nodeView of this.followingViews) {
      this.followIn(nodeView, place);
    }
  }

  /** Selects the row of the place where the person is, in a view that is open. */
  private followIn(nodeView: NodeView, { bundle, evidence, itemId }: StoryPlace): void {
    const { tree, view } = nodeView;
    if (itemId === null || bundle !== this.bundles.active || !view.visible) {
      return;
    }
    const node = rowOfItem(tree, itemId, evidence);
    if (node !== undefined && view.selection[0] !== node && !isInside(view.selection[0], node)) {
      void nodeView.reveal(node, { focus: false });
    }
  }
}

function whenOpen<Bundle>(
  bundle: Bundle | undefined,
  roots: (bundle: Bundle) => readonly TreeNode[],
): readonly TreeNode[] {
  return bundle === undefined ? [] : roots(bundle);
}

/** A click on evidence below a row is already where the person wants to be. */
function isInside(selected: TreeNode | undefined, node: TreeNode): boolean {
  for (let above = selected?.parent; above !== undefined; above = above.parent) {
    if (above === node) {
      return true;
    }
  }
  return false;
}

/** A phase of which nothing is known has a row that says so, and no more. */
function showsPhases(document: TriageDocument): boolean {
  return document.attempts.length > 0 || isEnrollmentSeen(document);
}

function openingMessage({ name, progress }: OpeningState): string {
  if (progress === null || progress.totalMembers === 0) {
    return vscode.l10n.t('Reading {0}…', name);
  }
  return vscode.l10n.t(
    'Reading {0}: {1} of {2} members, {3} records',
    name,
    progress.members,
    progress.totalMembers,
    progress.records.toLocaleString(),
  );
}

function noPhasesText(): string {
  return vscode.l10n.t(
    'This bundle shows no phase of the Enrollment Status Page. That is not proof that there was none.',
  );
}

function noStoryText(): string {
  return vscode.l10n.t('This bundle shows no reboots and no sign-ins. That is not proof that there were none.');
}

function noFindingsText(): string {
  return vscode.l10n.t('Nothing stands out in this bundle. That is not proof that all is well.');
}

function badgeOf(count: number): vscode.ViewBadge | undefined {
  if (count === 0) {
    return undefined;
  }
  const tooltip = count === 1 ? vscode.l10n.t('1 finding to look at') : vscode.l10n.t('{0} findings to look at', count);
  return { value: count, tooltip };
}

function emptyMessage(isEmpty: boolean, message: () => string): string {
  return isEmpty ? message() : '';
}
