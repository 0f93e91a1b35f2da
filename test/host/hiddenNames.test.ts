import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { openBundle } from '../../src/core/bundle/openBundle';
import { MemorySource } from '../../src/core/bytes/byteSource';
import { findingKey } from '../../src/core/case/anchorSource';
import type { CaseDocument } from '../../src/core/case/caseDocument';
import { readCase } from '../../src/core/case/readCase';
import { timelineNotes, timesOfRecords } from '../../src/core/case/timelineNotes';
import { trailText } from '../../src/core/case/trailText';
import type { Identifiers } from '../../src/core/redact/identifier';
import { patternsIn } from '../../src/core/redact/customPatterns';
import { identifiersOf } from '../../src/core/redact/identifiersOf';
import { leakCheck } from '../../src/core/redact/leakCheck';
import { caseSection } from '../../src/core/report/caseSection';
import { namesInCase } from '../../src/core/report/namesInCase';
import { pickBundle } from '../../src/host/bundle/bundlePicker';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { OpenBundles } from '../../src/host/bundle/openBundles';
import { RecentBundles } from '../../src/host/bundle/recentBundles';
import { AnnotateCommands, type AnnotateServices } from '../../src/host/case/annotateCommands';
import { CaseHome } from '../../src/host/case/caseHome';
import { CaseSessions } from '../../src/host/case/caseSessions';
import { CaseThreads } from '../../src/host/case/caseThreads';
import { showCaseTrouble } from '../../src/host/case/caseTrouble';
import { LinkCommand } from '../../src/host/case/linkCommand';
import { NoteCommands } from '../../src/host/case/noteCommands';
import { VerdictCommands } from '../../src/host/case/verdictCommands';
import { logUri } from '../../src/host/documents/bundleUri';
import { caseRoots, CaseVerdictNode } from '../../src/host/views/caseNodes';
import { fileRoots } from '../../src/host/views/fileNodes';
import { FileNode } from '../../src/host/views/fileNode';
import { findingRoots } from '../../src/host/views/findingNodes';
import { phaseRoots } from '../../src/host/views/phaseNodes';
import { storyRoots } from '../../src/host/views/storyNodes';
import type { TreeNode } from '../../src/host/views/treeNode';
import type { Scenario } from '../bundles/scenario';
import { policyRebootTap, tellPolicyReboot } from '../bundles/scenarios/policyRebootTap';
import { findingList } from '../../src/host/navigation/findingPicker';
import type { PreviewItem } from '../../src/host/navigation/previewPick';
import { rebootList } from '../../src/host/navigation/rebootPicker';
import { whyList } from '../../src/host/navigation/whyPicker';
import { emptyMemento } from './emptyMemento';
import {
  eventually,
  extension,
  useShippedEngine,
  readBundle,
  type SampleBundle,
  writeSampleBundle,
} from './sampleBundle';
import { recordWindow, textsIn, type WindowRecorder } from './windowRecorder';

/** A person of the notes whom no log knows. */
const author = 'Quillon Vexmoor';
const named = 'Ask quillon.vexmoor@zarnath.example about DESKTOP-EXAMPLE1';
const person = 'adele@contoso.example';
/** As the device names a file of the collection, with text in which people are named. */
const hashFile = 'DeviceHash_DESKTOP-EXAMPLE1.csv';
const withNamedFile: Scenario = {
  ...policyRebootTap,
  tell: () => tellPolicyReboot('quiet'),
  tamper: (members) => [
    ...members,
    { name: hashFile, bytes: Buffer.from(`Host,Owner\r\nDESKTOP-EXAMPLE1,${person}\r\n`), modified: 1_771_336_000_000 },
  ],
};
/** Fits the name of a setting and the key of a finding, so that causes and verdicts have a name to hide, too. */
const ownPattern = 'LsaCfg\\w+|policy-in-device\\S+';

const allNodes = (roots: readonly TreeNode[]): readonly TreeNode[] =>
  roots.flatMap((node) => [node, ...allNodes(node.children)]);

