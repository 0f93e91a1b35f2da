import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { bundlePlace, logUri } from '../../src/host/documents/bundleUri';
import { searchPlace } from '../../src/host/search/searchUri';
import { eventually, type SampleBundle, writeSampleBundle } from './sampleBundle';

/** Of the person and the device in the sample, but for the name of its file, which stays. */
const names = /adele|contoso|S-1-12-1-|S-1-5-21-/i;
const device = /DESKTOP-EXAMPLE1/;

/** What a tab is, whatever it is called. */
function kindOf({ input }: vscode.Tab): string {
  if (input instanceof vscode.TabInputText) {
    const member = bundlePlace(input.uri)?.path.split('/').at(-1);
    return member === undefined ? input.uri.scheme : `log ${member.replace(/DESKTOP-EXAMPLE1|HOST-1/, '…')}`;
  }
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputWebview
    ? input.viewType.replace(/^mainThreadWebview-/, '')
    : 'other';
}

/** Groups, what they show in which order, and where the keyboard is. */
const windowShape = (): unknown =>
  vscode.window.tabGroups.all.map(({ tabs, viewColumn, isActive }) => ({
    viewColumn,
    isActive,
    tabs: tabs.map((tab) => `${kindOf(tab)}${tab.isActive ? ', in front' : ''}${tab.isPreview ? ', preview' : ''}`),
  }));

