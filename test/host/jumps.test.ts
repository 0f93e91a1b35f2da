import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OpenBundles } from '../../src/host/bundle/openBundles';
import { logScheme } from '../../src/host/documents/bundleUri';
import { OpenLogs } from '../../src/host/language/openLogs';
import { EvidenceNavigator } from '../../src/host/navigation/evidenceNavigator';
import { PlaceCommands } from '../../src/host/navigation/placeCommands';
import { StoryFocus } from '../../src/host/navigation/storyFocus';
import { StoryNavigation } from '../../src/host/navigation/storyNavigation';
import { StoryItemNode } from '../../src/host/views/storyItemNode';
import { storyRoots } from '../../src/host/views/storyNodes';
import { eventually, extension, readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

/** The first line of the record at the cursor, when a log of the bundle is in the active editor. */
function lineAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.scheme === logScheme
    ? editor.document.lineAt(editor.selection.active.line).text
    : undefined;
}

describe('the jumps through a bundle', () => {
  let sample: SampleBundle;

  before(async () => {
    sample = writeSampleBundle();
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
  });

  after(async () => {
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
  });

  async function jump(command: string): Promise<string> {
    await vscode.commands.executeCommand(`autopilotTriage.${command}`);
    return eventually(`a log after ${command}`, lineAtCursor);
  }

  async function jumpFromNowhere(command: string): Promise<string> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    return jump(command);
  }

  it('go to the re-prompt, and from there back to the sign-in and the phase before it', async () => {
    const rePrompt = await jump('nextRePrompt');
    assert.match(rePrompt, /^2026-02-17 13:21:/);
    assert.equal(await jump('nextRePrompt'), rePrompt, 'there is only one');
    assert.match(await jump('previousPhase'), /Category_Started|62404|62407|DeviceSetup/);
  });

  it('go from error to error through all event logs, and back', async () => {
    const first = await jump('nextError');
    assert.match(first, / {2}(?:Error|Critical) {2}/);
    const second = await jump('nextError');
    assert.match(second, / {2}(?:Error|Critical) {2}/);
    assert.notEqual(second, first);
    assert.equal(await jump('previousError'), first);
  });

  it('go to the step of the clock', async () => {
    const bundle = await readBundle(sample.uri);
    const [step] = bundle.document.clock.steps;
    bundle.dispose();
    const [evidence] = step!.evidence;
    assert.ok('recordId' in evidence);
    await jump('previousClockStep');
    const line = await jump('nextClockStep');
    assert.match(line, new RegExp(`#${evidence.recordId}\\b`));
  });

  for (const kind of ['Reboot', 'RePrompt', 'SignIn', 'Phase', 'Error', 'ClockStep']) {
    it(`begin anew at the first ${kind}, and at the last, when everything is closed`, async () => {
      const first = await jumpFromNowhere(`next${kind}`);
      const last = await jumpFromNowhere(`previous${kind}`);
      assert.equal(await jumpFromNowhere(`next${kind}`), first);
      assert.equal(await jumpFromNowhere(`previous${kind}`), last);
    });
  }

  it('come back from a list of times that is left', async () => {
    const start = await jump('nextReboot');
    const finished = vscode.commands.executeCommand('autopilotTriage.goToTime');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await finished;
    assert.equal(lineAtCursor(), start);
  });

  it('copy a record as one line, and a link that leads back to it', async () => {
    await jump('nextReboot');
    const line = await jump('previousReboot');
    await vscode.commands.executeCommand('autopilotTriage.copyAsLine');
    const copied = await vscode.env.clipboard.readText();
    assert.ok(copied.endsWith(line.trim()), copied);
    assert.ok(!copied.includes('\n'));
    await vscode.commands.executeCommand('autopilotTriage.copyEvidenceLink');
    const link = vscode.Uri.parse(await vscode.env.clipboard.readText());
    assert.equal(link.path, '/evidence');
    assert.match(link.query, /record=\d+/);
  });

  it('act at the record of a row as they do at the cursor', async () => {
    const bundle = await readBundle(sample.uri);
    const bundles = new OpenBundles();
    bundles.add(bundle);
    const [navigator, focus, logs] = [new EvidenceNavigator(), new StoryFocus(), new OpenLogs(bundles)];
    const story = new StoryNavigation(navigator, focus, logs);
    const places = new PlaceCommands(bundles, story, focus, { show: () => Promise.resolve() }, extension().id);
    const [reboot] = bundle.document.reboots;
    const row = storyRoots(bundle).find((node) => node instanceof StoryItemNode && node.itemId === reboot?.id);
    assert.ok(row);
    await places.copyAsLine(row);
    const copied = await vscode.env.clipboard.readText();
    await places.goToRecord(row);
    assert.ok(copied.endsWith((await eventually('the record of the row', lineAtCursor)).trim()), copied);
    assert.equal(focus.current?.itemId, reboot?.id);
    await places.copyLink(row);
    const atRow = vscode.Uri.parse(await vscode.env.clipboard.readText());
    await vscode.commands.executeCommand('autopilotTriage.copyEvidenceLink');
    const atCursor = vscode.Uri.parse(await vscode.env.clipboard.readText());
    assert.ok(atCursor.query.startsWith(atRow.query), atRow.query);
    for (const service of [navigator, focus, bundles]) {
      service.dispose();
    }
  });

  it('say what a record proves, and lead to the main evidence of it', async () => {
    await jump('nextReboot');
    const request = await jump('nextReboot');
    const finished = vscode.commands.executeCommand('autopilotTriage.why');
    await eventually('the preview of another place', () => {
      void vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      return lineAtCursor() === request ? undefined : true;
    });
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await finished;
    assert.equal(lineAtCursor(), request);
  });
});
