import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { fileRoots } from '../../src/host/views/fileNodes';
import { NodeTree } from '../../src/host/views/nodeTree';
import { phaseRoots } from '../../src/host/views/phaseNodes';
import { StoryItemNode, storyRoots } from '../../src/host/views/storyNodes';
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
    assert.deepEqual(labels(roots), ['Setup update reboot', 'Device preparation', 'Device setup', 'Account setup']);
    assert.equal(contexts(roots)[2], 'phase.succeeded');
  });

  it('show the policy reboot inside device setup', () => {
    const deviceSetup = phaseRoots(bundle).find(
      (node) => node instanceof StoryItemNode && node.itemId === 'deviceSetup',
    );
    assert.ok(deviceSetup);
    assert.ok(labels(deviceSetup.children).includes('Policy reboot'), labels(deviceSetup.children).join(', '));
  });

  it('show causes by verdict, then the re-prompt, then what was not the cause, then the evidence', () => {
    const policyReboot = storyRoots(bundle).find((node) => node.row().label === 'Policy reboot');
    assert.ok(policyReboot);
    const kinds = contexts(policyReboot.children);
    const [rePrompt, refuted, evidence] = ['rePrompt', 'refutedCauses', 'evidence'].map((kind) => kinds.indexOf(kind));
    assert.ok(kinds[0]?.startsWith('cause.'), kinds.join(', '));
    assert.ok(0 < rePrompt! && rePrompt! < refuted! && refuted! < evidence!, kinds.join(', '));
    assert.deepEqual(labels(policyReboot.children).slice(0, 2).sort(), [
      'DeviceGuard/LsaCfgFlags',
      'DmaGuard/DeviceEnumerationPolicy',
    ]);
    assert.equal(policyReboot.children[refuted!]?.children.length, 4);
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

  it('link the evidence in hovers, and nothing that a log could have written', () => {
    const tree = new NodeTree(() => storyRoots(bundle));
    const node = tree.find((candidate) => candidate.row().contextValue === 'reboot');
    assert.ok(node);
    const { tooltip } = tree.resolveTreeItem(tree.getTreeItem(node), node);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.deepEqual(tooltip.isTrusted, { enabledCommands: ['autopilotTriage.openEvidence'] });
    assert.match(tooltip.value, /\(command:autopilotTriage\.openEvidence\?/);
    assert.ok(!/\]\((?!command:autopilotTriage\.openEvidence)/.test(tooltip.value), tooltip.value);
    tree.dispose();
  });
});
