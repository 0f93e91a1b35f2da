import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { EvidenceRef } from '../../src/core/enrollment/document/evidence';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { findingRoots } from '../../src/host/views/findingNodes';
import { NodeTree } from '../../src/host/views/nodeTree';
import { phaseRoots } from '../../src/host/views/phaseNodes';
import { rowOfItem } from '../../src/host/views/rowPlace';
import { storyRoots } from '../../src/host/views/storyNodes';
import type { TreeNode } from '../../src/host/views/treeNode';
import { allScenarios } from '../bundles/scenarios/allScenarios';
import { readBundle, writeSampleBundle } from './sampleBundle';

/** What the trees of a scenario's bundle are checked with, while it is open. */
async function withBundle(name: string, check: (bundle: OpenBundle) => void): Promise<void> {
  const scenario = allScenarios.find((candidate) => candidate.name === name);
  assert.ok(scenario, name);
  const sample = writeSampleBundle(scenario);
  try {
    const bundle = await readBundle(sample.uri);
    check(bundle);
    bundle.dispose();
  } finally {
    sample.remove();
  }
}

function allNodes(roots: readonly TreeNode[]): TreeNode[] {
  return roots.flatMap((node) => [node, ...allNodes(node.children)]);
}

function labelOf(node: TreeNode): string {
  const { label } = node.row();
  return typeof label === 'string' ? label : (label?.label ?? '');
}

function labels(nodes: readonly TreeNode[]): string[] {
  return nodes.map(labelOf);
}

function contexts(nodes: readonly TreeNode[]): string[] {
  return nodes.map((node) => node.row().contextValue ?? '');
}

function first(nodes: readonly TreeNode[], context: string): TreeNode {
  const node = allNodes(nodes).find((candidate) => candidate.row().contextValue === context);
  assert.ok(node, `${context} among ${contexts(allNodes(nodes)).join(', ')}`);
  return node;
}

describe('the trees of other stories', () => {
  it('fold an earlier attempt below the last one', () =>
    withBundle('resetDevice', (bundle) => {
      const roots = phaseRoots(bundle);
      assert.deepEqual(labels(roots), ['Attempt 2 of 2', 'Attempt 1 of 2']);
      assert.deepEqual(contexts(roots), ['attempt.last', 'attempt.failed']);
      assert.deepEqual(
        roots.map((node) => node.row().collapsibleState),
        [vscode.TreeItemCollapsibleState.Expanded, vscode.TreeItemCollapsibleState.Collapsed],
      );
      assert.match(String(roots[1]?.row().description), /^(?:\d\d-\d\d )?\d\d:\d\d · failed · the device was reset · /);
      assert.ok(contexts(roots[1]!.children).includes('phase.failed'));
      assert.equal(contexts(roots[1]!.children).at(-1), 'evidence');
    }));

  it('show device preparation (v2) in place of phases that it does not have, its restart and re-prompt inside', () =>
    withBundle('devicePreparation', (bundle) => {
      const roots = phaseRoots(bundle);
      assert.deepEqual(contexts(roots), ['devicePreparation.succeeded']);
      const reboot = first(roots[0]!.children, 'reboot');
      assert.ok(contexts(reboot.children).includes('rePrompt'));
      assert.ok(contexts(reboot.children).includes('otherCause.confirmed'));
    }));

  it('warn where two sources cannot both be right, with both of them', () =>
    withBundle('failedApp', (bundle) => {
      const phase = first(phaseRoots(bundle), 'phase.failed');
      const [warning] = phase.children;
      assert.equal(warning?.row().contextValue, 'contradiction');
      assert.equal(warning.row().description, 'the status page: failed · the tracking keys: in progress');
      assert.ok(warning.children.length > 1);
    }));

  it('show an app of the status page with its state, what brings it and its evidence', () =>
    withBundle('failedApp', (bundle) => {
      const app = first(phaseRoots(bundle), 'phaseItem.app');
      assert.equal(app.row().label, 'Contoso VPN');
      assert.match(String(app.row().description), /^not started · Win32 app$/);
      assert.deepEqual([...new Set(contexts(app.children))], ['evidence']);
    }));

  it('show a refused pass as a row with its code and meaning', () =>
    withBundle('expiredPass', (bundle) => {
      const problem = first(storyRoots(bundle), 'signInProblem');
      assert.equal(problem.row().label, 'AADSTS130504');
      assert.match(String(problem.row().description), /expired · Temporary Access Pass · /);
    }));

  for (const name of ['resetDevice', 'devicePreparation', 'failedApp', 'expiredPass']) {
    it(`have unique ids, a way back to the root and a label for screen readers: ${name}`, () =>
      withBundle(name, (bundle) => {
        for (const roots of [phaseRoots, storyRoots, findingRoots]) {
          const tree = new NodeTree(() => roots(bundle));
          const top = tree.getChildren();
          const nodes = allNodes(top);
          assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
          for (const node of nodes) {
            assert.ok((tree.getParent(node)?.children ?? top).includes(node), node.id);
            assert.ok(node.row().accessibilityInformation?.label, node.id);
            assert.ok(node.row().contextValue, node.id);
          }
          tree.dispose();
        }
      }));
  }
});

