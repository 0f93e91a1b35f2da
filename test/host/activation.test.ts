import assert from 'node:assert/strict';
import * as vscode from 'vscode';

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
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('registers every command that its manifest declares, and no other under its prefix', async () => {
    await extension().activate();
    const manifest = extension().packageJSON as Manifest;
    const declared = (manifest.contributes?.commands ?? []).map(({ command }) => command).sort();
    assert.notEqual(declared.length, 0, 'the manifest declares no command');
    const prefixes = new Set(declared.map((command) => command.slice(0, command.indexOf('.') + 1)));
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
      'declared, but not registered',
    );
    assert.equal(prefixes.size, 1, `commands share one prefix: ${[...prefixes].join(', ')}`);
  });
});
