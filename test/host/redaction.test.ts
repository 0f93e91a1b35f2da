import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { openArchiveTree } from '../../src/core/archive/archiveTree';
import { MemorySource } from '../../src/core/bytes/byteSource';
import { logUri } from '../../src/host/documents/bundleUri';
import { eventually, type SampleBundle, writeSampleBundle } from './sampleBundle';

/** Of the person and the device in the sample. */
const names = /adele|contoso|DESKTOP-EXAMPLE1|S-1-12-1-|S-1-5-21-/i;

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('autopilotTriage');

describe('redaction', () => {
  let sample: SampleBundle;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-redaction-'));
    sample = writeSampleBundle();
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
  });

  after(async () => {
    await setSetting('redactOnScreen', undefined);
    await setSetting('redactionPatterns', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
    rmSync(folder, { recursive: true });
  });

  async function setSetting(name: string, value: unknown): Promise<void> {
    await settings().update(name, value, vscode.ConfigurationTarget.Global);
  }

  /** All of the redacted bundle, names of its files first. */
  async function redacted(name: string): Promise<string> {
    const target = vscode.Uri.file(path.join(folder, name));
    const saved = await vscode.commands.executeCommand<vscode.Uri | undefined>(
      'autopilotTriage.exportRedactedBundle',
      undefined,
      target,
    );
    assert.equal(saved?.toString(), target.toString());
    const opened = await openArchiveTree(new MemorySource(new Uint8Array(readFileSync(target.fsPath))), name);
    assert.ok(opened.ok);
    const texts: string[] = [];
    for (const member of opened.tree.members) {
      const content = await member.read();
      assert.ok(content.ok);
      texts.push(member.path, Buffer.from(content.bytes).toString('utf8'));
    }
    return texts.join('\n');
  }

  it('exports the bundle as texts that name nobody and keep the facts', async () => {
    const text = await redacted('redacted.zip');
    assert.doesNotMatch(text, names);
    assert.match(text, /USER-1/);
    assert.match(text, /LsaCfgFlags/);
    assert.match(text, /#\d+ {2}/, 'event records');
  });

  it('has the same pseudonyms in the next export, and replaces what fits a pattern of one’s own', async () => {
    const first = await redacted('first.zip');
    assert.equal(await redacted('second.zip'), first);
    await setSetting('redactionPatterns', ['LsaCfg\\w+']);
    const own = await redacted('own.zip');
    assert.doesNotMatch(own, /LsaCfg/);
    assert.match(own, /CUSTOM-1/);
  });

  it('exports nothing where a pattern cannot be used', async () => {
    await setSetting('redactionPatterns', ['(?=x)']);
    const target = path.join(folder, 'never.zip');
    const saved = await vscode.commands.executeCommand(
      'autopilotTriage.exportRedactedBundle',
      undefined,
      vscode.Uri.file(target),
    );
    assert.equal(saved, undefined);
    assert.ok(!existsSync(target));
    await setSetting('redactionPatterns', undefined);
  });

  /** What an editor shows of the member that holds the name of the user. */
  async function shown(): Promise<string> {
    const member = sample.built.members.find(({ name }) => name.endsWith('LogonUI export.reg'));
    assert.ok(member);
    // A path without names stays the same, so that an editor could show what it showed before.
    const uri = logUri({ key: sample.key, name: 'logs.zip' }, member.name.replaceAll('\\', '/'));
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    return editor.document.getText();
  }

  async function report(): Promise<string> {
    const file = vscode.Uri.file(path.join(folder, `${Date.now()}.json`));
    await vscode.commands.executeCommand('autopilotTriage.exportReport', undefined, 'json', file);
    return readFileSync(file.fsPath, 'utf8');
  }

  /** Switches, and waits until the bundle is read again and its member shows `what`. */
  async function toggle(what: RegExp): Promise<void> {
    await vscode.commands.executeCommand('autopilotTriage.toggleRedaction');
    await eventually(`the member shows ${what.source}`, async () => {
      const text = await shown().catch(() => '');
      return what.test(text) ? true : undefined;
    });
  }

  it('hides names in notes, too, and keeps what was written', async () => {
    const text = 'Asked Adele Example about DESKTOP-EXAMPLE1';
    await vscode.commands.executeCommand('autopilotTriage.annotate', { key: sample.key, storyId: 'reboot-2', text });
    await toggle(/USER-1/);
    const trail = await eventually('the trail of the case without its author', async () => {
      await vscode.commands.executeCommand('autopilotTriage.showTrail');
      const shown = vscode.window.activeTextEditor?.document.getText() ?? '';
      return /AUTHOR-\d/.test(shown) ? shown : undefined;
    });
    assert.ok(!trail.includes(`${userInfo().username} `), trail);
    await toggle(/AdeleExample/i);
    const file = `${sample.uri.fsPath}.triage.json`;
    await eventually('the note as it was written', () =>
      readFileSync(file, 'utf8').includes(text) ? true : undefined,
    );
  });

  it('is switched on and off for all that is shown and handed out', async () => {
    assert.match(await shown(), /AdeleExample/i);
    assert.match(await report(), names);

    for (const form of ['html', 'markdown', 'json']) {
      await vscode.commands.executeCommand('autopilotTriage.previewReport', undefined, form);
    }
    await vscode.commands.executeCommand('autopilotTriage.showTrail');
    await toggle(/USER-1/);
    assert.equal(settings().get('redactOnScreen'), true);
    assert.doesNotMatch(await shown(), names);
    const redactedReport = await report();
    assert.doesNotMatch(redactedReport, names);
    assert.match(redactedReport, /HOST-1/);
    await vscode.commands.executeCommand('autopilotTriage.copyForTicket');
    assert.doesNotMatch(await vscode.env.clipboard.readText(), names);
    await eventually('no tab that was opened before and names the device', () => {
      const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      return names.test(labels.join('\n')) ? undefined : true;
    });

    await toggle(/AdeleExample/i);
    assert.match(await report(), names);
  });
});
