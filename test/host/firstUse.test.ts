import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { bundleKey } from '../../src/host/bundle/bundleKey';
import { openDocumentation } from '../../src/host/openDocumentation';
import { pickBundle } from '../../src/host/bundle/bundlePicker';
import { links } from '../../src/core/enrollment/findings/links';
import { offerReadAgain } from '../../src/host/bundle/offerReadAgain';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { OpenBundles } from '../../src/host/bundle/openBundles';
import { RecentBundles } from '../../src/host/bundle/recentBundles';
import { ReplacedBundles } from '../../src/host/bundle/replacedBundles';
import { logUri, rawUri } from '../../src/host/documents/bundleUri';
import { collectingBody } from '../../src/host/firstUse/collectingHtml';
import { collectingWays } from '../../src/host/firstUse/collectingWays';
import { sampleBundleUri } from '../../src/host/firstUse/sampleBundle';
import { FindingNode, findingRoots } from '../../src/host/views/findingNodes';
import { pageTitle } from '../../src/host/views/pageTitle';
import { emptyMemento } from './emptyMemento';
import { eventually, extension, readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';
import { recordWindow } from './windowRecorder';

function openTabs(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('autopilotTriage.closeBundle');
}

describe('the first use', () => {
  afterEach(closeAll);

  it('opens the sample bundle with its answer', async () => {
    await vscode.commands.executeCommand('autopilotTriage.openSample');
    await eventually('the overview of the sample', () => openTabs().find((label) => label.includes('DiagLogs-SAMPLE')));
  });

  it('ships a sample that tells the whole story, and is small', async () => {
    const uri = sampleBundleUri(extension().extensionUri);
    assert.ok(statSync(uri.fsPath).size < 100_000);
    const bundle = await readBundle(uri);
    assert.equal(bundle.document.reboots.filter(({ expected }) => expected === false).length, 1);
    assert.equal(bundle.document.signIns.filter((signIn) => signIn.class === 'rePrompt').length, 1);
    bundle.dispose();
  });

  it('offers a bundle where a step of the walkthrough needs one, and takes the step with it', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { showInformationMessage } = vscode.window;
    const said: string[] = [];
    Object.assign(vscode.window, {
      showInformationMessage: (message: string, ...buttons: readonly string[]) => {
        said.push(message);
        return Promise.resolve(buttons.find((offered) => offered === 'Open the Sample Bundle'));
      },
    });
    try {
      await vscode.commands.executeCommand('autopilotTriage.showOverview');
    } finally {
      Object.assign(vscode.window, { showInformationMessage });
    }
    assert.deepEqual(said, ['No diagnostics bundle is open.']);
    await eventually('the overview of the sample', () => openTabs().find((label) => label.includes('DiagLogs-SAMPLE')));
  });

  it('offers ways to a bundle where there is none to switch to', async () => {
    const bundles = new OpenBundles();
    const window = recordWindow('');
    try {
      await pickBundle(bundles, new RecentBundles(emptyMemento()));
    } finally {
      window.restore();
      bundles.dispose();
    }
    assert.deepEqual(
      window.texts.filter((text) => text.startsWith('Open ')),
      ['Open Log Bundle…', 'Open the Sample Bundle'],
    );
  });

  it('shows how to collect a bundle, once', async () => {
    await vscode.commands.executeCommand('autopilotTriage.howToCollect');
    await vscode.commands.executeCommand('autopilotTriage.howToCollect');
    const pages = await eventually('the page', () => {
      const found = openTabs().filter((label) => label === 'How to Collect a Bundle');
      return found.length === 0 ? undefined : found;
    });
    assert.equal(pages.length, 1);
  });

  it('describes four ways, each with what it brings and leaves out, without a script', () => {
    const words = { title: '', intro: '', contains: '', lacks: '', copy: 'Copy', openBundle: '' };
    const ways = collectingWays();
    assert.equal(ways.length, 4);
    assert.ok(ways.every(({ contains, lacks }) => contains.length > 0 && lacks.length > 0));
    const html = collectingBody(ways, words);
    const commands = ways.flatMap(({ steps }) => steps.filter(({ command }) => command !== null));
    assert.equal(html.match(/command:autopilotTriage\.copyCommand\?/g)?.length, commands.length);
    assert.ok(!html.includes('<script'));
  });

  it('copies a command, and nothing that is none', async () => {
    await vscode.commands.executeCommand('autopilotTriage.copyCommand', 'dsregcmd /status');
    await vscode.commands.executeCommand('autopilotTriage.copyCommand', { no: 'text' });
    assert.equal(await vscode.env.clipboard.readText(), 'dsregcmd /status');
  });
});

