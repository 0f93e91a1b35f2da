import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { bundlePlace, logScheme } from '../../src/host/documents/bundleUri';
import { searchPlace, searchScheme } from '../../src/host/search/searchUri';
import { eventually, type SampleBundle, writeSampleBundle } from './sampleBundle';

function resultsEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.scheme === searchScheme ? editor : undefined;
}

function logEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.scheme === logScheme ? editor : undefined;
}

/** Searches and waits for the end of it. */
async function search(query: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('autopilotTriage.searchBundle', query);
  return eventually(`the results of ${query}`, () => {
    const document = vscode.window.visibleTextEditors.find(
      ({ document: { uri } }) => uri.scheme === searchScheme && searchPlace(uri)?.query === query,
    )?.document;
    return document !== undefined && /^# .* files · .* s$/m.test(document.getText()) ? document : undefined;
  });
}

/** First line that fits. */
function lineOf(document: vscode.TextDocument, shape: RegExp): number {
  const line = document
    .getText()
    .split('\n')
    .findIndex((text) => shape.test(text));
  assert.ok(line >= 0, `${String(shape)} in ${document.getText()}`);
  return line;
}

describe('a search in the open bundle', () => {
  let sample: SampleBundle;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-search-'));
    sample = writeSampleBundle();
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
  });

  after(async () => {
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
    rmSync(folder, { recursive: true });
  });

  it('shows its matches by file in a read-only document of its own language', async () => {
    const document = await search('provider:User32 id:1074');
    assert.equal(document.languageId, 'mdmsearch');
    const text = document.getText();
    assert.match(text, /^# provider:User32 id:1074\n# .+\n# 4 matches in 2 of \d+ files · all shown · /);
    assert.match(text, /^\(15\) Events System Events\.evtx · 2 matches\n {2}#\d+: .*User32 1074/m);
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(document.getText(), text);
  });

  it('goes to the record of the line with Enter', async () => {
    const document = await search('provider:User32 id:1074');
    const line = lineOf(document, /^ {2}#\d+: /);
    const recordId = /#(\d+)/.exec(document.lineAt(line).text)![1]!;
    resultsEditor()!.selection = new vscode.Selection(line, 0, line, 0);
    await vscode.commands.executeCommand('autopilotTriage.openSearchResult');
    const editor = await eventually('the log', logEditor);
    const header = editor.document.lineAt(editor.selection.active.line).text;
    assert.ok(header.includes(`User32 1074  #${recordId}`), header);
  });

  it('links every match to its place', async () => {
    const document = await search('deviceguard');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const rows = document
      .getText()
      .split('\n')
      .filter((text) => /^ {2}#?\d+: /.test(text));
    assert.ok(rows.length > 5);
    assert.equal(links.length, rows.length);
    const target = links.at(-1)!.target!;
    assert.equal(target.scheme, 'command');
    const args = JSON.parse(decodeURIComponent(target.query)) as unknown[];
    await vscode.commands.executeCommand(target.path, ...args);
    const editor = await eventually('the log', logEditor);
    assert.ok(editor.document.lineAt(editor.selection.active.line).text.toLowerCase().includes('deviceguard'));
  });

  it('finds lines of text logs, and opens them', async () => {
    const document = await search('member:setupact info');
    const line = lineOf(document, /^ {2}\d+: /);
    const [, number] = /^ {2}(\d+): /.exec(document.lineAt(line).text)!;
    resultsEditor()!.selection = new vscode.Selection(line, 0, line, 0);
    await vscode.commands.executeCommand('autopilotTriage.openSearchResult');
    const editor = await eventually('the log', logEditor);
    assert.equal(editor.selection.active.line, Number(number) - 1);
    assert.match(bundlePlace(editor.document.uri)!.path, /setupact/);
  });

  it('says in the document when nothing was found', async () => {
    const document = await search('this-is-nowhere');
    assert.match(document.getText(), /^# No matches in \d+ files/m);
  });

  it('searches again on demand', async () => {
    const document = await search('User32');
    const before = document.getText().replace(/ · [\d.]+ s$/m, '');
    await vscode.commands.executeCommand('autopilotTriage.rerunSearch');
    await eventually('the same results', () =>
      document.getText().replace(/ · [\d.]+ s$/m, '') === before ? true : undefined,
    );
  });

  for (const name of ['matches.csv', 'matches.jsonl']) {
    it(`exports its matches as ${name}`, async () => {
      const document = await search('provider:User32 id:1074');
      const file = path.join(folder, name);
      await vscode.commands.executeCommand('autopilotTriage.exportSearch', document.uri, vscode.Uri.file(file));
      const lines = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
      assert.equal(lines.length, name.endsWith('csv') ? 5 : 4);
      assert.match(lines.at(-1)!, /User32/);
    });
  }

  it('copies its matches', async () => {
    const document = await search('provider:User32 id:1074');
    await vscode.commands.executeCommand('autopilotTriage.copySearch');
    // The editor shows the end of a search a moment after its document has it.
    await eventually('what the document shows', async () => {
      const copied = await vscode.env.clipboard.readText();
      return copied.includes('User32 1074') && copied === document.getText() ? true : undefined;
    });
  });

  it('asks again when the query means nothing', async () => {
    const asked = vscode.commands.executeCommand('autopilotTriage.searchBundle', 'id:abc');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
  });
});

describe('the list of events', () => {
  let sample: SampleBundle;

  before(async () => {
    sample = writeSampleBundle();
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
  });

  after(async () => {
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
  });

  const cursor = (): string | undefined => {
    const editor = logEditor();
    return editor?.document.lineAt(editor.selection.active.line).text;
  };

  async function moveUntilPreview(): Promise<string> {
    const start = cursor();
    return eventually('the preview of an event', () => {
      void vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      const now = cursor();
      return now !== undefined && now !== start ? now : undefined;
    });
  }

  it('previews the events, and goes back when it is left', async () => {
    await vscode.commands.executeCommand('autopilotTriage.nextReboot');
    const start = await eventually('a reboot', cursor);
    const finished = vscode.commands.executeCommand('autopilotTriage.goToEvent');
    await moveUntilPreview();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await finished;
    assert.equal(cursor(), start);
  });

  it('goes to the event that is chosen', async () => {
    const finished = vscode.commands.executeCommand('autopilotTriage.goToEvent');
    await moveUntilPreview();
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await finished;
    assert.match(cursor() ?? '', /^\d{4}-\d\d-\d\d .* {2}#\d+/);
  });
});
