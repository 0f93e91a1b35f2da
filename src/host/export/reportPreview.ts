import * as vscode from 'vscode';
import type { ReportForm } from '../../core/report/reportForms';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import { waitingPage } from '../webviewPage';
import type { LeftTab, TabKeeper } from '../workplace/leftTab';

const scheme = 'autopilot-report';

/** How many reports stay in memory. */
const mostKept = 12;

/** Nothing runs and nothing is fetched, whatever a template says. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />`;

/** A report to look at. */
export interface ReportPreview {
  readonly form: ReportForm;
  /** File name that it would have. */
  readonly name: string;
  readonly text: string;
  /** Shows the same of a bundle that was read again, in the page that showed it where there is one. */
  again(bundle: OpenBundle, into?: vscode.WebviewPanel): Promise<void>;
}

/** A page with a report, and the bundle it is about. */
interface ReportPage {
  readonly key: string;
  readonly preview: ReportPreview;
  /** Is its bundle being read again? */
  isWaiting: boolean;
}

/**
 * Shows reports before they are handed on: HTML as a page, Markdown in the preview of VS Code, the others as text. When
 * names are hidden or shown they are made anew.
 */
export class ReportPreviews extends Disposable implements vscode.TextDocumentContentProvider, TabKeeper {
  /** By URI. */
  private readonly texts = new Map<string, ReportPreview>();
  private readonly pages = new Map<vscode.WebviewPanel, ReportPage>();
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;

  constructor(private readonly bundles: OpenBundles) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
    this.register(
      bundles.onDidLeave(({ key }) => {
        this.emptyPagesOf(key);
      }),
    );
    this.register(
      bundles.onDidChange(() => {
        this.fillPages();
      }),
    );
    this.register(
      bundles.onDidClose(({ key }) => {
        for (const [panel] of this.pagesOf(key)) {
          panel.dispose();
        }
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString())?.text ?? '';
  }

  /** @param into the page that shows it already */
  async show({ key }: OpenBundle, preview: ReportPreview, into?: vscode.WebviewPanel): Promise<void> {
    const { form, name } = preview;
    if (form === 'html') {
      // A page may have been closed while its report was made.
      if (into === undefined || this.pages.has(into)) {
        this.showPage(key, preview, into ?? newPage(name));
      }
      return;
    }
    const uri = vscode.Uri.from({ scheme, authority: key, path: `/${name}` });
    this.keep(uri, preview);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    if (form === 'markdown') {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
      return;
    }
    await vscode.window.showTextDocument(
      form === 'sarif' ? await vscode.languages.setTextDocumentLanguage(document, 'json') : document,
    );
  }

  /** Pages stay where they are; texts, whose URIs have the name of the bundle, are opened anew. */
  leave(tab: vscode.Tab): Promise<LeftTab | null> {
    const [id, preview] = [...this.texts].find(([uri, { name }]) => showsText(tab, uri, name)) ?? [];
    if (id === undefined || preview === undefined) {
      return Promise.resolve(null);
    }
    this.texts.delete(id);
    return Promise.resolve({ key: vscode.Uri.parse(id, true).authority, comeBack: (bundle) => preview.again(bundle) });
  }

  private showPage(key: string, preview: ReportPreview, panel: vscode.WebviewPanel): void {
    const { name, text } = preview;
    if (!this.pages.has(panel)) {
      panel.onDidDispose(() => this.pages.delete(panel));
    }
    this.pages.set(panel, { key, preview, isWaiting: false });
    const head = /<head[^>]*>/i.exec(text);
    const at = head === null ? 0 : head.index + head[0].length;
    panel.title = name;
    panel.webview.html = `${text.slice(0, at)}${policy}${text.slice(at)}`;
  }

  private emptyPagesOf(key: string): void {
    for (const [panel, page] of this.pagesOf(key)) {
      page.isWaiting = true;
      panel.title = vscode.l10n.t('Report');
      panel.webview.html = waitingPage();
    }
  }

  private fillPages(): void {
    for (const [panel, page] of this.pages) {
      const bundle = page.isWaiting ? this.bundles.find(page.key) : undefined;
      if (bundle !== undefined) {
        page.isWaiting = false;
        void page.preview.again(bundle, panel);
      }
    }
  }

  private pagesOf(key: string): readonly (readonly [vscode.WebviewPanel, ReportPage])[] {
    return [...this.pages].filter(([, page]) => page.key === key);
  }

  /** The preview of VS Code asks again when it likes, long after its document was closed. */
  private keep(uri: vscode.Uri, preview: ReportPreview): void {
    this.texts.delete(uri.toString());
    this.texts.set(uri.toString(), preview);
    const [oldest] = this.texts.keys();
    if (this.texts.size > mostKept && oldest !== undefined) {
      this.texts.delete(oldest);
    }
  }
}

/** Of the preview of VS Code only the title is known. */
function showsText({ input, label }: vscode.Tab, uri: string, name: string): boolean {
  return input instanceof vscode.TabInputText
    ? input.uri.toString() === uri
    : input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview') && label.includes(name);
}

function newPage(name: string): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel('autopilotTriage.report', name, vscode.ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
}