describe('a finding in a log', () => {
  let sample: SampleBundle;

  before(async () => {
    sample = writeSampleBundle();
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
  });

  after(async () => {
    await closeAll();
    sample.remove();
  });

  it('offers its cause, its advice, the documentation and its row', async () => {
    const bundle = await readBundle(sample.uri);
    const { findings } = bundle.document;
    bundle.dispose();
    const finding = findings.find(({ id }) => id === 'signin.web-sign-in-re-prompt');
    assert.ok(finding?.evidence[0]);
    const uri = logUri({ key: sample.key, name: sample.built.name }, finding.evidence[0].path);
    await vscode.window.showTextDocument(uri);
    const diagnostic = await eventually('the finding in the list of problems', () =>
      vscode.languages.getDiagnostics(uri).find(({ code }) => code === finding.id),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      diagnostic.range,
    );
    const titles = actions.map(({ title }) => title);
    assert.deepEqual(
      ['Open cause', 'Copy advice', 'Show in Findings'].filter((title) => !titles.includes(title)),
      [],
      titles.join(', '),
    );
    assert.equal(
      titles.filter((title) => title.startsWith('Open documentation: ')).length >= finding.links.length,
      true,
    );
    assert.deepEqual(
      finding.links.map(pageTitle).filter((page) => !titles.includes(`Open documentation: ${page}`)),
      [],
    );
    const copy = actions.find(({ command }) => command?.arguments?.[0] === finding.advice)?.command;
    assert.ok(copy);
    await vscode.commands.executeCommand(copy.command, ...(copy.arguments as unknown[]));
    assert.equal(await vscode.env.clipboard.readText(), finding.advice);
    await vscode.commands.executeCommand('autopilotTriage.showInFindings', sample.key, findings.indexOf(finding));
  });
});

describe('a page to read on', () => {
  it('is called by its title, one that only a user names by the end of its address', () => {
    assert.equal(pageTitle(links.statusPage), 'Understand and troubleshoot the Enrollment Status Page');
    assert.equal(pageTitle('https://wiki.example/autopilot/known-reboots/3896960/'), 'known reboots');
    assert.equal(pageTitle('https://wiki.example'), 'wiki.example');
  });

  it('is opened from the row of a finding, after a question where there are several', async () => {
    const sample = writeSampleBundle();
    const bundle = await readBundle(sample.uri);
    const row = findingRoots(bundle).find((node) => node instanceof FindingNode && node.finding.links.length > 1);
    assert.ok(row instanceof FindingNode);
    const window = recordWindow('');
    try {
      await openDocumentation(row);
    } finally {
      window.restore();
      bundle.dispose();
      sample.remove();
    }
    assert.deepEqual(
      row.finding.links.map(pageTitle).filter((page) => !window.texts.includes(page)),
      [],
    );
  });
});

describe('a bundle that is replaced on disk', () => {
  afterEach(closeAll);

  it('is read again where that is wanted', async () => {
    const sample = writeSampleBundle();
    const bundle = await readBundle(sample.uri);
    const bundles = new OpenBundles();
    bundles.add(bundle);
    copyFileSync(sampleBundleUri(extension().extensionUri).fsPath, sample.uri.fsPath);
    const { showInformationMessage } = vscode.window;
    const said: string[] = [];
    Object.assign(vscode.window, {
      showInformationMessage: (message: string, ...buttons: readonly string[]) => {
        said.push(message);
        return Promise.resolve(buttons.find((offered) => offered === 'Read Again'));
      },
    });
    try {
      await offerReadAgain(bundles, bundle);
    } finally {
      Object.assign(vscode.window, { showInformationMessage });
    }
    assert.match(said.join(), /was replaced on disk\. What is open was read from the old file\./);
    assert.deepEqual(bundles.all, []);
    const key = bundleKey(createHash('sha256').update(readFileSync(sample.uri.fsPath)).digest('hex'));
    assert.notEqual(key, sample.key);
    assert.ok((await vscode.workspace.fs.readDirectory(rawUri({ key, name: sample.built.name }, ''))).length > 0);
    bundles.dispose();
    sample.remove();
  });

  it('is told once, and not when it is only read', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'triage-replaced-'));
    const file = path.join(folder, 'bundle.zip');
    const sample = writeSampleBundle();
    copyFileSync(sampleBundleUri(extension().extensionUri).fsPath, file);
    const bundle = await readBundle(vscode.Uri.file(file));
    const bundles = new OpenBundles();
    const told: OpenBundle[] = [];
    const replaced = new ReplacedBundles(bundles, (one) => {
      told.push(one);
      return Promise.resolve();
    });
    try {
      bundles.add(bundle);
      await bundle.bytes(bundle.members[0]!.path).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(told.length, 0);
      copyFileSync(sample.uri.fsPath, file);
      await eventually('the new file is told', () => (told.length > 0 ? true : undefined));
      assert.deepEqual(told, [bundle]);
    } finally {
      replaced.dispose();
      bundles.close(bundle);
      bundles.dispose();
      sample.remove();
      rmSync(folder, { recursive: true });
    }
  });
});
