import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { newCase } from '../../src/core/case/caseDocument';
import { writeCase } from '../../src/core/case/writeCase';
import { reportForms } from '../../src/core/report/reportForms';
import { eventually, type SampleBundle, writeSampleBundle } from './sampleBundle';

describe('reports', () => {
  let sample: SampleBundle;
  let folder: string;
  let sha256: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-reports-'));
    sample = writeSampleBundle();
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
    const json = await exported('json', 'first.json');
    sha256 = (JSON.parse(json) as { bundle: { sha256: string } }).bundle.sha256;
  });

  after(async () => {
    await setTemplateFolder(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
    rmSync(folder, { recursive: true });
  });

  async function setTemplateFolder(value: string | undefined): Promise<void> {
    const settings = vscode.workspace.getConfiguration('autopilotTriage');
    await settings.update('templateFolder', value, vscode.ConfigurationTarget.Global);
  }

  async function exported(form: string, name: string): Promise<string> {
    const target = vscode.Uri.file(path.join(folder, name));
    const saved = await vscode.commands.executeCommand<vscode.Uri | undefined>(
      'autopilotTriage.exportReport',
      undefined,
      form,
      target,
    );
    assert.equal(saved?.toString(), target.toString());
    return readFileSync(target.fsPath, 'utf8');
  }

  it('are saved in every form', async () => {
    for (const form of reportForms) {
      const text = await exported(form, `report.${form}`);
      assert.ok(text.includes('LsaCfgFlags'), form);
    }
  });

  it('replace no file without asking', async () => {
    const target = path.join(folder, 'mine.md');
    writeFileSync(target, 'mine');
    // VS Code shows no dialogs in tests: the question stays without an answer.
    const saved = await vscode.commands.executeCommand(
      'autopilotTriage.exportReport',
      undefined,
      'markdown',
      vscode.Uri.file(target),
    );
    assert.equal(saved, undefined);
    assert.equal(readFileSync(target, 'utf8'), 'mine');
  });

  it('are copied for a ticket without the names of user and device', async () => {
    await vscode.commands.executeCommand('autopilotTriage.copyForTicket');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^## 1 restart inside the enrollment/);
    // What people have noted is theirs; notes of other tests may be in the case.
    const [told = ''] = text.split('### Notes of the case');
    assert.doesNotMatch(told, /Adele|DESKTOP-EXAMPLE1|S-1-12-1/);
  });

  it('hold the notes of the case beside the bundle, unless it is about another one', async () => {
    const beside = `${sample.uri.fsPath}.triage.json`;
    const stated = { value: 60, by: 'Ada', at: '2026-02-17T12:00:00.000Z' };
    for (const [hash, isShown] of [
      ['cd'.repeat(32), false],
      [sha256, true],
    ] as const) {
      const blank = newCase({ sha256: hash, names: [], content: null });
      writeFileSync(beside, writeCase({ ...blank, stated: { ...blank.stated, lifetimeMinutes: stated } }));
      const text = await exported('markdown', `case ${String(isShown)}.md`);
      assert.equal(text.includes('Pass lifetime in minutes: 60'), isShown);
      // Nobody has chosen to be named in tickets.
      assert.ok(!text.includes('Ada'));
    }
    rmSync(beside);
  });

  it('are made from the template in the folder of the setting', async () => {
    writeFileSync(path.join(folder, 'report.md'), 'Ours: {{bundle.sha256}}');
    await setTemplateFolder(folder);
    assert.equal(await exported('markdown', 'ours.md'), `Ours: ${sha256}`);
    await setTemplateFolder(undefined);
  });

  it('can be looked at before they go anywhere', async () => {
    for (const [form, label] of [
      ['html', /-report\.html$/],
      ['markdown', /-report\.md/],
      ['csv', /-report\.csv$/],
      ['sarif', /-report\.sarif$/],
    ] as const) {
      await vscode.commands.executeCommand('autopilotTriage.previewReport', undefined, form);
      await eventually(`the preview of ${form}`, () =>
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find((tab) => label.test(tab.label)),
      );
    }
  });
});
