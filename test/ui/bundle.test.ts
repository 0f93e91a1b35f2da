import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { chromium } from 'playwright-core';
import { session } from './session';
import { Workbench } from './workbench';

const bundle = 'DiagLogs-DESKTOP-EXAMPLE1-20260217T133536Z.zip';
const systemLog = '(15) Events System Events.evtx';

describe('a bundle opened by keyboard in a restricted window', () => {
  const { authority, folder, settingsFile, pictures, ...launch } = session();
  let browser: Browser;
  let workbench: Workbench;

  /** The line of the editor in front that the cursor stands in, as it is shown. */
  const currentLine = (): Locator =>
    workbench.part('editor').locator('.editor-instance .view-line').filter({ hasText: '1074' });
  const logAt = (text: string): Locator =>
    workbench.part('editor').locator('.editor-instance .view-line', { hasText: text });
  const chart = (): Locator => workbench.webview().getByRole('application');
  const selected = (text: string | RegExp): Locator =>
    workbench.webview().getByRole('row', { selected: true }).filter({ hasText: text });
  const chosenInViews = (text: string): Locator =>
    workbench.part('sidebar').locator('.monaco-list-row.selected', { hasText: text });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await workbench.page.keyboard.press(key);
    }
  };

  before(async () => {
    browser = await chromium.launch({ executablePath: launch.chromium, args: [...launch.browserFlags] });
    const address = `http://${authority}/?${new URLSearchParams({ folder }).toString()}`;
    workbench = await Workbench.open(browser, { address, settingsFile, size: { width: 1500, height: 900 } });
    await workbench.openFile(bundle);
  });

  afterEach(async function () {
    await workbench.pictureOfFailure(this.currentTest, pictures);
  });

  after(async () => {
    await browser.close();
  });

  it('says in the status bar what it comes to', async () => {
    await workbench.part('statusbar').getByText('2 reboots, 1 not called for · 1 re-prompt').waitFor();
  });

  it('answers on one page, before anything else is asked', async () => {
    const page = workbench.webview();
    await page.getByRole('heading', { level: 1, name: /1 restart inside the enrollment/ }).waitFor();
    await page.getByRole('link', { name: /#574/ }).first().waitFor();
  });

  it('shows its timeline, and everything on it as rows with spoken labels', async () => {
    await workbench.runCommand('Autopilot Triage: Show Timeline');
    const rows = workbench.webview().getByRole('row');
    await rows.filter({ hasText: 'Policy reboot' }).first().waitFor();
    const label = await rows.filter({ hasText: 'Policy reboot' }).first().getAttribute('aria-label');
    assert.match(label ?? '', /Reboot 2 of 2.*device setup.*LsaCfgFlags/);
  });

  it('goes to the record of the first restart, then of the next', async () => {
    await workbench.page.keyboard.press('Control+F8');
    await workbench.tab(systemLog).waitFor();
    await currentLine().first().waitFor();
    await workbench.page.keyboard.press('Control+F8');
    await workbench.part('editor').locator('.view-line', { hasText: '13:14:27.2980040Z' }).first().waitFor();
  });

  it('selects the same restart on the timeline', async () => {
    const selected = workbench.webview().getByRole('row', { selected: true });
    await selected.filter({ hasText: 'Policy reboot' }).waitFor();
  });

  it('opens the evidence of a row with Enter', async () => {
    const flag = workbench.webview().getByRole('row').filter({ hasText: 'DeviceGuard/LsaCfgFlags' }).first();
    await flag.focus();
    await workbench.page.keyboard.press('Enter');
    await workbench.tab('microsoft-windows-devicemanagement-enterprise-diagnostics-provider-admin.evtx').waitFor();
    await workbench.part('editor').locator('.view-line', { hasText: 'DeviceGuard/LsaCfgFlags' }).first().waitFor();
  });

  it('lists the story in the side bar: the restart, its causes by verdict, the sign-in it cost', async () => {
    await workbench.showContainer('Autopilot Triage');
    const story = workbench.part('sidebar').getByRole('treeitem');
    await story.filter({ hasText: 'Policy reboot' }).last().waitFor();
  });

  it('moves views and a log that can be seen along with the chart, which keeps the keyboard', async () => {
    await chart().focus();
    await press('r');
    await selected('Policy reboot').waitFor();
    await press('Enter');
    await logAt('13:14:27.2980040Z').waitFor();
    await chart().focus();
    await press('Shift+R');
    await selected('OOBE update reboot').waitFor();
    await chosenInViews('OOBE update reboot').first().waitFor();
    await logAt('12:27:49.2140044Z').waitFor();
    await press('r');
    await selected('Policy reboot').waitFor();
    await chosenInViews('Policy reboot').first().waitFor();
    await logAt('13:14:27.2980040Z').waitFor();
  });

  it('moves the log to the record of a lane', async () => {
    await workbench
      .webview()
      .locator('[data-row^="lane:"]')
      .filter({ hasText: /^System \(/ })
      .click();
    await chart().focus();
    await press('.');
    const title = workbench.webview().getByRole('heading', { level: 2, name: /^System, record \d+$/ });
    const recordId = /\d+$/.exec((await title.textContent()) ?? '')?.[0] ?? '';
    await logAt(`#${recordId}`).first().waitFor();
  });

  it('moves the chart to the cursor in the log', async () => {
    await workbench.tab(systemLog).click();
    await press('Control+End', 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await workbench.webview().getByRole('heading', { level: 2, name: 'System, record 1' }).waitFor();
    await selected(/^System \(/).waitFor();
  });

  it('moves chart and log to a row of the views', async () => {
    await workbench.runCommand('Autopilot Triage: Focus on Reboots & Sign-ins View');
    await press('Home', 'Enter');
    await selected('OOBE update reboot').waitFor();
    await logAt('12:27:49.2140044Z').waitFor();
  });
});
