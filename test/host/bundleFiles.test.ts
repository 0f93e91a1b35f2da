import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { logUri, rawUri } from '../../src/host/documents/bundleUri';
import { eventually, type SampleBundle, writeSampleBundle } from './sampleBundle';

describe('the files of an open bundle', () => {
  let sample: SampleBundle;
  let named: { key: string; name: string };

  before(async () => {
    sample = writeSampleBundle();
    named = { key: sample.key, name: sample.built.name };
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
  });

  after(async () => {
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
  });

  async function paths(folder: vscode.Uri, type: vscode.FileType): Promise<string[]> {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.filter(([, found]) => found === type).map(([name]) => name);
  }

  it('are the members, byte for byte', async () => {
    const member = sample.built.members.find(({ name }) => name.endsWith('.evtx'));
    assert.ok(member);
    const uri = rawUri(named, member.name.replaceAll('\\', '/'));
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(uri)), Buffer.from(member.bytes));
  });

  it('have an honest size and are read-only', async () => {
    const member = sample.built.members.find(({ name }) => name.endsWith('.evtx'));
    assert.ok(member);
    const uri = rawUri(named, member.name.replaceAll('\\', '/'));
    const stat = await vscode.workspace.fs.stat(uri);
    assert.equal(stat.size, member.bytes.length);
    assert.equal(stat.permissions, vscode.FilePermission.Readonly);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.writeFile(uri, new Uint8Array(1))));
    await assert.rejects(Promise.resolve(vscode.workspace.fs.delete(uri)));
  });

  it('show a nested archive as a folder with its own members', async () => {
    const root = rawUri(named, '');
    const folders = await paths(root, vscode.FileType.Directory);
    let cabinet: vscode.Uri | undefined;
    for (const folder of folders) {
      const inside = await paths(rawUri(named, folder), vscode.FileType.Directory);
      const name = inside.find((candidate) => candidate.endsWith('.cab'));
      cabinet ??= name === undefined ? undefined : rawUri(named, `${folder}/${name}`);
    }
    const found = folders.find((name) => name.endsWith('.cab'));
    cabinet ??= found === undefined ? undefined : rawUri(named, found);
    assert.ok(cabinet, `no cabinet among ${folders.join(', ')}`);
    const members = await paths(cabinet, vscode.FileType.File);
    assert.ok(members.includes('MdmDiagReport_RegistryDump.reg'), members.join(', '));
  });

  it('are not found under names that are not in the bundle', async () => {
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(rawUri(named, 'nothing.log'))), {
      code: 'FileNotFound',
    });
    const unknown = rawUri({ key: '0123456789abcdef', name: 'a.cab' }, 'system.evtx');
    await assert.rejects(Promise.resolve(vscode.workspace.fs.readFile(unknown)), { code: 'FileNotFound' });
  });

  it('open as readable text in the log language', async () => {
    const name = (await paths(rawUri(named, ''), vscode.FileType.File)).find((file) => file.includes('System'));
    assert.ok(name);
    const document = await vscode.workspace.openTextDocument(logUri(named, name));
    assert.equal(document.languageId, 'mdmlog');
    assert.match(document.lineAt(0).text, /^# .+ · \d+ records · System$/);
    assert.match(document.lineAt(2).text, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{7}Z {2}\w+ {2}\S.* \d+ {2}#\d+/);
    const size = (await vscode.workspace.fs.stat(document.uri)).size;
    assert.equal(size, (await vscode.workspace.fs.readFile(document.uri)).length);
  });

  it('read UTF-16 as text, in the language of its content', async () => {
    const name = (await paths(rawUri(named, ''), vscode.FileType.File)).find((file) => file.includes('LogonUI'));
    assert.ok(name);
    const document = await vscode.workspace.openTextDocument(logUri(named, name));
    assert.match(document.getText(), /^Windows Registry Editor Version 5\.00/);
    await eventually('the language of the registry export', () => document.languageId === 'mdmlog' || undefined);
  });
});
