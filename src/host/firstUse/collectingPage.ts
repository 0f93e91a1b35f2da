import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import { tabIcon } from '../tabIcon';
import { webviewPage } from '../webviewPage';
import { collectingBody } from './collectingHtml';
import { collectingWays } from './collectingWays';

/** The page "How to Collect a Bundle": one at a time, without scripts. */
export class CollectingPage extends Disposable {
  private panel: vscode.WebviewPanel | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {
    super();
  }

  show(): void {
    if (this.panel !== undefined) {
      this.panel.reveal(this.panel.viewColumn);
      return;
    }
    const title = vscode.l10n.t('How to Collect a Bundle');
    const media = vscode.Uri.joinPath(this.extensionUri, 'media');
    const panel = vscode.window.createWebviewPanel('autopilotTriage.collecting', title, vscode.ViewColumn.Active, {
      enableFindWidget: true,
      enableCommandUris: ['autopilotTriage.copyCommand', 'autopilotTriage.openBundle'],
      localResourceRoots: [media],
    });
    this.panel = panel;
    panel.iconPath = tabIcon(this.extensionUri);
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.html = page(panel.webview, media, title);
  }

  override dispose(): void {
    this.panel?.dispose();
    super.dispose();
  }
}

function page(webview: vscode.Webview, media: vscode.Uri, title: string): string {
  const styles = ['overview.css', 'collecting.css'].map((file) =>
    webview.asWebviewUri(vscode.Uri.joinPath(media, file)).toString(),
  );
  return webviewPage({
    title,
    policy: `default-src 'none'; style-src ${webview.cspSource}`,
    head: styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n'),
    body: collectingBody(collectingWays(), {
      title,
      intro: vscode.l10n.t(
        'A log that is not in the bundle proves nothing. These are the four ways to a bundle, with what each brings and what it leaves out.',
      ),
      contains: vscode.l10n.t('What it brings'),
      lacks: vscode.l10n.t('What it leaves out'),
      copy: vscode.l10n.t('Copy'),
      openBundle: vscode.l10n.t('Open Log Bundle…'),
    }),
  });
}
