import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { logUri } from '../../src/host/documents/bundleUri';
import type { Extraction } from '../../src/host/export/extractBundle';
import { overviewViewType } from '../../src/host/overview/overviewPanels';
import { archiveViewType } from '../../src/host/timeline/timelineViewTypes';
import { eventually, type SampleBundle, writeSampleBundle } from './sampleBundle';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

describe('what is taken out of a bundle', () => {
  let sample: SampleBundle;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-export-'));
    sample = writeSampleBundle();
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
    rmSync(folder, { recursive: true });
  });

  function eventLog(): { readonly uri: vscode.Uri; readonly bytes: Uint8Array } {
    const member = sample.built.members.find(({ name }) => name.endsWith('System Events.evtx'));
    assert.ok(member);
    return { uri: logUri({ key: sample.key, name: sample.built.name }, member.name), bytes: member.bytes };
  }

  it('is a member byte for byte, also from the editor that shows its text', async () => {
    const { uri, bytes } = eventLog();
    for (const name of ['by uri.evtx', 'by editor.evtx']) {
      const target = vscode.Uri.file(path.join(folder, name));
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      const saved = await vscode.commands.executeCommand<vscode.Uri | undefined>(
        'autopilotTriage.saveMember',
        name === 'by uri.evtx' ? uri : undefined,
        target,
      );
      assert.equal(saved?.toString(), target.toString());
      assert.deepEqual(readFileSync(target.fsPath), Buffer.from(bytes));
    }
  });

  it('replaces no file without asking', async () => {
    const target = path.join(folder, 'mine.evtx');
    writeFileSync(target, 'mine');
    // VS Code shows no dialogs in tests: the question stays without an answer.
    const saved = await vscode.commands.executeCommand(
      'autopilotTriage.saveMember',
      eventLog().uri,
      vscode.Uri.file(target),
    );
    assert.equal(saved, undefined);
    assert.equal(readFileSync(target, 'utf8'), 'mine');
  });

  it('is the whole bundle below a new folder each time, nested archives as folders', async () => {
    const parent = vscode.Uri.file(folder);
    const first = await vscode.commands.executeCommand<Extraction>('autopilotTriage.extractBundle', undefined, parent);
    assert.deepEqual(first.notWritten, []);
    assert.equal(first.stopped, false);
    assert.equal(path.dirname(first.folder.fsPath), folder);
    assert.equal(path.basename(first.folder.fsPath), sample.built.name.replace(/\.zip$/, ''));
    const files = filesBelow(first.folder.fsPath);
    assert.equal(files.length, first.written);
    for (const { name, bytes } of sample.built.members) {
      const at = path.join(first.folder.fsPath, ...name.replaceAll('\\', '/').split('/'));
      assert.ok(statSync(at, { throwIfNoEntry: false }) !== undefined, name);
      if (!name.endsWith('.cab')) {
        assert.deepEqual(readFileSync(at), Buffer.from(bytes), name);
      }
    }
    assert.ok(files.some((name) => name.endsWith('.cab/system.evtx')));

    const second = await vscode.commands.executeCommand<Extraction>('autopilotTriage.extractBundle', undefined, parent);
    assert.match(second.folder.path, / \(2\)$/);
    assert.deepEqual(filesBelow(second.folder.fsPath), files);
  });

  it('is nothing where no folder can be made', async () => {
    const readOnly = eventLog().uri.with({ path: '/' });
    const extraction = await vscode.commands.executeCommand<Extraction | undefined>(
      'autopilotTriage.extractBundle',
      undefined,
      readOnly,
    );
    assert.equal(extraction, undefined);
  });
});

describe('a bundle under a name of its own', () => {
  let sample: SampleBundle;

  before(() => {
    sample = writeSampleBundle();
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
  });

  it('opens with the editor that "Reopen Editor With…" offers', async () => {
    const odd = vscode.Uri.joinPath(sample.uri, '..', 'From The Helpdesk.ZIP');
    writeFileSync(odd.fsPath, sample.built.bytes);
    await vscode.commands.executeCommand('vscode.openWith', odd, archiveViewType);
    const inputs = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input);
    const input = await eventually('the timeline', () =>
      inputs().find((found) => found instanceof vscode.TabInputCustom && found.uri.toString() === odd.toString()),
    );
    assert.equal((input as vscode.TabInputCustom).viewType, archiveViewType);
    await eventually('what is read from it', () =>
      inputs().find((found) => found instanceof vscode.TabInputWebview && found.viewType.endsWith(overviewViewType)),
    );
  });
});
