import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Annotation } from '../../src/core/case/caseDocument';
import { readCase } from '../../src/core/case/readCase';
import { writeCase } from '../../src/core/case/writeCase';
import { OpenBundles } from '../../src/host/bundle/openBundles';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { CaseHome } from '../../src/host/case/caseHome';
import { CaseSessions, type CaseConflicts, type CaseTrouble } from '../../src/host/case/caseSessions';
import { CaseThreads } from '../../src/host/case/caseThreads';
import { showCaseTrouble } from '../../src/host/case/caseTrouble';
import { NoteComment } from '../../src/host/case/noteComment';
import { logUri } from '../../src/host/documents/bundleUri';
import { cleanRun } from '../bundles/scenarios/cleanRun';
import { emptyMemento } from './emptyMemento';
import {
  eventually,
  extension,
  readBundle,
  type SampleBundle,
  useShippedEngine,
  writeSampleBundle,
} from './sampleBundle';

/** A content of its own: what other tests have noted is recovered with the content, wherever it lies. */
const troubledBundle = cleanRun;

/** A name that leaves no room for the temporary file of its case: nobody can write there, not even the super user. */
const longName = `${'x'.repeat(230)}.zip`;

const manyNotes = 10_000;

/** One window with the case of one bundle. */
interface Window {
  readonly bundle: OpenBundle;
  readonly bundles: OpenBundles;
  readonly cases: CaseSessions;
  readonly troubles: readonly CaseTrouble[];
  readonly conflicts: readonly CaseConflicts[];
  close(): Promise<void>;
}

