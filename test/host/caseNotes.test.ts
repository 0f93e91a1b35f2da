import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { applyCommand } from '../../src/core/case/applyCommand';
import type { Anchor } from '../../src/core/case/anchor';
import { findingKey } from '../../src/core/case/anchorSource';
import { newCase, type Annotation, type CaseDocument } from '../../src/core/case/caseDocument';
import type { Command } from '../../src/core/case/command';
import { readCase } from '../../src/core/case/readCase';
import { trailText } from '../../src/core/case/trailText';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { OpenBundles } from '../../src/host/bundle/openBundles';
import { AnnotateCommands, type AnnotateServices } from '../../src/host/case/annotateCommands';
import { annotationTarget } from '../../src/host/case/annotationTarget';
import { CaseHome } from '../../src/host/case/caseHome';
import { CaseSessions } from '../../src/host/case/caseSessions';
import { CaseThreads } from '../../src/host/case/caseThreads';
import { noteMarkdown } from '../../src/host/case/noteComment';
import { noteContext } from '../../src/host/case/noteLabels';
import { logUri } from '../../src/host/documents/bundleUri';
import { caseRoots } from '../../src/host/views/caseNodes';
import { findingRoots } from '../../src/host/views/findingNodes';
import { storyRoots } from '../../src/host/views/storyNodes';
import type { TreeNode } from '../../src/host/views/treeNode';
import type { Scenario } from '../bundles/scenario';
import { policyRebootTap, tellPolicyReboot } from '../bundles/scenarios/policyRebootTap';
import { emptyMemento } from './emptyMemento';
import {
  eventually,
  extension,
  readBundle,
  type SampleBundle,
  useShippedEngine,
  writeSampleBundle,
} from './sampleBundle';

/**
 * Another bundle than the one that other tests write notes about: what was noted about a content in this window is
 * recovered with it, wherever it lies.
 */
const quietBundle: Scenario = { ...policyRebootTap, tell: () => tellPolicyReboot('quiet') };

function allNodes(roots: readonly TreeNode[]): TreeNode[] {
  return roots.flatMap((node) => [node, ...allNodes(node.children)]);
}

function does(before: CaseDocument, ...commands: readonly Command[]): CaseDocument {
  return commands.reduce((document, command) => {
    const applied = applyCommand(document, command, 'ada', '2026-08-20T08:00:00.000Z');
    assert.ok(applied.ok);
    return applied.case;
  }, before);
}

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`autopilotTriage.${command}`, ...args);

