import * as vscode from 'vscode';
import type { BundleOpener } from '../bundle/bundleOpener';
import { sourceName } from '../bundle/bundleSource';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { openingError } from '../bundle/openingErrors';
import { Disposable } from '../disposable';
import { keptContentOf } from '../../protocol/timelineMessages';
import { messagePage, waitingPage } from '../webviewPage';
import { bundlePlace, rawUri } from '../documents/bundleUri';
import { TimelinePage, type TimelineContent, type TimelinePageServices } from './timelinePage';
import { archiveViewType, bundleViewType, comparisonViewType, viewTypeFor } from './timelineViewTypes';

/** A tab whose bundles are read again, and what it shows as soon as all of them are back. */
interface WaitingTab {
  readonly panel: vscode.WebviewPanel;
  /** Of the bundles from top to bottom. */
  readonly keys: readonly string[];
  readonly alignment: TimelineContent['alignment'];
}

/**
 * The editor of a bundle file is its timeline. Being a custom editor, it opens by double click, by drop and by
 * "Reopen Editor With…", and VS Code brings it back after a reload.
 */
export class TimelineEditors
  extends Disposable
  implements vscode.CustomReadonlyEditorProvider, vscode.WebviewPanelSerializer
{
  private readonly pages = new Set<TimelinePage>();
  private readonly waiting = new Set<WaitingTab>();

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
      bundles.onDidLeave((bundle) => {
        for (const page of this.pagesOf(bundle)) {
          this.wait(page);
        }
      }),
    );
    this.register(
      bundles.onDidChange(() => {
        this.showWhatIsBack();
      }),
    );
    this.register(
      bundles.onDidClose(({ key }) => {
        for (const { panel } of [...this.waiting].filter(({ keys }) => keys.includes(key))) {
          panel.dispose();
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
    const title = comparisonTitle(content.bundles);
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

  /** Nothing of the bundle stays on the page; how the page shows it is kept in its state. */
  private wait(page: TimelinePage): void {
    const { panel, content } = page;
    const waiting = { panel, keys: content.bundles.map(({ key }) => key), alignment: content.alignment };
    this.pages.delete(page);
    page.dispose();
    this.waiting.add(waiting);
    panel.onDidDispose(() => this.waiting.delete(waiting));
    if (content.bundles.length > 1) {
      panel.title = vscode.l10n.t('Comparison');
    }
    panel.webview.html = waitingPage();
  }

  private showWhatIsBack(): void {
    for (const waiting of this.waiting) {
      const { panel, keys, alignment } = waiting;
      const [first, ...others] = keys.flatMap((key) => this.bundles.find(key) ?? []);
      if (first !== undefined && others.length === keys.length - 1) {
        this.waiting.delete(waiting);
        if (others.length > 0) {
          panel.title = comparisonTitle([first, ...others]);
        }
        this.addPage({ bundles: [first, ...others], alignment }, panel);
      }
    }
  }

  private pagesOf(bundle: OpenBundle): TimelinePage[] {
    return [...this.pages].filter(({ bundles }) => bundles.includes(bundle));
  }
}

function comparisonTitle(bundles: readonly OpenBundle[]): string {
  return bundles.map(({ name }) => name).join(' ↔ ');
}
