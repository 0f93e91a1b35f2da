import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { OpenBundles } from '../../src/host/bundle/openBundles';
import { rawUri } from '../../src/host/documents/bundleUri';
import { fileArrangement } from '../../src/host/views/fileArrangement';
import { fileRoots } from '../../src/host/views/fileNodes';
import { MemberDecorations } from '../../src/host/views/memberDecorations';
import type { TreeNode } from '../../src/host/views/treeNode';
import { lateAgent } from '../bundles/scenarios/lateAgent';
import { readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

function allNodes(roots: readonly TreeNode[]): TreeNode[] {
  return roots.flatMap((node) => [node, ...allNodes(node.children)]);
}

function labelOf({ label }: vscode.TreeItem): string {
  return typeof label === 'string' ? label : (label?.label ?? '');
}

describe('the view of files', () => {
  let sample: SampleBundle;
  let bundle: OpenBundle;

  before(async () => {
    sample = writeSampleBundle();
    bundle = await readBundle(sample.uri);
  });

  after(() => {
    bundle.dispose();
    sample.remove();
  });

  function rowsBelow(roots: readonly TreeNode[]): vscode.TreeItem[] {
    return allNodes(roots).map((node) => node.row());
  }

  it('calls an event log by its channel, and says what each file is in words', () => {
    const rows = rowsBelow(fileRoots([bundle], bundle));
    const names = rows.map(labelOf);
    assert.ok(names.includes('DeviceManagement/Admin'), names.join('\n'));
    assert.deepEqual(
      names.filter((name) => /^microsoft-windows-/i.test(name)),
      [],
    );
    const system = rows.filter(({ label }) => label === 'System').map(({ description }) => String(description));
    assert.equal(system.length, 2);
    assert.match(system.join('\n'), /^\d+ records · .* · \(15\) Events System Events\.evtx$/m);
    assert.ok(rows.every(({ description }) => !/cmTrace|registryDump|mdmReport|evtx ·/.test(String(description))));
  });

  it('groups the files by what they are about, each once', () => {
    const [root] = fileRoots([bundle], bundle, 'meaning');
    const groups = root!.children;
    assert.deepEqual(
      groups.map((node) => labelOf(node.row())),
      ['Event logs', 'Intune agent logs', 'Setup logs', 'Registry', 'Reports', 'Device facts', 'Other', ''],
    );
    const byFolder = allNodes(fileRoots([bundle], bundle)).filter((node) => node.row().contextValue === 'file');
    const byMeaning = allNodes([root!]).filter((node) => node.row().contextValue === 'file');
    assert.deepEqual(byMeaning.map(({ id }) => id).sort(), byFolder.map(({ id }) => id).sort());
    assert.ok(rowsBelow([root!]).every((row) => (row.accessibilityInformation?.label ?? '') !== ''));
    const copy = allNodes([root!]).map((node) => node.row());
    assert.ok(
      copy.some(({ label, description }) => label === 'System' && String(description).includes(' in mdmlogs-')),
    );
  });

  it('marks the active bundle where several are open, and shows a single log without a heading', async () => {
    const log = writeSampleBundle(lateAgent);
    const other = await readBundle(log.uri);
    assert.ok(!String(fileRoots([bundle], bundle)[0]!.row().description).startsWith('active'));
    const rows = fileRoots([bundle, other], other).map((node) => String(node.row().description));
    assert.deepEqual(
      rows.map((text) => text.startsWith('active · ')),
      [false, true],
    );
    const member = sample.built.members.find(({ name }) => name.endsWith('System Events.evtx'));
    const alone = vscode.Uri.joinPath(log.uri, '..', 'System.evtx');
    writeFileSync(alone.fsPath, member!.bytes);
    const single = await readBundle(alone);
    const [root] = fileRoots([single], single, 'meaning');
    assert.deepEqual(
      root!.children.map((node) => node.row().contextValue),
      ['file'],
    );
    for (const opened of [other, single]) {
      opened.dispose();
    }
    log.remove();
  });

  it('remembers how the files are arranged', async () => {
    assert.equal(fileArrangement(), 'meaning');
    await vscode.commands.executeCommand('autopilotTriage.filesByFolder');
    assert.equal(fileArrangement(), 'folder');
    await vscode.commands.executeCommand('autopilotTriage.filesByMeaning');
    assert.equal(fileArrangement(), 'meaning');
    const settings = vscode.workspace.getConfiguration('autopilotTriage');
    await settings.update('filesBy', undefined, vscode.ConfigurationTarget.Global);
  });

  it('marks the logs that hold reboots and re-prompts, copies too, and dims those without records', () => {
    const bundles = new OpenBundles();
    bundles.add(bundle);
    const decorations = new MemberDecorations(bundles);
    const of = (path: string) => decorations.provideFileDecoration(rawUri(bundle, path));
    const systems = bundle.members.filter(({ path }) => /\/system\.evtx$|System Events\.evtx$/.test(path));
    assert.equal(systems.length, 2);
    for (const { path } of systems) {
      assert.match(of(path)?.badge ?? '', /R/, path);
      assert.match(of(path)?.tooltip ?? '', /2 reboots/, path);
    }
    const rePrompts = bundle.members.filter(({ path }) => of(path)?.badge?.includes('P') === true);
    assert.ok(rePrompts.length > 0);
    const empty = bundle.members.find(({ records }) => records === 0);
    assert.equal((of(empty!.path)?.color as { id?: string } | undefined)?.id, 'disabledForeground');
    assert.equal(of('results.xml'), undefined);
    assert.equal(decorations.provideFileDecoration(vscode.Uri.file('/results.xml')), undefined);
    decorations.dispose();
  });
});

describe('the ends of agent records', () => {
  it('are dimmed, until the command says otherwise', async () => {
    const setting = () => vscode.workspace.getConfiguration('autopilotTriage').get('logTail');
    assert.equal(setting(), 'dimmed');
    await vscode.commands.executeCommand('autopilotTriage.toggleLogTail');
    assert.equal(setting(), 'shown');
    await vscode.commands.executeCommand('autopilotTriage.toggleLogTail');
    assert.equal(setting(), 'dimmed');
    const settings = vscode.workspace.getConfiguration('autopilotTriage');
    await settings.update('logTail', undefined, vscode.ConfigurationTarget.Global);
  });
});
