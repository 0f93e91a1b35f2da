import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { openArchiveTree } from '../../src/core/archive/archiveTree';
import { MemorySource } from '../../src/core/bytes/byteSource';
import { logUri } from '../../src/host/documents/bundleUri';
import { eventually, type SampleBundle, writeSampleBundle } from './sampleBundle';

const names = /adele|contoso|DESKTOP-EXAMPLE1|S-1-12-1-|S-1-5-21-/i;

describe('redaction', () => {
  let sample: SampleBundle;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-redaction-'));
    sample = writeSampleBundle();
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
  });

  after(async () => {
    await settings().update('redactOnScreen', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
    rmSync(folder, { recursive: true });
  });

  function settings(): vscode.WorkspaceConfiguration {
    return vscode.workspace.getConfiguration('autopilotTriage');
  }

  async function shownLog(): Promise<string> {
    const member = sample.built.members.find(({ name }) => name.endsWith('System Events.evtx'));
    assert.ok(member);
    const uri = logUri({ key: sample.key, name: 'logs' }, member.name);
    return Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
  }

  it('writes a zip of texts that name nobody', async () => {
    const target = vscode.Uri.file(path.join(folder, 'redacted.zip'));
    const saved = await vscode.commands.executeCommand<vscode.Uri | undefined>(
      'autopilotTriage.exportRedactedBundle',
      undefined,
      target,
    );
    assert.equal(saved?.toString(), target.toString());
    const opened = await openArchiveTree(new MemorySource(new Uint8Array(readFileSync(target.fsPath))), 'redacted.zip');
    assert.ok(opened.ok);
    assert.ok(opened.tree.members.length > 20);
    for (const member of opened.tree.members) {
      const content = await member.read();
      assert.ok(content.ok);
      assert.doesNotMatch(`${member.path}\n${Buffer.from(content.bytes).toString('utf8')}`, names);
    }
  });

  it('is switched on and off for the screen', async () => {
    assert.match(await shownLog(), names);
    await vscode.commands.executeCommand('autopilotTriage.toggleRedaction');
    assert.equal(settings().get('redactOnScreen'), true);
    const redacted = await eventually('the log without names', async () => {
      const text = await shownLog().catch(() => undefined);
      return text === undefined || names.test(text) ? undefined : text;
    });
    assert.match(redacted, /HOST-1/);
    await vscode.commands.executeCommand('autopilotTriage.toggleRedaction');
    await eventually('the log with names again', async () => {
      const text = await shownLog().catch(() => undefined);
      return text !== undefined && names.test(text) ? text : undefined;
    });
  });
});
