import * as vscode from 'vscode';
import type { ReportForm } from '../../core/report/reportForms';
import type { OpenBundle } from '../bundle/openBundle';
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

  constructor() {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** @param name file name that the report would have */
  async show({ key }: OpenBundle, form: ReportForm, name: string, text: string): Promise<void> {
    if (form === 'html') {
      showPage(name, text);
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
}

function showPage(name: string, html: string): void {
  const panel = vscode.window.createWebviewPanel('autopilotTriage.report', name, vscode.ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  const head = /<head[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  panel.webview.html = `${html.slice(0, at)}${policy}${html.slice(at)}`;
}
