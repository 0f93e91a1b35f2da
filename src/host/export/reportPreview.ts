import * as vscode from 'vscode';
import type { ReportForm } from '../../core/report/reportForms';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';

const scheme = 'autopilot-report';

/** How many reports stay in memory. */
const mostKept = 12;

/** Nothing runs and nothing is fetched, whatever a template says. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />`;

/** Shows reports before they are handed on: HTML as a page, Markdown in the preview of VS Code, the others as text. */
export class ReportPreviews extends Disposable implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;

  private readonly panels = new Map<vscode.WebviewPanel, string>();

  constructor(bundles: OpenBundles) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
    this.register(
      bundles.onDidClose(({ key }) => {
        this.closeWith(key);
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** @param name file name that the report would have */
  async show({ key }: OpenBundle, form: ReportForm, name: string, text: string): Promise<void> {
    if (form === 'html') {
      this.showPage(key, name, text);
      return;
    }
    const uri = vscode.Uri.from({ scheme, authority: key, path: `/${name}` });
    this.keep(uri, text);
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

  /** The preview of VS Code asks again when it likes, long after its document was closed. */
  private keep(uri: vscode.Uri, text: string): void {
    this.texts.delete(uri.toString());
    this.texts.set(uri.toString(), text);
    const [oldest] = this.texts.keys();
    if (this.texts.size > mostKept && oldest !== undefined) {
      this.texts.delete(oldest);
    }
  }

  private showPage(key: string, name: string, html: string): void {
    const panel = vscode.window.createWebviewPanel('autopilotTriage.report', name, vscode.ViewColumn.Active, {
      enableScripts: false,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    this.panels.set(panel, key);
    panel.onDidDispose(() => this.panels.delete(panel));
    const head = /<head[^>]*>/i.exec(html);
    const at = head === null ? 0 : head.index + head[0].length;
    panel.webview.html = `${html.slice(0, at)}${policy}${html.slice(at)}`;
  }

  /** A bundle is also closed when names are to be hidden: no report of before may stay. Tabs of texts go by their URIs. */
  private closeWith(key: string): void {
    for (const [panel, of] of this.panels) {
      if (of === key) {
        panel.dispose();
      }
    }
    const uris = [...this.texts.keys()]
      .map((text) => vscode.Uri.parse(text))
      .filter(({ authority }) => authority === key);
    const names = uris.map(({ path }) => path.slice(1));
    const previews = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input, label }) => isMarkdownPreview(input) && names.some((name) => label.endsWith(name)));
    void vscode.window.tabGroups.close(previews, true);
    for (const uri of uris) {
      this.texts.delete(uri.toString());
      this.changed.fire(uri);
    }
  }
}

/** Such a tab tells its name and not its document. */
function isMarkdownPreview(input: unknown): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview');
}
