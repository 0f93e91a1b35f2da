import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { chromium } from 'playwright-core';
import { session } from './session';
import { Workbench } from './workbench';

const bundle = 'DiagLogs-DESKTOP-EXAMPLE1-20260217T133536Z.zip';
const systemLog = '(15) Events System Events.evtx';

/** Timeline, log and views show the same place, whoever moved. Each test finds what the one before it has left. */
describe('one selection for timeline, log and views', () => {
  const { authority, folder, settingsFile, pictures, ...launch } = session();
  let browser: Browser;
  let workbench: Workbench;

  const chart = (): Locator => workbench.webview().getByRole('application');
  const selected = (text: string | RegExp): Locator =>
    workbench.webview().getByRole('row', { selected: true }).filter({ hasText: text });
  const chosenInViews = (text: string): Locator =>
    workbench.part('sidebar').locator('.monaco-list-row.selected', { hasText: text });
  /** A line of the log as far as it can be seen. */
  const logAt = (text: string): Locator =>
    workbench.part('editor').locator('.editor-instance .view-line', { hasText: text });
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
    await workbench.viewContainer('Autopilot Triage').click();
    await workbench.runCommand('Autopilot Triage: Show Timeline');
    await workbench.webview().getByRole('row').filter({ hasText: 'Policy reboot' }).first().waitFor();
  });

  afterEach(async function () {
    await workbench.pictureOfFailure(this.currentTest, pictures);
  });

  after(async () => {
    await browser.close();
  });

  it('goes from the chart to the views, and opens nothing', async () => {
    await chart().focus();
    await press('r', 'r');
    await selected('Policy reboot').waitFor();
    await chosenInViews('Policy reboot').first().waitFor();
    assert.equal(await workbench.tab(systemLog).count(), 0);
  });

  it('goes from the chart to a log that can be seen, and leaves the keyboard on the chart', async () => {
    await press('Enter');
    await logAt('13:14:27.2980040Z').waitFor();
    await chart().focus();
    await press('Shift+R');
    await selected('OOBE update reboot').waitFor();
    await logAt('12:27:49.2140044Z').waitFor();
    await press('r');
    await selected('Policy reboot').waitFor();
    await logAt('13:14:27.2980040Z').waitFor();
  });

  it('goes from a record of a lane to its line in the log', async () => {
    await workbench
      .webview()
      .locator('[data-row^="lane:"]')
      .filter({ hasText: /^System \(/ })
      .first()
      .click();
    await chart().focus();
    await press('.');
    const title = workbench.webview().getByRole('heading', { level: 2, name: /^System, record \d+$/ });
    const recordId = /\d+$/.exec((await title.textContent()) ?? '')?.[0] ?? '';
    await logAt(`#${recordId}`).first().waitFor();
  });

  it('goes from the cursor in the log to the chart', async () => {
    await workbench.tab(systemLog).click();
    await press('Control+End', 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await selected(/^System \(/).waitFor();
  });

  it('goes from a row of the views to the chart and to the log', async () => {
    await workbench.runCommand('Autopilot Triage: Focus on Reboots & Sign-ins View');
    await press('Home', 'Enter');
    await selected('OOBE update reboot').waitFor();
    await logAt('12:27:49.2140044Z').waitFor();
  });
});
