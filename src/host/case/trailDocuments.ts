import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import { engine } from '../engine';
import type { LeftTab, TabKeeper } from '../workplace/leftTab';
import type { CaseSessions } from './caseSessions';

const trailScheme = 'autopilot-trail';

/** The audit trails of the open cases as documents: who did what, and when. Nobody can write to them. */
export class TrailDocuments extends Disposable implements vscode.TextDocumentContentProvider, TabKeeper {
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly bundles: OpenBundles,
    private readonly cases: CaseSessions,
  ) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(trailScheme, this));
    this.register(
      cases.onDidChange((bundle) => {
        this.changed.fire(trailUri(bundle));
      }),
    );
  }

  provideTextDocumentContent({ authority }: vscode.Uri): string {
    const bundle = this.bundles.find(authority);
    return bundle === undefined
      ? vscode.l10n.t('This bundle is not open any more.')
      : engine().trailText(this.cases.shownOf(bundle));
  }

  async show(bundle: OpenBundle, preview = true): Promise<void> {
    const document = await vscode.workspace.openTextDocument(trailUri(bundle));
    await vscode.window.showTextDocument(document, { preview });
  }

  /** Its title has the name of the bundle, its text those of people. */
  leave({ input }: vscode.Tab): Promise<LeftTab | null> {
    const isTrail = input instanceof vscode.TabInputText && input.uri.scheme === trailScheme;
    return Promise.resolve(
      isTrail ? { key: input.uri.authority, comeBack: (bundle, isPreview) => this.show(bundle, isPreview) } : null,
    );
  }
}

function trailUri({ key, name }: OpenBundle): vscode.Uri {
  return vscode.Uri.from({ scheme: trailScheme, authority: key, path: `/${name.replaceAll('/', '_')} · trail` });
}