describe('the trees of the sample', () => {
  it('say what a reboot cost, and what became of the automatic sign-in and the token', () =>
    withBundle('policyRebootTap', (bundle) => {
      const policyReboot = storyRoots(bundle).find((node) => node.row().label === 'Policy reboot');
      assert.ok(policyReboot);
      const cost = first(policyReboot.children, 'cost');
      assert.equal(cost.row().label, '1 sign-in more, 6 min 36 s at the lock screen');
      assert.equal(first(policyReboot.children, 'rebootToken').row().label, 'The user’s token was gone');
      assert.ok(first(policyReboot.children, 'autoLogon').children.length > 0);
    }));

  it('say with what a person signed in again, and how that is known', () =>
    withBundle('policyRebootTap', (bundle) => {
      const credential = first(first(storyRoots(bundle), 'rePrompt').children, 'credential');
      assert.equal(credential.row().description, 'web sign-in · its own trace');
      assert.match(labelOf(credential), /LogonUI/);
    }));

  it('end with Windows Hello and its patterns, the token, security and the price of moving', () =>
    withBundle('policyRebootTap', (bundle) => {
      const roots = storyRoots(bundle);
      assert.deepEqual(contexts(roots).slice(-4), ['hello.incomplete', 'token.present', 'security', 'moves']);
      assert.ok(contexts(first(roots, 'hello.incomplete').children).includes('helloPattern'));
      const move = first(roots, 'move.restarts');
      assert.equal(move.row().description, 'would save 1 restart, 1 sign-in, 6 min 36 s');
      assert.ok(contexts(move.children).includes('moveTogether'));
      assert.ok(contexts(move.children).includes('movePrice'));
    }));

  it('show both sides of the advice of a finding, how sure it is, and links to read on', () =>
    withBundle('policyRebootTap', (bundle) => {
      const finding = findingRoots(bundle).find((node) => labelOf(node).startsWith('Policies restarted'));
      assert.ok(finding);
      const kinds = contexts(finding.children);
      assert.deepEqual(kinds.slice(0, 4), ['advice', 'advicePrice', 'confidence', 'link']);
      assert.equal(kinds.at(-1), 'evidenceBranch');
      assert.deepEqual([...new Set(contexts(finding.children.at(-1)!.children))], ['evidence']);
      assert.ok(!labelOf(finding.children[0]!).includes('The price'));
    }));

  it('find the row of one finding among several of its kind by its evidence', () =>
    withBundle('policyRebootTap', (bundle) => {
      const [first, second] = bundle.document.findings.filter(({ evidence }) => evidence.length > 0);
      assert.ok(first !== undefined && second !== undefined);
      const findings = [first, { ...second, id: first.id }];
      const alike = Object.create(bundle, { document: { value: { ...bundle.document, findings } } }) as OpenBundle;
      const tree = new NodeTree(() => findingRoots(alike));
      const titleOf = (evidence: EvidenceRef | null): string => {
        const node = rowOfItem(tree, first.id, evidence);
        assert.ok(node);
        return labelOf(node);
      };
      assert.equal(titleOf(second.evidence[0]!), second.title);
      assert.equal(titleOf(first.evidence[0]!), first.title);
      assert.ok([first.title, second.title].includes(titleOf(null)));
      tree.dispose();
    }));

  it('say what to collect next, with what it would settle and the way to get it', () =>
    withBundle('twoPolicyRestarts', (bundle) => {
      const branch = findingRoots(bundle).at(-1);
      assert.equal(branch?.row().contextValue, 'collectNextBranch');
      assert.equal(contexts(branch.children)[0], 'collectNext');
      assert.equal(contexts(branch.children).at(-1), 'howToCollect');
      assert.match(labels(branch.children[0]!.children)[1]!, /^reg export /);
    }));
});
