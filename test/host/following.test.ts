import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { OpenBundle } from '../../src/host/bundle/openBundle';
import { OpenBundles } from '../../src/host/bundle/openBundles';
import { logUri } from '../../src/host/documents/bundleUri';
import { evidenceKey } from '../../src/host/navigation/evidenceIndex';
import { EvidenceIndexes } from '../../src/host/navigation/evidenceIndexes';
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
    focus.onDidChange((place) => places.push(place));
  });

  beforeEach(() => {
    places = [];
  });

  after(async () => {
    follower.dispose();
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

  it('does not follow a preview', async () => {
    const editor = await open('system events.evtx');
    const [main] = bundle.document.reboots[0]!.evidence;
    assert.ok('recordId' in main);
    const before = focus.current;
    await focus.whilePreviewing(() => goTo(editor, main.path, main.recordId));
    assert.ok(focus.current === before);
  });
});
