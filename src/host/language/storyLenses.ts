import * as vscode from 'vscode';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import type { OpenLogs } from './openLogs';
import { storyLensText } from './storyLensText';

/** The story above the records that tell it; a click shows the same place in the trees and the timeline. */
export class StoryLenses extends Disposable implements vscode.CodeLensProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly logs: OpenLogs,
    bundles: OpenBundles,
  ) {
    super();
    this.register(
      bundles.onDidChange(() => {
        this.changed.fire();
      }),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const log = await this.logs.of(document);
    const key = log?.bundle?.key;
    return (key === undefined ? [] : (log?.text.lenses() ?? [])).map(
      ({ line, item, itemId, evidence }) =>
        new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
          command: 'autopilotTriage.openEvidence',
          title: storyLensText(item),
          tooltip: vscode.l10n.t('Show in the trees and the timeline'),
          arguments: [key, evidence, itemId],
        }),
    );
  }
}
