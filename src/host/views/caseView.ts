import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import type { CaseSessions } from '../case/caseSessions';
import { setContextKey } from '../contextKeys';
import { Disposable } from '../disposable';
import { caseArrangement, caseArrangementSetting } from './caseArrangement';
import { caseRoots, openNotes } from './caseNodes';
import type { NodeTree } from './nodeTree';
import { NodeView } from './nodeView';
import { timeDisplaySetting } from './timeSetting';
import type { TreeNode } from './treeNode';

/** The view of what people have noted, judged and stated about the active bundle. */
export class CaseView extends Disposable {
  private readonly tree: NodeTree;
  private readonly view: vscode.TreeView<TreeNode>;
  private isStarredOnly = false;

  constructor(
    private readonly bundles: OpenBundles,
    private readonly cases: CaseSessions,
    storage: vscode.Memento,
  ) {
    super();
    const { tree, view } = this.register(new NodeView('autopilotTriage.case', () => this.roots(), storage));
    this.tree = tree;
    this.view = view;
    this.register(
      bundles.onDidChange(() => {
        this.refresh();
      }),
    );
    this.register(
      cases.onDidChange((bundle) => {
        if (bundle === bundles.active) {
          this.refresh();
        }
      }),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if ([caseArrangementSetting, timeDisplaySetting].some((setting) => event.affectsConfiguration(setting))) {
          this.refresh();
        }
      }),
    );
  }

  /** Shows everything again, or only what has a star. */
  showStarredOnly(isStarredOnly: boolean): void {
    this.isStarredOnly = isStarredOnly;
    setContextKey('autopilotTriage.starredOnly', isStarredOnly);
    this.refresh();
  }

  private roots(): readonly TreeNode[] {
    const { active } = this.bundles;
    return active === undefined
      ? []
      : caseRoots(active, this.cases.shownOf(active), {
          arrangement: caseArrangement(),
          starredOnly: this.isStarredOnly,
        });
  }

  private refresh(): void {
    const { active } = this.bundles;
    this.tree.refresh();
    this.view.description = active === undefined ? '' : this.descriptionOf(active);
    this.view.message =
      this.isStarredOnly && active !== undefined && this.roots().length === 0
        ? vscode.l10n.t('Nothing in this case has a star.')
        : '';
  }

  /** No badge: that of the activity bar would add notes to findings, and nobody could tell what it counts. */
  private descriptionOf(active: OpenBundle): string {
    const count = openNotes(this.cases.shownOf(active));
    return [active.name, ...(count === 0 ? [] : [openNotesText(count)])].join(' · ');
  }
}

function openNotesText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 open note') : vscode.l10n.t('{0} open notes', count);
}
