import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { chromium } from 'playwright-core';
import { session } from './session';
import { frameOf, violations } from './violations';
import { Workbench } from './workbench';

const rebooted = 'DiagLogs-DESKTOP-EXAMPLE1-20260217T133536Z.zip';
const cleanRun = 'MDMDiagReport.zip';

describe('the timeline after the window was loaded again', () => {
  const { authority, folder, pairFolder, settingsFile, pictures, ...launch } = session();
  let browser: Browser;
  let workbench: Workbench;

  const row = (text: string): Locator => workbench.webview().getByRole('row').filter({ hasText: text });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await workbench.page.keyboard.press(key);
    }
  };
  const open = (opened: string): Promise<Workbench> =>
    Workbench.open(browser, {
      address: `http://${authority}/?${new URLSearchParams({ folder: opened }).toString()}`,
      settingsFile,
      settings: { 'autopilotTriage.openWith': 'timeline' },
      size: { width: 1500, height: 900 },
    });

  before(async () => {
    browser = await chromium.launch({ executablePath: launch.chromium, args: [...launch.browserFlags] });
  });

  afterEach(async function () {
    await workbench.pictureOfFailure(this.currentTest, pictures);
    await workbench.close();
  });

  after(async () => {
    await browser.close();
  });

  it('has its range, lanes, folds, marks, filter, times and selection, and in another group as well', async () => {
    workbench = await open(folder);
    await workbench.openFile(rebooted);
    await row('Policy reboot').first().waitFor();
    const chart = workbench.webview().getByRole('application');
    await chart.focus();
    await press('r', 'r', 'm', 'i', 't', 'g', 'Shift+F');
    await workbench.webview().getByRole('textbox', { name: 'Text in the story' }).fill('policy reboot');
    await row('Apps').first().waitFor({ state: 'detached' });
    await chart.focus();
    const whole = await chart.getAttribute('aria-label');
    await press('w', 'w', 'd');
    await workbench
      .webview()
      .locator(`[role=application]:not([aria-label="${whole ?? ''}"])`)
      .waitFor();
    // It is told once it has come to rest.
    await workbench.page.waitForTimeout(500);
    const range = await chart.getAttribute('aria-label');
    const isAsItWas = async (): Promise<void> => {
      await workbench
        .webview()
        .locator(`[role=application][aria-label="${range ?? ''}"]`)
        .waitFor();
      await workbench
        .webview()
        .getByText(/^Not shown: \d+ items/)
        .waitFor();
      await row('Reboots · pinned').waitFor();
      await row('Mark 1').waitFor();
      await workbench.webview().getByRole('checkbox', { name: 'Fold gaps', checked: true }).waitFor();
      await workbench.webview().getByRole('columnheader', { name: 'When (device)' }).waitFor();
      await workbench.webview().getByRole('row', { selected: true }).filter({ hasText: 'Policy reboot' }).waitFor();
      assert.equal(await row('Apps').count(), 0);
    };
    await isAsItWas();
    await workbench.reload();
    await isAsItWas();
    await workbench.runCommand('View: Move Editor into Right Group');
    await isAsItWas();
  });

  it('compares the same two bundles, laid over each other at the same moment', async () => {
    workbench = await open(pairFolder);
    await workbench.openFile(`cleanRun/${cleanRun}`);
    await row('ESP phases').first().waitFor();
    await workbench.openFile(`policyRebootTap/${rebooted}`);
    await row('Policy reboot').first().waitFor();
    await workbench.runCommand('Autopilot Triage: Compare on One Timeline…');
    const choices = workbench.page.locator('.quick-input-widget .monaco-list-row');
    await choices.filter({ hasText: cleanRun }).first().click();
    await choices.filter({ hasText: 'Device setup starts' }).first().click();
    const title = workbench.webview().getByRole('heading', { level: 1, name: /Device setup starts/ });
    await title.waitFor();
    await row('Policy reboot').first().waitFor();
    assert.equal(await row('ESP phases').count(), 2);
    assert.deepEqual(await violations(await frameOf(workbench)), []);
    await workbench.reload();
    await title.waitFor();
    assert.equal(await row('ESP phases').count(), 2);
  });
});
