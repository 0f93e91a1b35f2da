import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { bundleKey } from '../../src/host/bundle/bundleKey';
import { rawUri } from '../../src/host/documents/bundleUri';
import { type BuiltBundle, buildBundle } from '../bundles/build';
import { policyRebootTap } from '../bundles/scenarios/policyRebootTap';
import { eventually } from './sampleBundle';

const scheme = 'slow-share';

/** A share that nobody can write to, and that takes its time with every file. */
class SlowShare implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  reads = 0;
  triesToWrite = 0;

  /** @param delay until a file is handed out, milliseconds */
  constructor(
    private readonly built: BuiltBundle,
    public delay: number,
  ) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path !== '/' && uri.path !== `/${this.built.name}`) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const type = uri.path === '/' ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: this.built.bytes.length, permissions: vscode.FilePermission.Readonly };
  }

  async readFile(): Promise<Uint8Array> {
    this.reads += 1;
    await sleep(this.delay);
    return this.built.bytes;
  }

  readDirectory(): [string, vscode.FileType][] {
    return [[this.built.name, vscode.FileType.File]];
  }

  createDirectory = (uri: vscode.Uri): never => this.refuse(uri);
  writeFile = (uri: vscode.Uri): never => this.refuse(uri);
  delete = (uri: vscode.Uri): never => this.refuse(uri);
  rename = (uri: vscode.Uri): never => this.refuse(uri);

  private refuse(uri: vscode.Uri): never {
    this.triesToWrite += 1;
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

describe('a bundle on a share that is slow and read-only', () => {
  const built = buildBundle(policyRebootTap);
  const key = bundleKey(createHash('sha256').update(built.bytes).digest('hex'));
  const source = vscode.Uri.from({ scheme, path: `/${built.name}` });
  const share = new SlowShare(built, 500);
  let registration: vscode.Disposable;

  const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
    vscode.commands.executeCommand(`autopilotTriage.${command}`, ...args);

  before(() => {
    registration = vscode.workspace.registerFileSystemProvider(scheme, share);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('closeBundle');
  });

  after(() => {
    registration.dispose();
  });

  it('can be given up while the share is still busy with it', async () => {
    share.delay = 60_000;
    const opening = run('openResource', source);
    await eventually('the share is asked', () => (share.reads > 0 ? true : undefined));
    await run('cancelOpening');
    assert.equal(await Promise.race([opening.then(() => 'given up'), sleep(5000, 'still waiting')]), 'given up');
  });

  it('opens as from anywhere, and is fetched once', async () => {
    share.delay = 500;
    share.reads = 0;
    await run('openResource', source);
    const root = rawUri({ key, name: built.name }, '');
    const members = await vscode.workspace.fs.readDirectory(root);
    const [name] = members.find(([member]) => member.endsWith('System Events.evtx')) ?? [];
    assert.ok(name);
    assert.ok((await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, name))).length > 0);
    assert.equal(share.reads, 1);
  });

  it('has its notes elsewhere, and nothing is written to the share', async () => {
    await run('openResource', source);
    await run('annotate', { key, storyId: 'reboot-2', text: 'seen on the share' });
    await run('copyForTicket');
    assert.match(await vscode.env.clipboard.readText(), /seen on the share/);
    await run('closeBundle');
    assert.equal(share.triesToWrite, 0);
  });
});
