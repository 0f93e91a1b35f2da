import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { bundleViewType } from '../../src/host/timeline/timelineViewTypes';
import { buildBundle } from '../bundles/build';
import { policyRebootTap } from '../bundles/scenarios/policyRebootTap';
import { eventually, extension } from './sampleBundle';

interface Manifest {
  readonly contributes: {
    readonly customEditors: readonly {
      readonly viewType: string;
      readonly selector: readonly { readonly filenamePattern: string }[];
    }[];
  };
}

/** Names that the collectors give their bundles, and those that people make of them. */
const bundleNames = [
  'DiagLogs-LAPTOP-7-20260217T133536Z.zip',
  'MDMDiagReport.cab',
  'MDMDiagReport.zip',
  'mdmlogs-20260217T132817.cab',
  'win11-23h2.cab',
  'System.evtx',
];

describe('a file that is simply opened', () => {
  const built = buildBundle(policyRebootTap);
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-names-'));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** What editor VS Code opens for a file of that name by itself: `null` for one of its own. */
  async function editorOf(name: string): Promise<string | null> {
    const uri = vscode.Uri.file(path.join(folder, name));
    writeFileSync(uri.fsPath, built.bytes);
    await vscode.commands.executeCommand('vscode.open', uri);
    const tab = await eventually(`a tab for ${name}`, () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === name),
    );
    return tab.input instanceof vscode.TabInputCustom ? tab.input.viewType : null;
  }

  for (const name of bundleNames) {
    it(`shows its timeline where it is called ${name}`, async () => {
      assert.equal(await editorOf(name), bundleViewType);
    });
  }

  it('is left to others where its name says nothing of diagnostics', async () => {
    assert.equal(await editorOf('photos.zip'), null);
  });

  it('has a name here for every pattern of the manifest', () => {
    const { customEditors } = (extension().packageJSON as Manifest).contributes;
    const patterns = customEditors.find(({ viewType }) => viewType === bundleViewType)?.selector ?? [];
    const unheard = patterns
      .map(({ filenamePattern }) => filenamePattern.slice(filenamePattern.lastIndexOf('/') + 1))
      .filter(
        (pattern) =>
          !bundleNames.some((name) =>
            new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i').test(name),
          ),
      );
    assert.ok(patterns.length > 0);
    assert.deepEqual(unheard, []);
  });
});