describe('the case of a bundle', () => {
  let sample: SampleBundle;
  /** As a second window has it. */
  let bundle: OpenBundle;
  let bundles: OpenBundles;
  let cases: CaseSessions;
  let threads: CaseThreads;
  let log: vscode.LogOutputChannel;

  before(async () => {
    useShippedEngine();
    sample = writeSampleBundle(quietBundle);
    await run('openResource', sample.uri);
    bundle = await readBundle(sample.uri);
    log = vscode.window.createOutputChannel('Case tests', { log: true });
    const storage = vscode.Uri.joinPath(sample.uri, '..', 'storage');
    bundles = new OpenBundles();
    cases = new CaseSessions(bundles, new CaseHome(storage, extension().extensionUri, emptyMemento()), log);
    threads = new CaseThreads(cases, bundles, 'caseTests.notes');
    bundles.add(bundle);
    await cases.of(bundle);
  });

  after(async () => {
    threads.dispose();
    await cases.flush();
    cases.dispose();
    bundles.dispose();
    log.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('closeBundle');
    sample.remove();
  });

  const file = (): string => `${sample.uri.fsPath}.triage.json`;

  function saved(): CaseDocument | undefined {
    if (!existsSync(file())) {
      return undefined;
    }
    const reading = readCase(readFileSync(file(), 'utf8'), file());
    assert.ok(reading.ok);
    return reading.case;
  }

  const noteSaved = (text: string): Promise<Annotation> =>
    eventually(`the note "${text}" in the file`, () => saved()?.annotations.find((note) => note.text === text));

  const noteSeen = (text: string): Promise<Annotation> =>
    eventually(`the note "${text}" in the other window`, async () => {
      await (await cases.of(bundle)).refresh();
      return cases.caseOf(bundle).annotations.find((note) => note.text === text);
    });

  it('is not written before something is noted', () => {
    assert.equal(existsSync(file()), false);
  });

  it('takes a note on a record, and pins it to channel and record id', async () => {
    const [first] = bundle.document.reboots[0]!.evidence;
    assert.ok('recordId' in first);
    await run('annotate', { path: first.path, recordId: first.recordId, text: 'on a record' });
    const { anchor } = await noteSaved('on a record');
    assert.ok(anchor.kind === 'record');
    assert.equal(anchor.place.recordId, first.recordId);
    assert.equal(anchor.place.channel, bundle.member(first.path)?.channel);
  });

  it('shows the note of one window in the thread of another, at its record', async () => {
    const note = await noteSeen('on a record');
    assert.ok(note.anchor.kind === 'record');
    const { path: member, recordId } = note.anchor.place;
    const document = await vscode.workspace.openTextDocument(logUri(bundle, member));
    const [thread] = await threads.shown(document);
    assert.ok(thread?.range);
    const { lines } = await bundle.text(member);
    assert.deepEqual(lines.evidenceAt(member, thread.range.start.line), { path: member, recordId });
    assert.equal(thread.contextValue, 'note.open');
    assert.equal(thread.comments[0]?.contextValue, 'note');
  });

  it('makes a note of what is written into an empty thread, and keeps that thread', async () => {
    const [first] = bundle.document.reboots[0]!.evidence;
    const document = await vscode.workspace.openTextDocument(logUri(bundle, first.path));
    const { lines } = await bundle.text(first.path);
    const controller = vscode.comments.createCommentController('caseTests.empty', 'Case tests');
    const line = lines.spanOf(first, document.lineCount)!.first;
    const thread = controller.createCommentThread(document.uri, new vscode.Range(line, 0, line, 0), []);
    assert.deepEqual(await threads.add({ thread, text: 'in a thread' }), { ok: true });
    const shown = await threads.shown(document);
    assert.ok(shown.includes(thread));
    assert.equal(thread.comments.length, 1);
    controller.dispose();
  });

  it('shows replies, star, tags and resolution in the thread', async () => {
    const note = await noteSeen('on a record');
    assert.ok(note.anchor.kind === 'record');
    const { id } = note;
    const session = await cases.of(bundle);
    await session.apply({ kind: 'reply', id, reply: { id: 'reply-1', text: 'an answer' } });
    await session.apply({ kind: 'star', id });
    await session.apply({ kind: 'tag', id, tag: 'vpn' });
    await session.apply({ kind: 'resolve', id });
    const document = await vscode.workspace.openTextDocument(logUri(bundle, note.anchor.place.path));
    const shown = await threads.shown(document);
    const thread = shown.find((candidate) => threads.noteOf(candidate)?.id === id);
    assert.equal(thread?.contextValue, 'note.open.starred.resolved');
    assert.equal(thread.state, vscode.CommentThreadState.Resolved);
    assert.match(thread.label ?? '', /★.*vpn/);
    assert.deepEqual(
      thread.comments.map(({ contextValue }) => contextValue),
      ['note', 'reply'],
    );
    await session.apply({ kind: 'delete', id, reply: null });
    assert.ok(!(await threads.shown(document)).some((candidate) => threads.noteOf(candidate)?.id === id));
    await session.undo();
    assert.ok((await threads.shown(document)).some((candidate) => threads.noteOf(candidate)?.id === id));
  });

  it('shows a link within one log at both of its ends, with a way from each to the other', async () => {
    const [from, to] = bundle.document.reboots.slice(0, 2).map(({ evidence }) => evidence[0]);
    assert.ok(from !== undefined && to?.path === from.path);
    const session = await cases.of(bundle);
    const [first, second] = [await bundle.placeOf(from), await bundle.placeOf(to)];
    assert.ok(first !== null && second !== null);
    const anchor: Anchor = { kind: 'link', from: first, to: second };
    await session.apply({ kind: 'add', annotation: { id: 'link', anchor, text: 'led to' } });
    const document = await vscode.workspace.openTextDocument(logUri(bundle, from.path));
    const { lines } = await bundle.text(from.path);
    const ends = (await threads.shown(document)).filter((thread) => threads.noteOf(thread)?.id === 'link');
    assert.deepEqual(
      ends.map(({ range }) => range?.start.line),
      [from, to].map((evidence) => lines.spanOf(evidence, document.lineCount)?.first),
    );
    assert.match(ends[0]?.label ?? '', /leads to/);
    assert.match(ends[1]?.label ?? '', /comes from/);
    const went: number[] = [];
    const story = {
      goTo: (_: OpenBundle, place: { readonly recordId: number }) => Promise.resolve(went.push(place.recordId)),
    };
    const commands = new AnnotateCommands({ bundles, cases, threads, story } as unknown as AnnotateServices);
    await commands.goToOtherEnd(ends[0]);
    await commands.goToOtherEnd(ends[1]);
    const recordIds = [to, from].map((place) => ('recordId' in place ? place.recordId : null));
    assert.deepEqual(went, recordIds);
    await session.undo();
    const left = await threads.shown(document);
    assert.ok(!left.some((thread) => ends.includes(thread)));
  });

  it('pins a note to a line of a text log, where it is found again', async () => {
    const member = bundle.members.find(
      ({ kind, records, unreadable }) => kind === 'cmTrace' && records === null && unreadable === null,
    );
    assert.ok(member);
    await run('annotate', { path: member.path, line: 2, text: 'on a line' });
    const { anchor } = await noteSaved('on a line');
    assert.ok(anchor.kind === 'line');
    const [resolved] = await bundle.resolve([anchor]);
    assert.deepEqual(resolved?.outcome === 'lost' ? resolved.why : resolved?.refs, [{ path: member.path, line: 2 }]);
  });

  it('takes notes on restarts, findings, files, times and the case', async () => {
    const targets = [
      { storyId: bundle.document.reboots[0]!.id },
      { storyId: bundle.document.findings[0]!.id },
      { path: bundle.members[0]!.path },
      { range: { start: '2026-02-17T12:00:00Z', end: 1_771_330_000_000 } },
      {},
    ];
    const kinds: Anchor['kind'][] = [];
    for (const target of targets) {
      const found = await annotationTarget(bundles, target);
      assert.ok(found);
      kinds.push(found.anchor.kind);
    }
    assert.deepEqual(kinds, ['reboot', 'finding', 'member', 'timeRange', 'case']);
    for (const node of storyRoots(bundle)) {
      if (['reboot', 'rePrompt', 'signIn'].includes(node.row().contextValue ?? '')) {
        assert.ok(await annotationTarget(bundles, node), node.id);
      }
    }
    assert.equal(await annotationTarget(bundles, { path: 'no such member' }), null);
  });

  it('keeps a verdict and its reason, and shows it with its finding', async () => {
    await run('judgeFinding', sample.key, 0, 'differentCause', 'it was the app');
    const verdict = await eventually('the verdict in the file', () => saved()?.verdicts[0]);
    assert.equal(verdict.finding, findingKey(bundle.document.findings[0]!));
    assert.equal(verdict.note, 'it was the app');
    const judged = allNodes(findingRoots(bundle, [verdict])).filter((node) =>
      node.row().contextValue?.startsWith('verdict.'),
    );
    assert.deepEqual(
      judged.map((node) => node.row().contextValue),
      ['verdict.differentCause'],
    );
    assert.match(judged[0]?.parent?.row().accessibilityInformation?.label ?? '', /different cause/);
  });

  it('tells the story with what is stated about the pass, and calls it stated', async () => {
    await bundle.retell({ issuedAt: null, lifetimeMinutes: 60, oneTime: true });
    assert.equal(bundle.document.temporaryAccessPass?.basis, 'stated, not measured');
    const rows = allNodes(storyRoots(bundle)).map((node) => node.row());
    const stated = rows.filter(({ contextValue }) => contextValue === 'statedPass');
    assert.ok(stated.length > 0 && stated.every(({ description }) => description === 'stated, not measured'));
    await bundle.retell(null);
    assert.equal(bundle.document.temporaryAccessPass, null);
  });

  it('has its notes when the bundle is opened again', async () => {
    await run('closeBundle');
    await run('openResource', sample.uri);
    await run('annotate', { text: 'after opening again' });
    await noteSaved('after opening again');
    const texts = saved()!.annotations.map(({ text }) => text);
    assert.ok(texts.includes('on a record') && texts.includes('on a line'), texts.join());
  });

  it('takes the last deed back', async () => {
    await run('annotate', { text: 'a mistake' });
    await noteSaved('a mistake');
    await run('undoInCase');
    await eventually('the file without it', () =>
      saved()?.annotations.every(({ text }) => text !== 'a mistake') === true ? true : undefined,
    );
    assert.match(trailText(saved()!), /deleted a note that is gone/);
  });

  it('shows its audit trail as a document that nobody can change', async () => {
    await run('showTrail');
    const editor = await eventually('the trail', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'autopilot-trail'),
    );
    assert.match(editor.document.getText(), /added the note on /);
    assert.notEqual(vscode.workspace.fs.isWritableFileSystem('autopilot-trail'), true);
  });
});

