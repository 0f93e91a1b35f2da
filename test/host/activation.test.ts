import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds, internalCommandIds } from '../../src/host/commandIds';
import { eventually } from './sampleBundle';

const extensionId = 'autopilot-log-triage.autopilot-log-triage';

/**
 * Loading and activating together, milliseconds: an alarm for what goes badly wrong. The aim for a packaged extension on
 * a quiet machine is 50; here it is not minified, and another VS Code starts beside it.
 */
const alarm = 500;

interface Manifest {
  readonly contributes?: { readonly commands?: readonly { readonly command: string }[] };
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  assert.ok(found, `${extensionId} is not installed`);
  return found;
}

/**
 * The row of this extension in "Developer: Startup Performance":
 * `| extension | eager | load code | call activate | finish activate | event | by |`.
 */
async function measuredByHost(): Promise<{ readonly load: number; readonly activate: number } | undefined> {
  await vscode.commands.executeCommand('perfview.show');
  const report = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  const row = report.split('\n').find((line) => line.startsWith(`| ${extensionId} |`));
  const [load, activate] = row?.split('|').slice(3, 5).map(Number) ?? [];
  return load === undefined || activate === undefined ? undefined : { load, activate };
}

describe('the extension', () => {
  it('is present in a workspace that is not trusted', () => {
    assert.equal(vscode.workspace.isTrusted, false);
    assert.equal(extension().id, extensionId);
  });

  it('activates', async () => {
    const wasActive = extension().isActive;
    const before = performance.now();
    await extension().activate();
    const took = performance.now() - before;
    assert.equal(extension().isActive, true);
    if (!wasActive) {
      console.log(`[tests]       loaded and activated in ${took.toFixed(0)} ms`);
    }
  });

  it('has loaded none of the readers, as no bundle is open yet', async () => {
    await extension().activate();
    const loaded = Object.keys(require.cache).filter((file) => file.startsWith(extension().extensionPath));
    const programs = loaded.map((file) => path.relative(extension().extensionPath, file)).sort();
    assert.ok(programs.includes(path.join('dist', 'extension.js')));
    assert.ok(!programs.includes(path.join('dist', 'triage.js')));
  });

  it(`takes less than ${alarm} ms to load and activate, as the host itself has measured`, async () => {
    await extension().activate();
    const { load, activate } = await eventually('the startup report', measuredByHost);
    console.log(`[tests]       host's report: ${load} ms to load, ${activate} ms to activate`);
    assert.ok(load + activate < alarm, `${load} + ${activate} ms`);
  });

  it('declares in its manifest the commands that the source lists', () => {
    const { contributes } = extension().packageJSON as Manifest;
    const declared = (contributes?.commands ?? []).map(({ command }) => command);
    assert.deepEqual(declared.sort(), [...commandIds].sort());
  });

  it('registers every command', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = [...commandIds, ...internalCommandIds].filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
