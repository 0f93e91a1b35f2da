import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { BundleOpener } from '../bundle/bundleOpener';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import type { CaseSessions } from '../case/caseSessions';
import { Disposable } from '../disposable';
import { engine } from '../engine';
import { tabIcon } from '../tabIcon';
import { memberName } from '../views/memberNames';
import { messagePage, waitingPage, webviewPage } from '../webviewPage';
import { overviewBody } from './overviewHtml';
import { overviewCommands, overviewWords } from './overviewWords';

/** Tabs may prefix the type with words of the workbench. */
export const overviewViewType = 'autopilotTriage.overview';

/** Width of the small timeline, pixels; the page scales it to its own. */
const timelineWidth = 960;

/** How long a case rests before its page is drawn again, milliseconds. */
const restTime = 400;

/** What a page keeps over a reload of the window. */
interface PageState {
  readonly key: string;
}

/** The one-page answers of the open bundles: at most one page each, back in place after a reload. */
export class OverviewPanels extends Disposable implements vscode.WebviewPanelSerializer {
  private readonly panels = new Map<OpenBundle, vscode.WebviewPanel>();
  /** Pages whose bundle is read again, by its key. */
  private readonly waiting = new Map<string, vscode.WebviewPanel>();
  /** What each page shows: it is only drawn again where that changes. */
  private readonly shown = new Map<OpenBundle, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly opener: BundleOpener,
    private readonly bundles: OpenBundles,
    private readonly cases: CaseSessions,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this.register(vscode.window.registerWebviewPanelSerializer(overviewViewType, this));
    this.register(
      opener.onDidOpenNew((bundle) => {
        if (opensWithOverview() && !isOpenedForItsText(bundle)) {
          void this.show(bundle);
        }
      }),
    );
    for (const changed of [cases.onDidChange, bundles.onDidChange]) {
      this.register(
        changed(() => {
          this.refreshSoon();
        }),
      );
    }
    this.register(
      bundles.onDidLeave((bundle) => {
        this.wait(bundle);
      }),
    );
    this.register(
      bundles.onDidChange(() => {
        this.showWhatIsBack();
      }),
    );
    this.register(
      bundles.onDidClose(({ key }) => {
        this.waiting.get(key)?.dispose();
      }),
    );
  }

  /** Brings the overview of `bundle` to the front, or opens it. */
  async show(bundle: OpenBundle): Promise<void> {
    const known = this.panels.get(bundle);
    if (known !== undefined) {
      known.reveal(known.viewColumn);
      return;
    }
    const panel = vscode.window.createWebviewPanel(overviewViewType, titleOf(bundle), vscode.ViewColumn.Active, {
      enableFindWidget: true,
    });
    await this.fill(panel, bundle);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const bundle = isPageState(state) ? await this.opener.byKey(state.key).catch(() => null) : null;
    if (bundle === null) {
      panel.dispose();
      return;
    }
    await this.fill(panel, bundle);
  }

  /** Nothing of the bundle stays on the page; where people were on it is kept in its state. */
  private wait(bundle: OpenBundle): void {
    const panel = this.panels.get(bundle);
    if (panel !== undefined) {
      this.panels.delete(bundle);
      this.shown.delete(bundle);
      this.waiting.set(bundle.key, panel);
      panel.onDidDispose(() => this.waiting.delete(bundle.key));
      panel.title = vscode.l10n.t('Overview');
      panel.webview.html = waitingPage();
    }
  }

  private showWhatIsBack(): void {
    for (const [key, panel] of this.waiting) {
      const bundle = this.bundles.find(key);
      if (bundle !== undefined) {
        this.waiting.delete(key);
        panel.title = titleOf(bundle);
        void this.fill(panel, bundle);
      }
    }
  }

  private async fill(panel: vscode.WebviewPanel, bundle: OpenBundle): Promise<void> {
    this.panels.set(bundle, panel);
    panel.iconPath = tabIcon(this.extensionUri);
    panel.onDidDispose(() => {
      this.panels.delete(bundle);
      this.shown.delete(bundle);
    });
    const activate = (): void => {
      if (panel.active) {
        this.bundles.activate(bundle);
      }
    };
    activate();
    panel.onDidChangeViewState(activate);
    panel.webview.options = {
      enableScripts: true,
      enableCommandUris: overviewCommands,
      localResourceRoots: [
        vscode.Uri.joinPath(this.extensionUri, 'media'),
        vscode.Uri.joinPath(this.extensionUri, 'dist'),
      ],
    };
    try {
      await this.draw(panel, bundle);
    } catch (error) {
      this.log.error(`Overview of ${bundle.name}: ${String(error)}`);
      panel.webview.html = messagePage(bundle.name, vscode.l10n.t('{0} could not be read.', bundle.name), true);
    }
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  /** What people add to a case in one go is drawn once. */
  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const [bundle, panel] of this.panels) {
        this.draw(panel, bundle).catch((error: unknown) => {
          this.log.error(`Overview of ${bundle.name}: ${String(error)}`);
        });
      }
    }, restTime);
  }

  private async draw(panel: vscode.WebviewPanel, bundle: OpenBundle): Promise<void> {
    const body = await this.body(bundle);
    if (this.panels.get(bundle) === panel && this.shown.get(bundle) !== body) {
      this.shown.set(bundle, body);
      panel.webview.html = this.page(panel.webview, bundle, body);
    }
  }

  private async body(bundle: OpenBundle): Promise<string> {
    const { overview, timelineSvg } = await bundle.overview(timelineWidth);
    const { key, document } = bundle;
    const caseNotes = engine().caseSection(this.cases.shownOf(bundle), document);
    const sections = [...overview.sections, ...(caseNotes === null ? [] : [caseNotes])];
    const nameOf = (path: string): string => memberName(bundle, path);
    return overviewBody({
      ...{ key, document, timelineSvg, nameOf },
      overview: { ...overview, sections },
      words: overviewWords(),
    });
  }

  private page(webview: vscode.Webview, bundle: OpenBundle, body: string): string {
    const style = webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, 'media', 'overview.css'));
    const script = webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, 'dist', 'overview.js'));
    const nonce = randomBytes(18).toString('base64');
    return webviewPage({
      title: titleOf(bundle),
      policy: `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`,
      head: `<link rel="stylesheet" href="${style.toString()}">`,
      body: `${body}<script nonce="${nonce}" src="${script.toString()}"></script>`,
    });
  }
}

/** Does the person want the answer first? */
export function opensWithOverview(): boolean {
  const configuration = vscode.workspace.getConfiguration('autopilotTriage');
  return configuration.get<'overview' | 'timeline'>('openWith', 'overview') === 'overview';
}

/** A single file that the editor shows by itself is only read as a bundle for its records; an event log has no text. */
function isOpenedForItsText({ document, members }: OpenBundle): boolean {
  return document.bundle.container === 'file' && members.every(({ kind }) => kind !== 'evtx');
}

function titleOf({ name }: OpenBundle): string {
  return vscode.l10n.t('Overview: {0}', name);
}

function isPageState(state: unknown): state is PageState {
  return typeof state === 'object' && state !== null && 'key' in state && typeof state.key === 'string';
}
