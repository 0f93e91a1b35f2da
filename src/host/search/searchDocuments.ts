import * as vscode from 'vscode';
import type { BundleOpener } from '../bundle/bundleOpener';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { setContextKey } from '../contextKeys';
import { Disposable } from '../disposable';
import { displayedTime, timeDisplaySetting } from '../views/timeSetting';
import type { LeftTab, TabKeeper } from '../workplace/leftTab';
import { hiddenQuery } from './hiddenQuery';
import { resultText, type ResultLink, type ResultText } from './resultText';
import { SearchSession } from './searchSession';
import { searchPlace, searchScheme, searchUri } from './searchUri';

/** Milliseconds between two redraws while results stream in. */
const redrawEvery = 200;

interface Shown {
  readonly session: SearchSession;
  text: ResultText;
  redraw: NodeJS.Timeout | undefined;
}

/** The documents that show results of searches. They are made of their URIs alone and run when they are first read. */
export class SearchDocuments extends Disposable implements vscode.TextDocumentContentProvider, TabKeeper {
  private readonly shown = new Map<string, Shown>();
  /** What was searched for before its names were hidden, by the URI of the search without them. */
  private readonly queriesWithNames = new Map<string, string>();
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  private readonly highlight = this.register(
    vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
      // High contrast themes have no backgrounds: there the border carries the mark.
      border: '1px solid',
      borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    }),
  );

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly opener: BundleOpener,
    bundles: OpenBundles,
  ) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(searchScheme, this));
    this.register(
      vscode.languages.registerDocumentLinkProvider(
        { scheme: searchScheme },
        { provideDocumentLinks: (document) => this.links(document) },
      ),
    );
    this.register(
      vscode.workspace.onDidOpenTextDocument((document) => {
        // Changes that come before there is a document are lost.
        if (document.getText() !== this.shown.get(document.uri.toString())?.text.text) {
          this.redraw(document.uri);
        }
      }),
    );
    this.register(
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        editors.forEach((editor) => {
          this.mark(editor);
        });
      }),
    );
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        vscode.window.visibleTextEditors
          .filter((editor) => editor.document === document)
          .forEach((editor) => {
            this.mark(editor);
          });
      }),
    );
    this.register(
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        this.forgetClosed(closed);
      }),
    );
    this.register(
      bundles.onDidLeave((bundle) => {
        this.closeWith(bundle);
      }),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(timeDisplaySetting)) {
          this.shown.forEach((_, id) => {
            this.redraw(vscode.Uri.parse(id, true));
          });
        }
      }),
    );
  }

  /** Shows the results of `query`; searches again where they are shown already. */
  async show(bundle: OpenBundle, query: string, preview = false): Promise<void> {
    const uri = searchUri(bundle, query);
    if (this.shown.has(uri.toString())) {
      this.rerun(uri);
    }
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview });
  }

  /** A search for a name comes back as one for its pseudonym, and later on for the name again. */
  leave(tab: vscode.Tab): Promise<LeftTab | null> {
    const id = tabId(tab);
    const place = id === null ? null : searchPlace(vscode.Uri.parse(id, true));
    if (id === null || place === null) {
      return Promise.resolve(null);
    }
    const query = this.queriesWithNames.get(id) ?? place.query;
    const hasFound = (this.shown.get(id)?.session.results.matches.length ?? 0) > 0;
    this.queriesWithNames.delete(id);
    return Promise.resolve({
      key: place.key,
      comeBack: async (bundle, isPreview) => {
        const shownQuery = await hiddenQuery(bundle, query, hasFound);
        if (shownQuery !== null) {
          this.queriesWithNames.set(searchUri(bundle, shownQuery).toString(), query);
          await this.show(bundle, shownQuery, isPreview);
        }
      },
    });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const shown = this.shown.get(uri.toString()) ?? (await this.start(uri));
    return shown?.text.text ?? vscode.l10n.t('The bundle of this search is not open any more.');
  }

  /** The search whose results are at `uri`. */
  session(uri: vscode.Uri): SearchSession | undefined {
    return this.shown.get(uri.toString())?.session;
  }

  /** The match on a line of the document. */
  linkAt(uri: vscode.Uri, line: number): ResultLink | undefined {
    return this.shown.get(uri.toString())?.text.links.find((link) => link.line === line);
  }

  rerun(uri: vscode.Uri): void {
    void this.session(uri)?.run();
  }

  stopAll(): void {
    for (const { session } of this.shown.values()) {
      session.stop();
    }
  }

  override dispose(): void {
    for (const id of [...this.shown.keys()]) {
      this.forget(id);
    }
    super.dispose();
  }

  private async start(uri: vscode.Uri): Promise<Shown | undefined> {
    const place = searchPlace(uri);
    const bundle = place === null ? null : await this.opener.byKey(place.key);
    if (place === null || bundle === null) {
      return undefined;
    }
    const id = uri.toString();
    const session = new SearchSession(bundle, place.query, () => {
      this.redrawSoon(uri);
    });
    const shown: Shown = { session, text: this.render(session), redraw: undefined };
    this.shown.set(id, shown);
    void session.run();
    return shown;
  }

  private redrawSoon(uri: vscode.Uri): void {
    const shown = this.shown.get(uri.toString());
    if (shown !== undefined && shown.redraw === undefined) {
      shown.redraw = setTimeout(
        () => {
          shown.redraw = undefined;
          this.redraw(uri);
        },
        shown.session.isRunning ? redrawEvery : 0,
      );
    }
    this.announceRunning();
  }

  private redraw(uri: vscode.Uri): void {
    const shown = this.shown.get(uri.toString());
    if (shown !== undefined) {
      shown.text = this.render(shown.session);
      this.changed.fire(uri);
    }
  }

  private render({ bundle, results }: SearchSession): ResultText {
    return resultText(results, {
      localize: (message, ...values) => vscode.l10n.t(message, ...values),
      time: (ms) => displayedTime(bundle, new Date(ms).toISOString()),
    });
  }

  /** A link is a command, so that it opens the log where logs are shown, and with its record marked. */
  private links(document: vscode.TextDocument): vscode.DocumentLink[] {
    const shown = this.shown.get(document.uri.toString());
    return (shown?.text.links ?? []).map(({ line, start, end, evidence }) => {
      const args = encodeURIComponent(JSON.stringify([shown?.session.bundle.key, evidence]));
      const target = vscode.Uri.parse(`command:autopilotTriage.openEvidence?${args}`);
      const link = new vscode.DocumentLink(new vscode.Range(line, start, line, end), target);
      link.tooltip = vscode.l10n.t('Open in the log');
      return link;
    });
  }

  private mark(editor: vscode.TextEditor): void {
    const shown = this.shown.get(editor.document.uri.toString());
    if (shown !== undefined) {
      const ranges = shown.text.highlights.map(({ line, start, end }) => new vscode.Range(line, start, line, end));
      editor.setDecorations(this.highlight, ranges);
    }
  }

  private forgetClosed(closed: readonly vscode.Tab[]): void {
    const open = new Set(searchTabs().map(tabId));
    for (const tab of closed) {
      const id = tabId(tab);
      if (id !== null && !open.has(id)) {
        this.forget(id);
      }
    }
  }

  private closeWith(bundle: OpenBundle): void {
    const tabs = searchTabs().filter(
      ({ input }) => input instanceof vscode.TabInputText && searchPlace(input.uri)?.key === bundle.key,
    );
    void vscode.window.tabGroups.close(tabs, true);
  }

  private forget(id: string): void {
    const shown = this.shown.get(id);
    this.shown.delete(id);
    shown?.session.stop();
    clearTimeout(shown?.redraw);
    this.announceRunning();
  }

  private announceRunning(): void {
    const isRunning = [...this.shown.values()].some(({ session }) => session.isRunning);
    setContextKey('autopilotTriage.searching', isRunning);
  }
}

function searchTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => tabId(tab) !== null);
}

/** The URI that a tab of results shows; `null` for other tabs. */
function tabId({ input }: vscode.Tab): string | null {
  return input instanceof vscode.TabInputText && input.uri.scheme === searchScheme ? input.uri.toString() : null;
}
