import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { session } from './session';
import { Workbench } from './workbench';

const bundle = 'DiagLogs-DESKTOP-EXAMPLE1-20260217T133536Z.zip';
const adminLog = 'microsoft-windows-devicemanagement-enterprise-diagnostics-provider-admin.evtx';
const systemLog = '(15) Events System Events.evtx';
const mostPressesToTheCause = 12;

/** The five things people come for, each without a mouse. They follow one another, as in a working day. */
describe('the main tasks by keyboard alone', () => {
  const { authority, folder, settingsFile, pictures, ...launch } = session();
  let browser: Browser;
  let workbench: Workbench;
  let presses = 0;

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      presses += 1;
      await workbench.page.keyboard.press(key);
    }
  };
  const jump = (key: string): Promise<void> => press('Control+Alt+j', key);
  const leaveList = async (): Promise<void> => {
    await press('Escape');
    await list().waitFor({ state: 'hidden' });
    await editorHasFocus();
  };
  /** Keys that come before the workbench has put the focus back are lost. */
  const editorHasFocus = (): Promise<void> =>
    workbench.part('editor').locator('.editor-instance .monaco-editor.focused').waitFor();
  const list = () => workbench.page.locator('.quick-input-widget');
  const line = (text: string | RegExp) =>
    workbench.part('editor').locator('.editor-instance .view-line').filter({ hasText: text }).first();

  before(async () => {
    browser = await chromium.launch({ executablePath: launch.chromium, args: [...launch.browserFlags] });
    const address = `http://${authority}/?${new URLSearchParams({ folder }).toString()}`;
    workbench = await Workbench.open(browser, { address, settingsFile, size: { width: 1500, height: 900 } });
  });

  afterEach(async function () {
    await workbench.pictureOfFailure(this.currentTest, pictures);
  });

  after(async () => {
    await browser.close();
  });

  it(`lead from the file to the cause of the reboot in ${mostPressesToTheCause} presses`, async () => {
    presses = 0;
    await press('Control+Shift+E');
    const file = workbench.part('sidebar').getByRole('treeitem', { name: bundle });
    await press('Home', 'Enter');
    // The sample may lie in a folder of its own, which Enter opens.
    if (!(await workbench.tab(bundle).isVisible()) && (await file.isVisible())) {
      await press('ArrowDown', 'Enter');
    }
    await workbench.webview().getByRole('heading', { level: 1 }).waitFor();
    await press('Control+F8');
    await workbench.tab(systemLog).waitFor();
    await line('12:27').waitFor();
    await press('Control+F8');
    await line('13:14:27.2980040Z').waitFor();
    await jump('y');
    const cause = list().locator('.monaco-list-row', { hasText: 'DeviceGuard/LsaCfgFlags' }).first();
    await cause.waitFor();
    assert.ok(presses <= mostPressesToTheCause, `${presses} presses`);
    await leaveList();
  });

  it('lead from a re-prompt to the record that proves it', async () => {
    await jump('p');
    await line('13:21:').waitFor();
    await editorHasFocus();
  });

  it('lead from a finding to its problem, and to what can be done about it', async () => {
    await jump('f');
    await list().locator('input').first().fill('LsaCfgFlags');
    await list().locator('.monaco-list-row', { hasText: 'LsaCfgFlags' }).first().waitFor();
    await press('Enter');
    await workbench.tab(adminLog).waitFor();
    await list().waitFor({ state: 'hidden' });
    await editorHasFocus();
    await press('Control+.');
    await list().locator('.monaco-list-row', { hasText: 'Copy advice' }).first().waitFor();
    await leaveList();
  });

  it('lead to a moment', async () => {
    await jump('t');
    await list().locator('input').first().fill('13:14:27');
    await list().locator('.monaco-list-row').first().waitFor();
    await press('Enter');
    await line('13:14:2').waitFor();
    await editorHasFocus();
  });

  it('lead to another bundle', async () => {
    await workbench.runCommand('Autopilot Triage: Open the Sample Bundle');
    await workbench.tab('DiagLogs-SAMPLE.zip').first().waitFor();
    // The page that has just opened may not listen to keys yet.
    await workbench.webview().getByRole('heading', { level: 1 }).waitFor();
    await workbench.page.waitForTimeout(1000);
    await jump('b');
    await list().locator('.monaco-list-row', { hasText: bundle }).first().waitFor();
    await press('Enter');
    await workbench.part('statusbar').getByRole('button', { name: bundle }).waitFor();
  });

  it('list the keys of the extension', async () => {
    await workbench.runCommand('Autopilot Triage: Show Keyboard Shortcuts');
    await workbench
      .part('editor')
      .locator('.keybindings-list-container .monaco-list-row', { hasText: 'Go to Next Reboot' })
      .first()
      .waitFor();
  });
});
