import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  capitalised,
  credentialWords,
  duringWords,
  phaseWords,
  rebootWords,
  severityWords,
  signInWords,
  stateWords,
} from '../../src/core/enrollment/storyWords';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { fileRoots } from '../../src/host/views/fileNodes';
import { NodeTree } from '../../src/host/views/nodeTree';
import { phaseRoots } from '../../src/host/views/phaseNodes';
import { StoryItemNode } from '../../src/host/views/storyItemNode';
import { storyRoots } from '../../src/host/views/storyNodes';
import { findingRoots } from '../../src/host/views/findingNodes';
import {
  credentialLabel,
  phaseLabel,
  phaseStateLabel,
  rebootDuringLabel,
  rebootLabel,
  severityLabel,
  signInLabel,
} from '../../src/host/views/labels';
import type { TreeNode } from '../../src/host/views/treeNode';
import { readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

function allNodes(roots: readonly TreeNode[]): TreeNode[] {
  return roots.flatMap((node) => [node, ...allNodes(node.children)]);
}

function labels(nodes: readonly TreeNode[]): unknown[] {
  return nodes.map((node) => node.row().label);
}

function contexts(nodes: readonly TreeNode[]): (string | undefined)[] {
  return nodes.map((node) => node.row().contextValue);
}

function keysOf<Key extends string>(words: Readonly<Record<Key, string>>): Key[] {
  return Object.keys(words) as Key[];
}

describe('the trees of a bundle', () => {
  let sample: SampleBundle;
  let bundle: OpenBundle;

  before(async () => {
    sample = writeSampleBundle();
    bundle = await readBundle(sample.uri);
  });

  after(() => {
    bundle.dispose();
    sample.remove();
  });

  it('show the phases in the order of the enrollment, the early reboot before them', () => {
    const roots = phaseRoots(bundle);
    assert.deepEqual(labels(roots), ['OOBE update reboot', 'Device preparation', 'Device setup', 'Account setup']);
    assert.equal(contexts(roots)[2], 'phase.succeeded');
  });

  it('show the policy reboot inside device setup', () => {
    const deviceSetup = phaseRoots(bundle).find(
      (node) => node instanceof StoryItemNode && node.itemId === 'deviceSetup',
    );
    assert.ok(deviceSetup);
    assert.ok(labels(deviceSetup.children).includes('Policy reboot'), labels(deviceSetup.children).join(', '));
  });

  it('show causes by verdict, then the re-prompt and the cost, then what was not the cause, then the evidence', () => {
    const policyReboot = storyRoots(bundle).find((node) => node.row().label === 'Policy reboot');
    assert.ok(policyReboot);
    const kinds = contexts(policyReboot.children);
    const order = ['rePrompt', 'cost', 'refutedCauses', 'evidenceBranch'].map((kind) => kinds.indexOf(kind));
    const [rePrompt, cost, refuted, evidence] = order;
    assert.ok(kinds[0]?.startsWith('cause.'), kinds.join(', '));
    assert.ok(0 < rePrompt! && rePrompt! < cost! && cost! < refuted! && refuted! < evidence!, kinds.join(', '));
    assert.deepEqual(labels(policyReboot.children).slice(0, 2).sort(), [
      'DeviceGuard/LsaCfgFlags',
      'DmaGuard/DeviceEnumerationPolicy',
    ]);
    assert.equal(policyReboot.children[refuted!]?.children.length, 4);
  });

  it('begin the row of a reboot with its time and its verdict, and open what should not have happened', () => {
    const rows = storyRoots(bundle).map((node) => node.row());
    const policyReboot = rows.find(({ label }) => label === 'Policy reboot');
    assert.match(String(policyReboot?.description), /^\d\d:\d\d · 2 causes · not called for · Device setup/);
    assert.equal(policyReboot?.collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
    const expected = rows.find(({ label }) => label === 'OOBE update reboot');
    assert.match(String(expected?.description), /^\d\d:\d\d · expected · /);
    assert.equal(expected?.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
  });

  it('lead a row of evidence with what it shows, then say where it is', () => {
    const evidence = allNodes(storyRoots(bundle)).filter((node) => node.row().contextValue === 'evidence');
    const request = evidence.map((node) => node.row()).find(({ label }) => label === 'Asked for the restart');
    assert.match(String(request?.description), /^#\d+ · System\.evtx$/);
  });

  it('order the findings by severity, with advice and evidence below each', () => {
    const roots = findingRoots(bundle);
    const order = ['finding.error', 'finding.warning', 'finding.info', 'gaps', 'collectNextBranch'];
    const ranks = contexts(roots).map((context) => order.indexOf(context ?? ''));
    assert.ok(ranks.length > 2 && !ranks.includes(-1), contexts(roots).join());
    assert.deepEqual(
      ranks,
      ranks.toSorted((a, b) => a - b),
    );
    const [first] = roots;
    assert.ok(first instanceof StoryItemNode);
    assert.equal(contexts(first.children)[0], 'advice');
    assert.equal(contexts(first.children).at(-1), 'evidence');
    const { command } = first.row();
    assert.equal(command?.command, 'autopilotTriage.openEvidence');
    assert.equal((command.arguments as unknown[])[2], first.itemId);
  });

  it('say each thing in the words that timeline and reports use', () => {
    const pairs: [string, string][] = [
      ...keysOf(phaseWords).map((id): [string, string] => [phaseLabel(id), phaseWords[id]]),
      ...keysOf(stateWords).map((state): [string, string] => [phaseStateLabel(state), stateWords[state]]),
      ...keysOf(duringWords).map((during): [string, string] => [rebootDuringLabel(during), duringWords[during]]),
      ...keysOf(rebootWords).map((kind): [string, string] => [rebootLabel({ class: kind }), rebootWords[kind]]),
      ...keysOf(signInWords).map((kind): [string, string] => [signInLabel({ class: kind }), signInWords[kind]]),
      ...keysOf(severityWords).map((kind): [string, string] => [severityLabel(kind), severityWords[kind]]),
      ...keysOf(credentialWords).map((kind): [string, string] => [
        credentialLabel(kind) ?? credentialWords.unknown,
        credentialWords[kind],
      ]),
    ];
    assert.deepEqual(
      pairs.map(([label]) => capitalised(label)),
      pairs.map(([, words]) => capitalised(words)),
    );
  });

  it('list every readable member once, under its folders', () => {
    const files = allNodes(fileRoots([bundle], bundle)).filter((node) => node.row().contextValue === 'file');
    const folders = bundle.members.filter(({ path }) => bundle.tree.find(path)?.kind === 'folder');
    const unreadable = bundle.members.filter((member) => member.unreadable !== null);
    assert.equal(files.length, bundle.members.length - folders.length - unreadable.length);
  });

  for (const [name, roots] of [
    ['phases', phaseRoots],
    ['story', storyRoots],
    ['findings', findingRoots],
    ['files', (of: OpenBundle) => fileRoots([of], of)],
  ] as const) {
    it(`have unique ids that are the same when the ${name} are built again`, () => {
      const ids = allNodes(roots(bundle)).map((node) => node.id);
      assert.equal(new Set(ids).size, ids.length);
      assert.deepEqual(
        allNodes(roots(bundle)).map((node) => node.id),
        ids,
      );
    });

    it(`speak: every row of the ${name} has a label for screen readers`, () => {
      const silent = allNodes(roots(bundle)).filter((node) => !node.row().accessibilityInformation?.label);
      assert.deepEqual(labels(silent), []);
    });

    it(`lead from every row of the ${name} back to its root`, () => {
      const tree = new NodeTree(() => roots(bundle));
      const top = tree.getChildren();
      for (const node of allNodes(top)) {
        const parent = tree.getParent(node);
        assert.ok((parent?.children ?? top).includes(node), node.id);
      }
      tree.dispose();
    });
  }

  it('tell causes with one verdict for one reason together', () => {
    const policyReboot = storyRoots(bundle).find((node) => node.row().label === 'Policy reboot');
    const tooltip = policyReboot?.tooltip()?.value.replaceAll('\\', '') ?? '';
    assert.match(tooltip, /^- refuted cause \(4\): \S+, \S+, \S+, \S+ \(Flagged after/m);
    assert.equal(tooltip.match(/refuted cause/g)?.length, 1);
  });

  it('link the evidence in hovers, and nothing that a log could have written', () => {
    const tree = new NodeTree(() => storyRoots(bundle));
    const node = tree.find((candidate) => candidate.row().contextValue === 'reboot');
    assert.ok(node);
    const { tooltip } = tree.resolveTreeItem(tree.getTreeItem(node), node);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.deepEqual(tooltip.isTrusted, { enabledCommands: ['autopilotTriage.openEvidence'] });
    assert.match(tooltip.value, /\(command:autopilotTriage\.openEvidence\?/);
    assert.match(tooltip.value, /asked for the restart/);
    assert.ok(!tooltip.value.includes('&nbsp;'), tooltip.value);
    assert.ok(!/\]\((?!command:autopilotTriage\.openEvidence)/.test(tooltip.value), tooltip.value);
    tree.dispose();
  });
});

describe('the files of a bundle that is not whole', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'triage-files-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  async function rootOf(bundlePath: string): Promise<TreeNode> {
    const bundle = await readBundle(vscode.Uri.file(bundlePath));
    const [root] = fileRoots([bundle], bundle);
    // The rows are built while the bundle is open.
    allNodes([root!]);
    bundle.dispose();
    return root!;
  }

  it('say what is wrong in the row of the bundle and below it', async () => {
    const sample = writeSampleBundle();
    const { bytes } = sample.built;
    const cut = path.join(folder, 'cut.zip');
    writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    sample.remove();
    const root = await rootOf(cut);
    assert.match(String(root.row().description), /^\d+ files? · .*(?:truncated|problem)/);
    assert.equal((root.row().iconPath as vscode.ThemeIcon).id, 'warning');
    assert.equal(contexts(root.children)[0], 'problem');
  });

  it('gather what the device did not have, and show a chain of folders as one row', async () => {
    const bundlePath = path.join(folder, 'collected');
    mkdirSync(path.join(bundlePath, '(3) FoldersFiles temp', 'logs'), { recursive: true });
    writeFileSync(path.join(bundlePath, '(3) FoldersFiles temp', 'logs', 'a.log'), 'one line\r\n');
    for (const name of ['(1) No Results - Error [0x80070003] RegistryKey A', '(2) No Results - Error [0x80070001] B']) {
      writeFileSync(path.join(bundlePath, name), '');
    }
    const root = await rootOf(bundlePath);
    assert.deepEqual(contexts(root.children), ['folder', 'nothing']);
    const [chain, nothing] = root.children;
    assert.equal(chain?.row().label, 'logs');
    assert.equal(chain.row().description, 'in (3) FoldersFiles temp');
    assert.equal(nothing?.row().description, 'Not on the device 2');
    assert.equal(nothing.children.length, 2);
  });
});
