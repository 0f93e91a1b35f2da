import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds, internalCommandIds } from '../../src/host/commandIds';

const extensionId = 'autopilot-log-triage.autopilot-log-triage';

interface Manifest {
  readonly contributes?: { readonly commands?: readonly { readonly command: string }[] };
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  assert.ok(found, `${extensionId} is not installed`);
  return found;
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