describe('a case where not all goes well', () => {
  let sample: SampleBundle;
  let folder: string;
  let log: vscode.LogOutputChannel;
  const opened: Window[] = [];

  before(() => {
    useShippedEngine();
    sample = writeSampleBundle(troubledBundle);
    folder = path.dirname(sample.uri.fsPath);
    log = vscode.window.createOutputChannel('Case tests', { log: true });
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await Promise.all(opened.map((window) => window.close()));
    log.dispose();
    sample.remove();
  });

  async function openWindow(uri: vscode.Uri, storage: string, choices = emptyMemento()): Promise<Window> {
    const bundle = await readBundle(uri);
    const bundles = new OpenBundles();
    const home = new CaseHome(vscode.Uri.file(path.join(folder, storage)), extension().extensionUri, choices);
    const cases = new CaseSessions(bundles, home, log);
    const troubles: CaseTrouble[] = [];
    const conflicts: CaseConflicts[] = [];
    cases.onTrouble((trouble) => troubles.push(trouble));
    cases.onDidConflict((conflict) => conflicts.push(conflict));
    bundles.add(bundle);
    await cases.of(bundle);
    const close = async (): Promise<void> => {
      await cases.flush();
      cases.dispose();
      bundles.dispose();
    };
    const window = { bundle, bundles, cases, troubles, conflicts, close };
    opened.push(window);
    return window;
  }

  async function note({ cases, bundle }: Window, text: string): Promise<string> {
    const id = randomUUID();
    const done = await (
      await cases.of(bundle)
    ).apply({
      kind: 'add',
      annotation: { id, anchor: { kind: 'case' }, text },
    });
    assert.deepEqual(done, { ok: true });
    return id;
  }

  const textsOf = ({ cases, bundle }: Window): readonly string[] =>
    cases.caseOf(bundle).annotations.map(({ text }) => text);

  it('is told where it cannot be written, loses nothing, and goes on in the folder that is chosen', async () => {
    const uri = vscode.Uri.file(path.join(folder, longName));
    copyFileSync(sample.uri.fsPath, uri.fsPath);
    const choices = emptyMemento();
    const first = await openWindow(uri, 'storage-1', choices);
    await note(first, 'kept all the same');
    assert.equal(await (await first.cases.of(first.bundle)).save(), false);
    const [trouble] = first.troubles;
    assert.ok(trouble);
    await first.close();

    const second = await openWindow(uri, 'storage-1', choices);
    assert.deepEqual(textsOf(second), ['kept all the same'], 'from the journal');
    const chosen = path.join(folder, 'cases');
    mkdirSync(chosen);
    const asked = await answering('Choose Another Folder…', chosen, () =>
      showCaseTrouble(second.cases, { ...trouble, bundle: second.bundle }),
    );
    assert.match(asked, /cannot be saved here.*Your notes are kept safe on this machine meanwhile/);
    await note(second, 'written elsewhere');
    await second.close();

    const third = await openWindow(uri, 'storage-3', choices);
    assert.deepEqual([...textsOf(third)].sort(), ['kept all the same', 'written elsewhere'], 'from the chosen folder');
  });

  it('keeps both versions of a note that two windows change at the same time, and shows them', async () => {
    const [left, right] = [await openWindow(sample.uri, 'storage-l'), await openWindow(sample.uri, 'storage-r')];
    const [mine, theirs] = [await left.cases.of(left.bundle), await right.cases.of(right.bundle)];
    const id = await note(left, 'as it was');
    assert.ok(await mine.save());
    await eventually('the note in the other window', async () => {
      await theirs.refresh();
      return textsOf(right).includes('as it was') ? true : undefined;
    });
    const edit = { kind: 'edit', id, reply: null } as const;
    assert.deepEqual(await mine.apply({ ...edit, text: 'left' }), { ok: true });
    // One person is not in two windows within a millisecond.
    await sleep(5);
    assert.deepEqual(await theirs.apply({ ...edit, text: 'right' }), { ok: true });
    await note(left, 'of the left alone');
    await Promise.all([mine.save(), theirs.save()]);
    await Promise.all([mine.refresh(), theirs.refresh()]);
    for (const window of [left, right]) {
      const found = window.cases.caseOf(window.bundle).annotations.find((candidate) => candidate.id === id);
      assert.ok(found);
      const shown = NoteComment.allOf(window.bundle, found, 'ada').map(({ text }) => text);
      assert.deepEqual([...shown].sort(), ['left', 'right']);
      assert.ok(textsOf(window).includes('of the left alone'));
    }
    assert.ok([...left.conflicts, ...right.conflicts].length > 0, 'somebody is told');
  });

  it('stays quick with ten thousand notes in one log', async function () {
    this.timeout(120_000);
    const file = `${sample.uri.fsPath}.triage.json`;
    const reading = readCase(readFileSync(file, 'utf8'), file);
    assert.ok(reading.ok);
    const probe = await readBundle(sample.uri);
    const memberPath = probe.members.find(({ channel }) => channel === 'System')?.path;
    probe.dispose();
    assert.ok(memberPath);
    const template = reading.case.annotations[0];
    assert.ok(template);
    const annotations = Array.from({ length: manyNotes }, (_, at): Annotation => {
      const place = { path: memberPath, channel: 'System', recordId: 1 + (at % 250), time: null };
      return { ...template, id: `many-${at}`, text: `note ${at}`, anchor: { kind: 'record', place }, conflicts: [] };
    });
    await Promise.all(opened.splice(0).map((window) => window.close()));
    writeFileSync(file, writeCase({ ...reading.case, annotations }));

    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
    const opening = performance.now();
    const window = await openWindow(sample.uri, 'storage-many');
    const threads = new CaseThreads(window.cases, window.bundles, 'caseTests.many');
    try {
      const document = await vscode.workspace.openTextDocument(
        logUri({ key: window.bundle.key, name: 'logs.zip' }, memberPath),
      );
      const showing = performance.now();
      assert.equal((await threads.shown(document)).length, manyNotes);
      const session = await window.cases.of(window.bundle);
      const deed = performance.now();
      await note(window, 'one more');
      const saving = performance.now();
      assert.ok(await session.save());
      const end = performance.now();
      const took = { open: showing - opening, threads: deed - showing, deed: saving - deed, save: end - saving };
      console.log(`[tests]       ${JSON.stringify(took)}`);
      assert.ok(took.deed < 500 && took.save < 1000, JSON.stringify(took));
    } finally {
      threads.dispose();
      await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    }
  });
});

/** Answers the next warning with the button, and the dialog for a folder with `folder`. Returns what was said. */
async function answering(button: string, folder: string, act: () => Promise<void>): Promise<string> {
  const { showWarningMessage, showOpenDialog } = vscode.window;
  let said = '';
  Object.assign(vscode.window, {
    showWarningMessage: (message: string, ...buttons: readonly string[]) => {
      said = message;
      return Promise.resolve(buttons.find((offered) => offered === button));
    },
    showOpenDialog: () => Promise.resolve([vscode.Uri.file(folder)]),
  });
  try {
    await act();
  } finally {
    Object.assign(vscode.window, { showWarningMessage, showOpenDialog });
  }
  return said;
}
