import * as vscode from 'vscode';
import type { BundleOpener } from '../bundle/bundleOpener';
import { sourceName } from '../bundle/bundleSource';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { openingError } from '../bundle/openingErrors';
import { Disposable } from '../disposable';
import { keptContentOf } from '../../protocol/timelineMessages';
import { messagePage } from '../webviewPage';
import { bundlePlace, rawUri } from '../documents/bundleUri';
import { TimelinePage, type TimelineContent, type TimelinePageServices } from './timelinePage';
import { archiveViewType, bundleViewType, comparisonViewType, viewTypeFor } from './timelineViewTypes';

/**
 * The editor of a bundle file is its timeline. Being a custom editor, it opens by double click, by drop and by
 * "Reopen Editor With…", and VS Code brings it back after a reload.
 */
export class TimelineEditors
  extends Disposable
  implements vscode.CustomReadonlyEditorProvider, vscode.WebviewPanelSerializer
{
  private readonly pages = new Set<TimelinePage>();

  constructor(
    private readonly opener: BundleOpener,
    private readonly bundles: OpenBundles,
    private readonly services: TimelinePageServices,
  ) {
    super();
    for (const viewType of [bundleViewType, archiveViewType]) {
      this.register(
        vscode.window.registerCustomEditorProvider(viewType, this, { supportsMultipleEditorsPerDocument: true }),
      );
    }
    this.register(vscode.window.registerWebviewPanelSerializer(comparisonViewType, this));
    this.register(
      bundles.onDidClose((bundle) => {
        for (const page of this.pagesOf(bundle)) {
          page.close();
        }
      }),
    );
  }

  /** Brings the timeline of `bundle` to the front, or opens it. */
  async show(bundle: OpenBundle): Promise<void> {
    const page = this.pagesOf(bundle).find(({ bundles }) => bundles.length === 1);
    if (page !== undefined) {
      page.reveal();
      return;
    }
    // A folder cannot be in an editor: there the bundle's own root stands for it.
    const resource = bundle.document.bundle.container === 'folder' ? rawUri(bundle, '') : bundle.source;
    await vscode.commands.executeCommand('vscode.openWith', resource, viewTypeFor(sourceName(resource)));
  }

  /** Two or more bundles on one timeline, in a tab of its own. */
  compare(content: TimelineContent): void {
    const title = content.bundles.map(({ name }) => name).join(' ↔ ');
    const panel = vscode.window.createWebviewPanel(comparisonViewType, title, vscode.ViewColumn.Active);
    this.setOptions(panel);
    this.addPage(content, panel);
  }

  /** A comparison comes back as it was, as long as all its bundles are still where they were. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = keptContentOf(state);
    const found: OpenBundle[] = [];
    for (const key of kept?.keys ?? []) {
      const bundle = await this.opener.byKey(key).catch(() => null);
      if (bundle === null) {
        break;
      }
      found.push(bundle);
    }
    const [first, ...others] = found;
    if (kept === null || first === undefined || found.length < kept.keys.length) {
      panel.dispose();
      return;
    }
    this.setOptions(panel);
    this.addPage({ bundles: [first, ...others], alignment: kept.alignment }, panel);
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    this.setOptions(panel);
    const name = sourceName(uri);
    panel.webview.html = messagePage(name, vscode.l10n.t('Reading {0}…', name), false);
    const closed = new AbortController();
    panel.onDidDispose(() => {
      closed.abort();
    });
    try {
      const bundle = await this.openFrom(uri);
      if (!closed.signal.aborted) {
        this.addPage({ bundles: [bundle], alignment: { kind: 'enrollmentStart' } }, panel);
        await this.showOnlyLog(bundle, panel);
      }
    } catch (error) {
      if (!closed.signal.aborted) {
        panel.webview.html = messagePage(
          name,
          openingError(name, error) ?? vscode.l10n.t('Reading {0} was cancelled. Close the tab to try again.', name),
          true,
        );
      }
    }
  }

  private setOptions({ webview }: vscode.WebviewPanel): void {
    const { extensionUri } = this.services;
    webview.options = {
      enableScripts: true,
      enableCommandUris: ['autopilotTriage.showLog'],
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')],
    };
  }

  private async openFrom(uri: vscode.Uri): Promise<OpenBundle> {
    const place = bundlePlace(uri);
    if (place?.path !== '') {
      return this.opener.open(uri);
    }
    const bundle = await this.opener.byKey(place.key);
    if (bundle === null) {
      throw new Error(vscode.l10n.t('it is no longer where it was opened from.'));
    }
    return bundle;
  }

  /** Of a single log people want the text as well: below its timeline, unless they have gone elsewhere meanwhile. */
  private async showOnlyLog(bundle: OpenBundle, panel: vscode.WebviewPanel): Promise<void> {
    const [member] = bundle.members;
    if (bundle.document.bundle.container === 'file' && member !== undefined && panel.active) {
      await this.services.navigator.showMember(bundle, member.path, { preserveFocus: true, preview: false });
    }
  }

  private addPage(content: TimelineContent, panel: vscode.WebviewPanel): void {
    const page = new TimelinePage(content, panel, this.services);
    const [first] = content.bundles;
    this.pages.add(page);
    panel.onDidDispose(() => {
      this.pages.delete(page);
      page.dispose();
    });
    panel.onDidChangeViewState(() => {
      if (panel.active) {
        this.bundles.activate(first);
      }
    });
  }

  private pagesOf(bundle: OpenBundle): TimelinePage[] {
    return [...this.pages].filter(({ bundles }) => bundles.includes(bundle));
  }
}