describe('the view of a case', () => {
  let sample: SampleBundle;
  let bundle: OpenBundle;
  let document: CaseDocument;

  before(async () => {
    useShippedEngine();
    sample = writeSampleBundle(quietBundle);
    bundle = await readBundle(sample.uri);
    const { sha256 } = bundle.document.bundle;
    const add = (id: string, anchor: Anchor, tags: readonly string[] = []): Command => ({
      kind: 'add',
      annotation: { id, anchor, text: `# Text of ${id}`, tags },
    });
    document = does(
      newCase({ sha256, names: [bundle.name], content: null }),
      add('1', { kind: 'case' }),
      add('2', { kind: 'member', path: bundle.members[0]!.path }, ['vpn', 'app']),
      add('3', { kind: 'reboot', item: bundle.document.reboots[0]!.id, place: null }),
      { kind: 'status', id: '2', status: 'confirmed' },
      { kind: 'resolve', id: '3' },
      { kind: 'star', id: '1' },
      { kind: 'reply', id: '1', reply: { id: 'r', text: 'an answer' } },
      { kind: 'starItem', anchor: { kind: 'finding', item: findingKey(bundle.document.findings[0]!), place: null } },
      { kind: 'verdict', finding: findingKey(bundle.document.findings[0]!), verdict: 'agree', note: '' },
      { kind: 'state', fact: 'lifetimeMinutes', value: 60 },
    );
  });

  after(() => {
    bundle.dispose();
    sample.remove();
  });

  const roots = (arrangement: 'status' | 'tag' | 'member' | 'time', starredOnly = false): readonly TreeNode[] =>
    caseRoots(bundle, document, { arrangement, starredOnly });
  const labels = (nodes: readonly TreeNode[]): unknown[] => nodes.map((node) => node.row().label);

  it('groups the notes by status, then shows stars, verdicts and what is stated', () => {
    const expected = ['Still open', 'Confirmed', 'Resolved', 'Starred', 'Verdicts', 'Stated, not measured'];
    assert.deepEqual(labels(roots('status')), expected);
  });

  it('groups them by tag, file and day', () => {
    assert.deepEqual(labels(roots('tag')).slice(0, 3), ['Without a tag', 'app', 'vpn']);
    assert.deepEqual(labels(roots('member')).slice(0, 2), [
      'The case as a whole',
      path.posix.basename(bundle.members[0]!.path),
    ]);
    assert.deepEqual(labels(roots('time'))[0], '2026-08-20');
  });

  it('shows only what has a star where that is wanted', () => {
    assert.deepEqual(labels(roots('status', true)), ['Still open', 'Starred']);
  });

  for (const arrangement of ['status', 'tag', 'member', 'time'] as const) {
    it(`has unique ids and a label for screen readers by ${arrangement}`, () => {
      const nodes = allNodes(roots(arrangement));
      assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
      assert.deepEqual(
        nodes.filter((node) => !node.row().accessibilityInformation?.label).map(({ id }) => id),
        [],
      );
    });
  }

  it('shows ten thousand notes in pages, each made when it is opened', () => {
    const one = document.annotations[0]!;
    const many = { ...document, annotations: Array.from({ length: 10_000 }, (_, at) => ({ ...one, id: `${at}` })) };
    const started = performance.now();
    const [open] = caseRoots(bundle, many, { arrangement: 'status', starredOnly: false });
    assert.equal(open?.children.length, 20);
    assert.equal(open.children[19]?.children.length, 500);
    assert.ok(performance.now() - started < 1000);
  });

  it('offers what fits the state of a note', () => {
    interface MenuItem {
      readonly command: string;
      readonly when: string;
    }
    const { contributes } = extension().packageJSON as { contributes: { menus: Record<string, MenuItem[]> } };
    const offered = (context: string): readonly string[] =>
      contributes.menus['comments/commentThread/title']!.filter(({ when }) =>
        [...when.matchAll(/commentThread =~ \/(.+?)\/(?= |$)/g)].every(([, pattern]) =>
          new RegExp(pattern!.replaceAll('\\/', '/')).test(context),
        ),
      ).map(({ command }) => command.replace('autopilotTriage.', ''));
    const context = (id: string): string => noteContext(document.annotations.find((note) => note.id === id)!);
    const always = ['setNoteStatus', 'tagNote'];
    assert.deepEqual(offered(context('1')), ['unstarNote', ...always, 'resolveNote']);
    assert.deepEqual(offered(context('2')), ['starNote', ...always, 'resolveNote']);
    assert.deepEqual(offered(context('3')), ['starNote', ...always, 'reopenNote']);
  });

  it('trusts no note: neither commands nor HTML nor pictures from elsewhere', () => {
    const markdown = noteMarkdown('[x](command:workbench.action.quit) ![p](https://example.com/p.png) <b>b</b>');
    assert.equal(markdown.isTrusted, false);
    assert.equal(markdown.supportHtml, false);
    assert.ok(!markdown.value.includes('!['));
  });
});
