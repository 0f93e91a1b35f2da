import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { OpenBundles } from '../../src/host/bundle/openBundles';
import { logUri } from '../../src/host/documents/bundleUri';
import { evidenceKey } from '../../src/host/navigation/evidenceIndex';
import { EvidenceIndexes } from '../../src/host/navigation/evidenceIndexes';
import { EvidenceNavigator } from '../../src/host/navigation/evidenceNavigator';
import { LogFollower } from '../../src/host/navigation/logFollower';
import { SelectionFollower } from '../../src/host/navigation/selectionFollower';
import { StoryFocus, type StoryPlace } from '../../src/host/navigation/storyFocus';
import { eventually, readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

/** Until a cursor that has come to rest was followed, milliseconds. */
const followed = 400;

describe('following the cursor', () => {
  let sample: SampleBundle;
  let bundle: OpenBundle;
  let focus: StoryFocus;
  let follower: SelectionFollower;
  let bundles: OpenBundles;
  let places: StoryPlace[];
  let navigator: EvidenceNavigator;
  let logFollower: LogFollower;

  before(async () => {
    sample = writeSampleBundle();
    // Through the extension, so that its file systems know the bundle.
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
    bundle = await readBundle(sample.uri);
    bundles = new OpenBundles();
    focus = new StoryFocus();
    follower = new SelectionFollower(
      bundles,
      { byKey: (key) => Promise.resolve(key === bundle.key ? bundle : null) },
      new EvidenceIndexes(),
      focus,
    );
    navigator = new EvidenceNavigator();
    logFollower = new LogFollower(focus, navigator);
    focus.onDidChange((place) => places.push(place));
  });

  beforeEach(() => {
    places = [];
  });

  after(async () => {
    follower.dispose();
    logFollower.dispose();
    navigator.dispose();
    focus.dispose();
    bundle.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
  });

  async function open(end: string): Promise<vscode.TextEditor> {
    const member = bundle.members.find(({ path }) => path.toLowerCase().endsWith(end));
    assert.ok(member, end);
    const document = await vscode.workspace.openTextDocument(logUri(bundle, member.path));
    return vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
  }

  function moves(): (string | null)[] {
    return places.map(({ itemId }) => itemId);
  }

  /** Puts the cursor on the first evidence of a story item, as a click does. */
  async function goTo(editor: vscode.TextEditor, path: string, recordId: number): Promise<void> {
    const { lines } = await bundle.text(path);
    const span = lines.spanOf({ path, recordId }, editor.document.lineCount);
    assert.ok(span);
    editor.selection = new vscode.Selection(span.first, 4, span.first, 4);
    await sleep(followed);
  }

  it('selects nothing when a log is merely opened', async () => {
    await open('setupact.log');
    await sleep(followed);
    await open('system events.evtx');
    await sleep(followed);
    assert.deepEqual(moves(), []);
  });

  it('moves to the item whose record the cursor is on', async () => {
    const editor = await open('system events.evtx');
    const reboot = bundle.document.reboots.at(-1)!;
    const [main] = reboot.evidence;
    assert.ok('recordId' in main);
    await goTo(editor, main.path, main.recordId);
    await eventually('the reboot', () => (places.at(-1)?.itemId === reboot.id ? true : undefined));
    assert.equal(places.at(-1)?.origin, 'editor');
  });

  it('leaves what was chosen while the cursor is on its evidence', async () => {
    const editor = await open('system events.evtx');
    const reboot = bundle.document.reboots.at(-1)!;
    const [main] = reboot.evidence;
    assert.ok('recordId' in main);
    const finding = bundle.document.findings.find(({ evidence }) =>
      evidence.some((reference) => evidenceKey(reference) === evidenceKey(main)),
    );
    assert.ok(finding);
    await goTo(editor, main.path, main.recordId - 1);
    focus.moveTo({ bundle, evidence: main, itemId: finding.id, origin: 'timeline' });
    places = [];
    await goTo(editor, main.path, main.recordId);
    assert.deepEqual(moves(), [], 'the jump is no news');
    assert.equal(focus.current?.itemId, finding.id);
  });

  it('moves a log that can be seen to what is selected on the timeline, and takes no focus', async () => {
    const editor = await open('system events.evtx');
    const elsewhere = await vscode.workspace.openTextDocument({ content: 'elsewhere' });
    await vscode.window.showTextDocument(elsewhere, { viewColumn: vscode.ViewColumn.Two });
    const [reboot] = bundle.document.reboots;
    const [main] = reboot!.evidence;
    const { lines } = await bundle.text(main.path);
    const span = lines.spanOf(main, editor.document.lineCount);
    assert.ok(span);
    const shown = (): vscode.TextEditor | undefined =>
      vscode.window.visibleTextEditors.find(({ document }) => document === editor.document);
    focus.moveTo({ bundle, evidence: main, itemId: reboot!.id, origin: 'timeline' });
    await eventually('the record', () => (shown()?.selection.active.line === span.first ? true : undefined));
    assert.equal(vscode.window.activeTextEditor?.document, elsewhere);
    assert.equal(focus.current?.itemId, reboot!.id, 'the cursor that was moved is no news');
  });

  it('leaves the log where it is once that is not wanted', async () => {
    const editor = await open('system events.evtx');
    const before = editor.selection.active.line;
    const last = bundle.document.reboots.at(-1)!;
    const setting = vscode.workspace.getConfiguration('autopilotTriage');
    await setting.update('logFollowsSelection', false, vscode.ConfigurationTarget.Global);
    focus.moveTo({ bundle, evidence: last.evidence[0], itemId: last.id, origin: 'timeline' });
    await sleep(followed);
    await setting.update('logFollowsSelection', undefined, vscode.ConfigurationTarget.Global);
    assert.equal(editor.selection.active.line, before);
  });

  it('does not follow a preview', async () => {
    const editor = await open('system events.evtx');
    const [main] = bundle.document.reboots[0]!.evidence;
    assert.ok('recordId' in main);
    const before = focus.current;
    await focus.whilePreviewing(() => goTo(editor, main.path, main.recordId));
    assert.ok(focus.current === before);
  });
});
