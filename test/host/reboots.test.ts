import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { bundlePlace, logScheme } from '../../src/host/documents/bundleUri';
import { overviewViewType } from '../../src/host/overview/overviewPanels';
import { eventually, readBundle, type SampleBundle, writeSampleBundle } from './sampleBundle';

/** Until a cursor that has come to rest was followed, milliseconds. */
const followed = 400;

/** The first line of the record at the cursor, when a log of the bundle is in the active editor. */
function recordAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== logScheme) {
    return undefined;
  }
  return editor.document.lineAt(editor.selection.active.line).text;
}

function overviewTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(overviewViewType));
}

function customTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputCustom);
}

describe('the commands of an open bundle', () => {
  let sample: SampleBundle;

  before(async () => {
    sample = writeSampleBundle();
    await vscode.commands.executeCommand('autopilotTriage.openResource', sample.uri);
  });

  after(async () => {
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    sample.remove();
  });

  it('show the overview first, and the timeline as the editor of the bundle file when asked', async () => {
    await eventually('the overview', () => overviewTab());
    await vscode.commands.executeCommand('autopilotTriage.showTimeline');
    const tab = await eventually('a custom editor', () => customTabs()[0]);
    assert.ok(tab.input instanceof vscode.TabInputCustom);
    assert.equal(tab.input.uri.toString(), sample.uri.toString());
  });

  it('bring the same timeline back instead of opening another', async () => {
    await vscode.commands.executeCommand('autopilotTriage.showTimeline');
    assert.equal(customTabs().length, 1);
  });

  it('jump to the restart request of each reboot, in order, and stay at the last', async () => {
    const seen: string[] = [];
    for (const command of ['nextReboot', 'nextReboot', 'nextReboot', 'previousReboot']) {
      await vscode.commands.executeCommand(`autopilotTriage.${command}`);
      seen.push(await eventually('a log at a record', recordAtCursor));
    }
    const [first, second, stillSecond, firstAgain] = seen;
    assert.match(first!, /User32 1074/);
    assert.match(second!, /User32 1074/);
    assert.ok(first! < second!, 'records begin with their time');
    assert.equal(stillSecond, second);
    assert.equal(firstAgain, first);
  });

  it('leave the timeline visible beside the log', () => {
    const active = vscode.window.tabGroups.all.map(({ activeTab }) => activeTab?.input);
    assert.ok(active.some((input) => input instanceof vscode.TabInputCustom));
    assert.ok(active.some((input) => input instanceof vscode.TabInputText));
  });

  it('open the log below a timeline that has the window for itself', async () => {
    const layout = await vscode.commands.executeCommand<{ orientation: number; groups: unknown[] }>(
      'vscode.getEditorLayout',
    );
    assert.equal(layout.groups.length, 2);
    assert.equal(layout.orientation, 1, 'rows, not columns');
  });

  it('bring the timeline to the front where it is, with the log still beside it', async () => {
    const before = vscode.window.tabGroups.all.map(({ tabs }) => tabs.map(({ label }) => label));
    await vscode.commands.executeCommand('autopilotTriage.showTimeline');
    await eventually('the focus in the timeline', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom ? true : undefined,
    );
    assert.deepEqual(
      vscode.window.tabGroups.all.map(({ tabs }) => tabs.map(({ label }) => label)),
      before,
    );
    // A page takes the focus when it has found the time to: not before that is a log left alone again.
    await sleep(followed);
    await vscode.commands.executeCommand('autopilotTriage.nextReboot');
    await vscode.commands.executeCommand('autopilotTriage.previousReboot');
    await eventually('the focus in the log', recordAtCursor);
  });

  it('go to the reboot itself from a record that only supports it', async () => {
    const bundle = await readBundle(sample.uri);
    const [cause] = bundle.document.reboots.at(-1)!.causes;
    bundle.dispose();
    await vscode.commands.executeCommand('autopilotTriage.openEvidence', sample.key, cause!.evidence[0]);
    assert.doesNotMatch(await eventually('the flag', recordAtCursor), /User32 1074/);
    await sleep(followed);
    await vscode.commands.executeCommand('autopilotTriage.nextReboot');
    assert.match(await eventually('the request', recordAtCursor), /User32 1074/);
    await vscode.commands.executeCommand('autopilotTriage.previousReboot');
  });

  it('count from the corrected time of a record that was written before the clock was set', async () => {
    const bundle = await readBundle(sample.uri);
    const [step] = bundle.document.clock.steps;
    const evidence = bundle.document.boots[0]!.evidence;
    bundle.dispose();
    assert.ok(step !== undefined && step.deltaMs < -3_600_000);
    await vscode.commands.executeCommand('autopilotTriage.openMember', sample.key, evidence[0].path);
    const editor = await eventually('the log', () => vscode.window.activeTextEditor);
    editor.selection = new vscode.Selection(3, 0, 3, 0);
    await sleep(followed);
    await vscode.commands.executeCommand('autopilotTriage.nextReboot');
    const first = await eventually('the first request', () =>
      (recordAtCursor() ?? '').includes('User32 1074') ? recordAtCursor() : undefined,
    );
    assert.match(first, /^2026-02-17 12:2/);
  });

  it('preview the reboots in a list, and go back when it is left', async () => {
    const start = recordAtCursor();
    const finished = vscode.commands.executeCommand('autopilotTriage.goToReboot');
    await eventually('the preview of another reboot', () => {
      void vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      return recordAtCursor() === start ? undefined : true;
    });
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await finished;
    assert.equal(recordAtCursor(), start);
  });

  it('go to the reboot that is chosen in the list', async () => {
    const start = recordAtCursor();
    const finished = vscode.commands.executeCommand('autopilotTriage.goToReboot');
    await eventually('the preview of another reboot', () => {
      void vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      return recordAtCursor() === start ? undefined : true;
    });
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await finished;
    assert.notEqual(recordAtCursor(), undefined);
  });

  it('close the bundle with everything that shows it', async () => {
    await vscode.commands.executeCommand('autopilotTriage.closeBundle');
    await eventually('no tab of the bundle', () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const left = tabs.filter(
        ({ input }) =>
          input instanceof vscode.TabInputCustom ||
          (input instanceof vscode.TabInputText && bundlePlace(input.uri)?.key === sample.key),
      );
      return left.length === 0 || undefined;
    });
  });
});