/** What people see and hear of a row. */
function textsOf(node: TreeNode): readonly string[] {
  const { label, description, tooltip, accessibilityInformation, resourceUri } = node.row();
  const shown = [label, description, tooltip, accessibilityInformation?.label, node.tooltip(), resourceUri];
  return shown.flatMap((text) =>
    typeof text === 'string'
      ? [text]
      : text instanceof vscode.MarkdownString
        ? [text.value.replace(/\\([!-/:-@[-`{-~])/g, '$1')]
        : text instanceof vscode.Uri
          ? [text.toString(true)]
          : [],
  );
}

describe('while names are hidden', () => {
  let sample: SampleBundle;
  /** The same bundle with and without pseudonyms. */
  let bundle: OpenBundle;
  let plain: OpenBundle;
  let bundles: OpenBundles;
  let cases: CaseSessions;
  let threads: CaseThreads;
  let box: WindowRecorder;
  let log: vscode.LogOutputChannel;
  let logs: Identifiers;
  let annotate: AnnotateCommands;
  let verdicts: VerdictCommands;

  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('autopilotTriage');

  before(async () => {
    await settings().update('caseAuthor', author, vscode.ConfigurationTarget.Global);
    sample = writeSampleBundle(withNamedFile);
    const source = new MemorySource(new Uint8Array(sample.built.bytes));
    const opened = await openBundle({ kind: 'file', name: sample.built.name, source });
    const own = patternsIn([ownPattern]);
    assert.ok(opened.ok && own.ok);
    logs = await identifiersOf(opened.bundle, { patterns: own.patterns });
    const storage = vscode.Uri.joinPath(sample.uri, '..', 'storage');
    const redaction = { mapFolder: vscode.Uri.joinPath(storage, 'pseudonyms').fsPath, patterns: [ownPattern] };
    [bundle, plain] = await Promise.all([readBundle(sample.uri, redaction), readBundle(sample.uri)]);
    log = vscode.window.createOutputChannel('Hidden names', { log: true });
    useShippedEngine();
    bundles = new OpenBundles();
    cases = new CaseSessions(bundles, new CaseHome(storage, extension().extensionUri, emptyMemento()), log);
    threads = new CaseThreads(cases, bundles, 'hiddenNames.notes');
    bundles.add(bundle);
    await cases.of(bundle);
    // Of the services only those are asked that stand here.
    annotate = new AnnotateCommands({ bundles, cases, threads } as AnnotateServices);
    verdicts = new VerdictCommands(bundles, cases);
    box = recordWindow(named);
    await noteEverything();
  });

  after(async () => {
    box.restore();
    threads.dispose();
    await cases.flush();
    cases.dispose();
    bundles.dispose();
    plain.dispose();
    log.dispose();
    sample.remove();
    await settings().update('caseAuthor', undefined, vscode.ConfigurationTarget.Global);
  });

  const namedMember = (of: OpenBundle, name: RegExp): string => {
    const member = of.members.find(({ path }) => name.test(path));
    assert.ok(member, `${name} in ${of.members.map(({ path }) => path).join('\n')}`);
    return member.path;
  };
  const shownFile = (): string => namedMember(bundle, /DeviceHash_HOST-\d+\.csv$/);
  const judged = (): number =>
    plain.document.findings.findIndex((finding) => findingKey(finding).includes('policy-in-device'));

  /** All that a case can hold, as a person adds it while names are hidden. */
  async function noteEverything(): Promise<void> {
    const fileNode = allNodes(fileRoots([bundle], bundle, 'folder')).find(
      (node) => node instanceof FileNode && node.path === shownFile(),
    );
    assert.ok(fileNode);
    await annotate.annotate(fileNode);
    await annotate.annotate({ path: shownFile(), line: 1 });
    await annotate.annotate({ storyId: `finding/${judged() + 1}` });
    await annotate.annotate({});
    await annotate.toggleStar(fileNode);
    await verdicts.judge(bundle.key, judged(), 'disagree', named);
    const link = new LinkCommand({ bundles, cases } as AnnotateServices);
    const [first] = bundle.document.reboots[0]!.evidence;
    await link.link({ path: shownFile(), line: 1 });
    await link.link({ ...first });
    link.dispose();
    const { id } = written().annotations[0]!;
    const session = await cases.of(bundle);
    await session.apply({ kind: 'tag', id, tag: 'DESKTOP-EXAMPLE1' });
    await session.apply({ kind: 'reply', id, reply: { id: 'reply', text: named } });
    await eventually('the case under pseudonyms', () =>
      cases.shownOf(bundle).annotations[0]?.replies.length === 1 ? true : undefined,
    );
  }

  const written = (): CaseDocument => cases.caseOf(bundle);

  async function assertClean(what: string, texts: readonly string[]): Promise<void> {
    assert.notEqual(texts.length, 0, what);
    const { identifiers, isComplete } = logs;
    const { authors } = namesInCase(written());
    const own = [author, ...authors, 'quillon.vexmoor', 'zarnath'].map((name) => name.toLowerCase());
    for (const text of texts) {
      assert.deepEqual(
        own.filter((name) => text.toLowerCase().includes(name)),
        [],
        `${what}: ${text}`,
      );
    }
    const leaks = await leakCheck(new TextEncoder().encode(texts.join('\n')), { identifiers, isComplete });
    assert.deepEqual(
      leaks.map(({ found, line }) => `${found} in: ${texts.join('\n').split('\n')[(line ?? 1) - 1]}`),
      [],
      what,
    );
  }

  it('no row of any view names anybody, nor does its tooltip', async () => {
    const shown = cases.shownOf(bundle);
    const views = {
      phases: phaseRoots(bundle),
      story: storyRoots(bundle),
      findings: findingRoots(bundle, shown.verdicts),
      'files by meaning': fileRoots([bundle], bundle, 'meaning'),
      'files by folder': fileRoots([bundle], bundle, 'folder'),
      'case by status': caseRoots(bundle, shown, { arrangement: 'status', starredOnly: false }),
      'case by file': caseRoots(bundle, shown, { arrangement: 'member', starredOnly: false }),
      'case by tag': caseRoots(bundle, shown, { arrangement: 'tag', starredOnly: false }),
    };
    for (const [view, roots] of Object.entries(views)) {
      await assertClean(view, allNodes(roots).flatMap(textsOf));
    }
    const rows = allNodes(views['case by status']).flatMap(textsOf).join('\n');
    assert.match(rows, /DeviceHash_HOST-\d+\.csv/);
  });

  it('no thread names anybody, and each stands where its note belongs', async () => {
    const document = await vscode.workspace.openTextDocument(logUri(bundle, shownFile()));
    const shown = await threads.shown(document);
    assert.ok(shown.length >= 2);
    const texts = shown.flatMap(({ label, comments }) => [
      label ?? '',
      ...comments.flatMap(({ body, author: writer, label: edited }) => [
        typeof body === 'string' ? body : body.value,
        writer.name,
        edited ?? '',
      ]),
    ]);
    await assertClean('threads', [...texts, document.uri.toString(true)]);
  });

  it('no box, list or message names anybody', async () => {
    const notes = new NoteCommands(cases, threads);
    const roots = caseRoots(bundle, cases.shownOf(bundle), { arrangement: 'status', starredOnly: false });
    const rows = allNodes(roots);
    const note = rows.find(({ id }) => id.endsWith(written().annotations[0]!.id));
    const verdict = rows.find((node) => node instanceof CaseVerdictNode);
    await notes.setStatus(note, undefined);
    await notes.tag(note);
    await verdicts.judge(verdict, undefined, undefined, undefined);
    await pickBundle(bundles, new RecentBundles(emptyMemento()));
    const detail = `no way to ${plain.members.map(({ path }) => path).join()}`;
    const problem = { code: 'case.unreadable', severity: 'error', where: sample.uri.fsPath, detail } as const;
    await showCaseTrouble(cases, { bundle, session: await cases.of(bundle), problem });
    await assertClean('boxes', box.texts);
    assert.ok(box.texts.some((text) => /DeviceHash_HOST-\d+\.csv/.test(text)));
  });

  it('no list, mark or picture of the story names anybody', async () => {
    const [first] = bundle.document.reboots[0]!.evidence;
    const lists = [rebootList(bundle, null), findingList(bundle, null), whyList(bundle, first)];
    const texts = lists.flatMap((list) => {
      const pick: { readonly items?: unknown } = {};
      list?.fill(pick as vscode.QuickPick<PreviewItem>);
      return textsIn(pick);
    });
    await assertClean('lists', texts);
    const { overview, timelineSvg } = await bundle.overview(1200);
    const notes = timelineNotes(cases.shownOf(bundle), bundle.document, timesOfRecords(await bundle.series()));
    assert.notEqual(notes.length, 0);
    await assertClean('pictures', [JSON.stringify(overview), timelineSvg, JSON.stringify(notes), bundle.shownSource]);
  });

  it('neither the trail nor the overview of the case names anybody', async () => {
    const shown = cases.shownOf(bundle);
    await assertClean('trail', [trailText(shown)]);
    await assertClean('overview', [JSON.stringify(caseSection(shown, bundle.document))]);
  });

  it('what is noted, starred and judged is kept under its own name', () => {
    const key = findingKey(plain.document.findings[judged()]!);
    const { annotations, stars, verdicts: kept } = written();
    const anchors = annotations.map(({ anchor }) => anchor);
    assert.ok(anchors.some((anchor) => anchor.kind === 'member' && anchor.path === hashFile));
    assert.ok(anchors.some((anchor) => anchor.kind === 'line' && anchor.place.path === hashFile));
    assert.ok(anchors.some((anchor) => anchor.kind === 'finding' && anchor.item === key));
    assert.deepEqual(
      stars.map(({ anchor }) => anchor),
      [{ kind: 'member', path: hashFile }],
    );
    assert.deepEqual(
      kept.map(({ finding, by }) => [finding, by]),
      [[key, author]],
    );
    assert.equal(annotations[0]?.text, named);
  });

  it('a verdict that is shown under a pseudonym is changed and taken back', async () => {
    const row = (): TreeNode | undefined =>
      allNodes(caseRoots(bundle, cases.shownOf(bundle), { arrangement: 'status', starredOnly: false })).find(
        (node) => node instanceof CaseVerdictNode,
      );
    await verdicts.judge(row(), undefined, 'agree', '');
    assert.deepEqual(
      written().verdicts.map(({ verdict }) => verdict),
      ['agree'],
    );
    await (await cases.of(bundle)).save();
    const file = `${sample.uri.fsPath}.triage.json`;
    assert.ok(existsSync(file));
    const reading = readCase(readFileSync(file, 'utf8'), file);
    assert.ok(reading.ok);
    assert.equal(reading.case.verdicts[0]?.finding, findingKey(plain.document.findings[judged()]!));
  });
});
