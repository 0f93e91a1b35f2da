import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { RequestCancelledError } from '../bundle/bundleWorker';
import { bundlePlace } from '../documents/bundleUri';
import { handOut } from '../export/handOut';
import type { StoryNavigation } from '../navigation/storyNavigation';
import { eventList } from './eventPicker';
import { exportResults } from './exportResults';
import type { SearchDocuments } from './searchDocuments';
import type { SearchHistory } from './searchHistory';
import { askQuery, queryProblems } from './searchInput';
import { searchScheme } from './searchUri';

/** A selection that is longer than this is no search term. */
const longestSelection = 200;

/** What the commands about searching do. Their arguments come from menus, keybindings and other extensions. */
export class SearchCommands {
  constructor(
    private readonly bundles: OpenBundles,
    private readonly documents: SearchDocuments,
    private readonly history: SearchHistory,
    private readonly story: StoryNavigation,
  ) {}

  /** Searches the active bundle for `query`, or for what the person types. */
  async searchBundle(query: unknown): Promise<void> {
    const bundle = this.bundles.active;
    if (bundle === undefined) {
      return;
    }
    const isGiven = typeof query === 'string' && queryProblems(bundle, query).length === 0;
    const chosen = isGiven
      ? query
      : await askQuery(bundle, this.history.entries, typeof query === 'string' ? query : selectedText());
    if (chosen !== undefined) {
      await this.show(bundle, chosen);
    }
  }

  /** The same, with the file of a log's editor already in the query. */
  async searchMember(uri: unknown): Promise<void> {
    const place = bundlePlace(uri instanceof vscode.Uri ? uri : (activeUri() ?? vscode.Uri.file('/')));
    const bundle = place === null ? undefined : this.bundles.find(place.key);
    if (place === null || bundle === undefined) {
      return;
    }
    this.bundles.activate(bundle);
    const text = selectedText();
    const query = await askQuery(bundle, this.history.entries, `member:"${place.path}" ${text}`);
    if (query !== undefined) {
      await this.show(bundle, query);
    }
  }

  async goToEvent(): Promise<void> {
    const bundle = this.bundles.active;
    if (bundle !== undefined) {
      await this.story.pick(bundle, eventList(bundle));
    }
  }

  /** Opens the log at the match that the cursor is on. */
  async openResult(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const uri = resultsUri(undefined);
    const session = uri && this.documents.session(uri);
    const link = uri && editor && this.documents.linkAt(uri, editor.selection.active.line);
    if (session !== undefined && link !== undefined) {
      await vscode.commands.executeCommand('autopilotTriage.openEvidence', session.bundle.key, link.evidence);
    }
  }

  rerun(uri: unknown): void {
    const results = resultsUri(uri);
    if (results !== undefined) {
      this.documents.rerun(results);
    }
  }

  stop(): void {
    this.documents.stopAll();
  }

  /** The whole document, head included: a list of matches says little without what was searched for. */
  async copy(uri: unknown): Promise<void> {
    const results = resultsUri(uri);
    const text = results && (await this.documents.provideTextDocumentContent(results));
    const session = results && this.documents.session(results);
    if (text !== undefined && session !== undefined) {
      await handOut(session.bundle, text, { kind: 'clipboard' });
      vscode.window.setStatusBarMessage(vscode.l10n.t('Search results copied.'), 4000);
    }
  }

  /** @param target where to write; asked for unless it is given */
  async export(uri: unknown, target: unknown): Promise<void> {
    const results = resultsUri(uri);
    const session = results && this.documents.session(results);
    if (session === undefined) {
      return;
    }
    try {
      await exportResults(session, target instanceof vscode.Uri ? target : undefined);
    } catch (error) {
      if (!(error instanceof RequestCancelledError)) {
        const reason = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(vscode.l10n.t('The matches were not exported: {0}', reason));
      }
    }
  }

  private async show(bundle: OpenBundle, query: string): Promise<void> {
    this.history.add(query);
    await this.documents.show(bundle, query);
  }
}

/** The selection as a search term: one line, in quotation marks where it would mean something else without them. */
function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor?.selection.isSingleLine !== true || editor.document.uri.scheme === searchScheme) {
    return '';
  }
  const text = editor.document.getText(editor.selection).trim().slice(0, longestSelection);
  return /^[\w.]*$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** The results that a command is about: those of the menu it was chosen from, or those in the active editor. */
function resultsUri(uri: unknown): vscode.Uri | undefined {
  const candidate = uri instanceof vscode.Uri ? uri : activeUri();
  return candidate?.scheme === searchScheme ? candidate : undefined;
}

function activeUri(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}