const labels = (): readonly string[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

describe('when names are hidden and shown again', function () {
  this.timeout(120_000);
  let sample: SampleBundle;

  const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
    vscode.commands.executeCommand(`autopilotTriage.${command}`, ...args);
  const member = (name: RegExp): string => {
    const found = sample.built.members.find((candidate) => name.test(candidate.name));
    assert.ok(found);
    return found.name.replaceAll('\\', '/');
  };

  before(async () => {
    sample = writeSampleBundle();
    await run('openResource', sample.uri);
  });

  beforeEach(async () => {
    await hide(undefined);
    await eventually('the bundle with its names', async () => {
      const uri = logUri({ key: sample.key, name: sample.built.name }, member(/LogonUI export\.reg$/));
      const text = await vscode.workspace.fs.readFile(uri).then(
        (bytes) => Buffer.from(bytes).toString('utf8'),
        () => '',
      );
      return /AdeleExample/i.test(text) ? true : undefined;
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('showOverview');
    await run('showTimeline');
    // Opens its record below the timeline.
    await run('nextReboot');
    await vscode.commands.executeCommand('workbench.action.keepEditor');
  });

  after(async () => {
    await hide(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('closeBundle');
    sample.remove();
  });

  const hide = (isHidden: boolean | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('autopilotTriage')
      .update('redactOnScreen', isHidden, vscode.ConfigurationTarget.Global);

  async function open(name: RegExp, line: number): Promise<vscode.TextEditor> {
    const uri = logUri({ key: sample.key, name: sample.built.name }, member(name));
    const document = await vscode.workspace.openTextDocument(uri);
    const at = new vscode.Position(line, 3);
    const selection = new vscode.Range(at, at);
    return vscode.window.showTextDocument(document, { preview: false, selection });
  }

  const logEditor = (): vscode.TextEditor | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'autopilot-log');
  /** The head of the record that the cursor is in, and how far below it stands. */
  function cursor(editor: vscode.TextEditor): string {
    const { document, selection } = editor;
    for (let line = selection.active.line; line >= 0; line--) {
      const head = /^\d{4}-.*#\d+$/.exec(document.lineAt(line).text);
      if (head !== null) {
        return `${head[0]}, ${selection.active.line - line} lines below, character ${selection.active.character}`;
      }
    }
    return `line ${selection.active.line}`;
  }

  /** Reading a bundle again takes a while on a busy machine. */
  async function toggle(isBack: () => boolean, shape: unknown = null): Promise<void> {
    await run('toggleRedaction');
    // Only when it stays so is all of it back: the last tabs may still be on their way.
    let backSince: number | null = null;
    for (let attempt = 0; attempt < 400 && (backSince === null || attempt - backSince < 15); attempt++) {
      backSince = isBack() ? (backSince ?? attempt) : null;
      await sleep(100);
    }
    assert.ok(isBack(), JSON.stringify({ shape: windowShape(), labels: labels(), expected: shape }, null, 1));
  }

  it('the same tabs stand in the same groups, with the cursor on the same record', async () => {
    await open(/LogonUI export\.reg$/, 4);
    const behind = cursor(vscode.window.activeTextEditor!);
    await run('searchBundle', 'LsaCfgFlags');
    const editor = await open(/evtx$/i, 40);
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    const shape = windowShape();
    const titles = labels();
    const place = cursor(editor);
    const isAsBefore = (): boolean => JSON.stringify(windowShape()) === JSON.stringify(shape);
    assert.ok(vscode.window.tabGroups.all.length > 1, JSON.stringify(shape));
    assert.match(place, /#\d+, \d/);

    await toggle(
      () =>
        isAsBefore() && !labels().some((label) => label.includes('DESKTOP-EXAMPLE1') && label !== sample.built.name),
    );
    assert.doesNotMatch(logEditor()!.document.getText(), device);
    assert.doesNotMatch(logEditor()!.document.uri.toString(true), device);
    assert.equal(cursor(logEditor()!), place);

    await toggle(() => isAsBefore() && labels().join() === titles.join(), shape);
    assert.match(logEditor()!.document.uri.toString(true), device);
    assert.equal(cursor(logEditor()!), place);
    await open(/LogonUI export\.reg$/, 4);
    assert.equal(cursor(vscode.window.activeTextEditor!), behind);
  });

  it('a log that was behind another tab still knows its line', async () => {
    const reg = await open(/LogonUI export\.reg$/, 7);
    const { line } = reg.selection.active;
    await open(/evtx$/i, 20);
    const shape = JSON.stringify(windowShape());
    await toggle(() => JSON.stringify(windowShape()) === shape && !labels().some((label) => names.test(label)));
    const tab = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputText && input.uri.path.endsWith('export.reg'));
    assert.ok(tab?.input instanceof vscode.TabInputText);
    const editor = await vscode.window.showTextDocument(tab.input.uri);
    assert.equal(editor.selection.active.line, line);
    await toggle(() => /AdeleExample/i.test(logEditor()?.document.getText() ?? ''));
  });

  it('a search for a name comes back under its pseudonym, one for a piece of a name only with names', async () => {
    const queries = (): readonly string[] =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .flatMap(({ input }) => (input instanceof vscode.TabInputText ? (searchPlace(input.uri)?.query ?? []) : []));
    await run('searchBundle', 'AdeleExample');
    await run('searchBundle', 'DESKTOP-EXA');
    await eventually('both have found something', () =>
      vscode.workspace.textDocuments.filter(
        (document) =>
          document.uri.scheme === 'autopilot-search' && /EXAMPLE1|AdeleExample/.test(document.getText().slice(200)),
      ).length > 1
        ? true
        : undefined,
    );
    await toggle(() => queries().includes('USER-1'));
    assert.doesNotMatch(queries().join('\n'), /adele|desktop/i);
    await toggle(() => queries().includes('AdeleExample'));
  });

  it('reports that are looked at are made anew', async () => {
    await run('previewReport', undefined, 'html');
    await run('previewReport', undefined, 'json');
    const json = (): string =>
      vscode.window.visibleTextEditors
        .find(({ document }) => document.uri.scheme === 'autopilot-report')
        ?.document.getText() ?? '';
    assert.match(json(), device);
    await toggle(() => json().includes('HOST-1') && labels().some((label) => label.endsWith('report.html')));
    assert.doesNotMatch(json(), device);
    const reports = labels().filter((label) => label.includes('-report.'));
    assert.equal(reports.length, 2);
    assert.doesNotMatch(reports.join('\n'), device);
    await toggle(
      () =>
        json().includes('DESKTOP-EXAMPLE1') &&
        labels().filter((label) => /EXAMPLE1.*-report\./.test(label)).length === 2,
    );
  });
});
