import * as vscode from 'vscode';
import type { ReportForm } from '../../core/report/reportForms';
import type { OpenBundle } from '../bundle/openBundle';
import { Disposable } from '../disposable';

const scheme = 'autopilot-report';

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
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) {
          this.texts.delete(uri.toString());
        }
      }),
    );
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
    this.texts.set(uri.toString(), text);
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
