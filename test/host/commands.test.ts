import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { applyCommand } from '../../src/core/case/applyCommand';
import { newCase, type CaseDocument } from '../../src/core/case/caseDocument';
import { readCase } from '../../src/core/case/readCase';
import { writeCase } from '../../src/core/case/writeCase';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { logScheme, logUri } from '../../src/host/documents/bundleUri';
import { searchPlace, searchScheme } from '../../src/host/search/searchUri';
import { lateAgent } from '../bundles/scenarios/lateAgent';
import { eventually, readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`autopilotTriage.${command}`, ...args);

const tabs = (): readonly string[] =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

const activeTab = (): string => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';

/** The line at the cursor of a log. */
function lineAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.scheme === logScheme
    ? editor.document.lineAt(editor.selection.active.line).text
    : undefined;
}

/** Runs a command that asks, and answers with the row below the first `rowsDown` times, as with the keyboard. */
async function answered(command: Thenable<unknown>, rowsDown = 0): Promise<void> {
  let isOver = false;
  const over = Promise.resolve(command).then(() => {
    isOver = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 400));
  for (let row = 0; row < rowsDown; row += 1) {
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  }
  await eventually('the end of the question', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 100));
    return isOver ? true : undefined;
  });
  await over;
}

describe('the commands of a bundle', () => {
  let sample: SampleBundle;
  let bundle: OpenBundle;

  before(async () => {
    sample = writeSampleBundle();
    await run('openResource', sample.uri);
    bundle = await readBundle(sample.uri);
  });

  after(async () => {
    bundle.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('closeBundle');
    sample.remove();
  });

  it('open the walkthrough, the list of keys and the log of the extension', async () => {
    await run('openWalkthrough');
    await eventually('the walkthrough', () => tabs().find((label) => /welcome|walkthrough/i.test(label)));
    await run('showShortcuts');
    await eventually('the keys', () => tabs().find((label) => /keyboard shortcuts/i.test(label)));
    await run('showLog');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('do nothing when there is nothing to cancel', async () => {
    await run('cancelOpening');
    await run('stopSearch');
    await run('copyAdvice', { no: 'text' });
  });

  it('go from sign-in to sign-in and from phase to phase, there and back', async () => {
    for (const kind of ['SignIn', 'Phase']) {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await run(`next${kind}`);
      const first = await eventually(`the first ${kind}`, lineAtCursor);
      await run(`next${kind}`);
      const second = await eventually(`the second ${kind}`, lineAtCursor);
      await run(`previous${kind}`);
      const back = await eventually(`the ${kind} before`, lineAtCursor);
      assert.deepEqual([back, second === first], [first, bundle.document.signIns.length === 1 && kind === 'SignIn']);
    }
    await run('nextSignIn');
    await run('previousSignIn');
    await run('nextPhase');
    await run('previousRePrompt');
    assert.match(await eventually('the re-prompt', lineAtCursor), /^2026-02-17 13:21:/);
  });

  it('go to the first finding of the list', async () => {
    await answered(run('goToFinding'));
    const [worst] = bundle.document.findings[0]!.evidence;
    assert.ok(worst !== undefined && 'recordId' in worst);
    assert.match(await eventually('its record', lineAtCursor), new RegExp(`#${worst.recordId}\\b`));
  });

  it('do what the finding at the cursor offers first', async () => {
    await answered(run('goToFinding'));
    await answered(run('findingActions'));
    await eventually('the cause, the advice or the row of the finding', () => (activeTab() === '' ? undefined : true));
  });

  it('show the record at the cursor on the timeline', async () => {
    await run('nextReboot');
    await eventually('the record', lineAtCursor);
    await run('showOnTimeline');
    await eventually('the timeline', () => (activeTab() === sample.built.name ? true : undefined));
  });

  it('search in the file of an editor, with its name in the query', async () => {
    const { path: member } = bundle.document.reboots[0]!.evidence[0];
    await vscode.window.showTextDocument(logUri(bundle, member));
    await answered(run('searchMember', logUri(bundle, member)));
    const results = await eventually('the results', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === searchScheme),
    );
    assert.match(searchPlace(results.document.uri)?.query ?? '', new RegExp(`^member:"[^"]+"`));
  });

  it('put the built-in template into the folder of the setting, and open it', async () => {
    const folder = path.join(path.dirname(sample.uri.fsPath), 'templates');
    mkdirSync(folder, { recursive: true });
    const settings = vscode.workspace.getConfiguration('autopilotTriage');
    await settings.update('templateFolder', folder, vscode.ConfigurationTarget.Global);
    await answered(run('editReportTemplate'));
    await settings.update('templateFolder', undefined, vscode.ConfigurationTarget.Global);
    assert.match(readFileSync(path.join(folder, 'report.md'), 'utf8'), /^\{\{#each /m);
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, path.join(folder, 'report.md'));
  });
});

describe('the commands of a case', () => {
  let sample: SampleBundle;

  before(async () => {
    sample = writeSampleBundle(lateAgent);
    await run('openResource', sample.uri);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('closeBundle');
    sample.remove();
  });

  const file = (): string => `${sample.uri.fsPath}.triage.json`;

  function saved(): CaseDocument | undefined {
    const reading = existsSync(file()) ? readCase(readFileSync(file(), 'utf8'), file()) : null;
    return reading?.ok === true ? reading.case : undefined;
  }

  const savedWhen = (what: string, holds: (document: CaseDocument) => boolean): Promise<CaseDocument> =>
    eventually(what, () => {
      const document = saved();
      return document !== undefined && holds(document) ? document : undefined;
    });

  it('star a restart, and take the star away', async () => {
    const restart = { key: sample.key, storyId: 'reboot-1' };
    await run('toggleStar', restart);
    await savedWhen('the star', ({ stars }) => stars.length === 1);
    await run('toggleStar', restart);
    await savedWhen('no star', ({ stars }) => stars.length === 0);
  });

  it('take what somebody states about the pass: for one sign-in only', async () => {
    const asking = run('statePass');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const { stated } = await savedWhen('the statement', (found) => found.stated.oneTime !== null);
    assert.equal(stated.oneTime?.value, true);
    await eventually('the end of the questions', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return Promise.race([
        Promise.resolve(asking).then(() => true),
        new Promise<undefined>((resolve) => setTimeout(resolve, 100, undefined)),
      ]);
    });
  });

  it("merge a colleague's case: their notes come to mine, once", async () => {
    const bundle = await readBundle(sample.uri);
    const { sha256 } = bundle.document.bundle;
    bundle.dispose();
    const added = applyCommand(
      newCase({ sha256, names: [sample.built.name], content: null }),
      { kind: 'add', annotation: { id: 'theirs', anchor: { kind: 'case' }, text: 'from a colleague' } },
      'ada',
      '2026-08-20T08:00:00.000Z',
    );
    assert.ok(added.ok);
    const theirs = path.join(path.dirname(sample.uri.fsPath), 'theirs.triage.json');
    writeFileSync(theirs, writeCase(added.case));
    await run('annotate', { key: sample.key, text: 'mine' });
    await run('importCase', vscode.Uri.file(theirs));
    await run('importCase', vscode.Uri.file(theirs));
    const { annotations } = await savedWhen('both notes', (found) => found.annotations.length > 1);
    assert.deepEqual(annotations.map(({ text }) => text).sort(), ['from a colleague', 'mine']);
  });

  it('group the notes by tag, and show only those with a star', async () => {
    const settings = () => vscode.workspace.getConfiguration('autopilotTriage').get('notesBy');
    await answered(run('groupNotes'), 1);
    await eventually('the arrangement by tag', () => (settings() === 'tag' ? true : undefined));
    await answered(run('groupNotes'));
    await eventually('the arrangement by status', () => (settings() === 'status' ? true : undefined));
    await run('showStarredNotes');
    await run('showAllNotes');
  });
});
