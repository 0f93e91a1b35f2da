import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { chromium } from 'playwright-core';
import { session } from './session';
import { Workbench } from './workbench';

const bundlePath = 'policyRebootTap/DiagLogs-DESKTOP-EXAMPLE1-20260217T133536Z.zip';
const exported = 'DiagLogs-DESKTOP-EXAMPLE1-20260217T133536Z-timeline.';

describe('the timeline by keyboard alone', () => {
  const { authority, folder, settingsFile, pictures, ...launch } = session();
  let browser: Browser;
  let workbench: Workbench;

  const row = (text: string): Locator => workbench.webview().getByRole('row').filter({ hasText: text });
  const selectedRow = (text: string): Locator =>
    workbench.webview().getByRole('row', { selected: true }).filter({ hasText: text });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await workbench.page.keyboard.press(key);
    }
  };

  before(async () => {
    browser = await chromium.launch({ executablePath: launch.chromium, args: [...launch.browserFlags] });
    const address = `http://${authority}/?${new URLSearchParams({ folder }).toString()}`;
    workbench = await Workbench.open(browser, { address, settingsFile, size: { width: 1500, height: 900 } });
    await workbench.openFile(bundlePath);
    await workbench.runCommand('Autopilot Triage: Show Timeline');
    await row('Policy reboot').first().waitFor();
  });

  // Each test finds what the one before it has left: nothing open, nothing selected.
  beforeEach(async () => {
    await workbench.webview().getByRole('application').focus();
    await press('Escape', 'Escape', 'Escape', 'Escape');
  });

  afterEach(async function () {
    await workbench.pictureOfFailure(this.currentTest, pictures);
  });

  after(async () => {
    await browser.close();
  });

  it('goes from reboot to reboot, on to what came of it, and back to its cause', async () => {
    await press('r', 'r');
    await selectedRow('Policy reboot').waitFor();
    await press(']');
    await selectedRow('Re-prompt').waitFor();
    await press('[', '[');
    await selectedRow('LsaCfgFlags').waitFor();
    await press('Escape');
    await workbench.webview().getByRole('row', { selected: true }).waitFor({ state: 'detached' });
  });

  it('searches, and says which match of how many is selected', async () => {
    await press('/');
    await workbench.webview().getByRole('textbox', { name: 'Search the timeline' }).fill('lsacfgflags');
    const count = workbench.webview().getByRole('search').getByRole('status');
    await count.filter({ hasText: /^1 of \d+$/ }).waitFor();
    await press('Enter');
    await count.filter({ hasText: /^2 of \d+$/ }).waitFor();
    await press('Escape');
    await count.waitFor({ state: 'hidden' });
  });

  it('filters chart and list alike, says what it keeps back, and takes it back', async () => {
    await press('Shift+F');
    await workbench.webview().getByRole('textbox', { name: 'Text in the story' }).fill('lsacfgflags');
    await row('Apps').first().waitFor({ state: 'detached' });
    await row('LsaCfgFlags').first().waitFor();
    const keptBack = workbench.webview().getByText(/^Not shown: \d+ items/);
    await keptBack.waitFor();
    await press('Escape', 'u');
    await keptBack.waitFor({ state: 'hidden' });
    await row('Apps').first().waitFor();
  });

  it('narrows to a facet that was chosen by keyboard', async () => {
    await press('Shift+F');
    const severity = workbench.webview().getByRole('group', { name: 'Severity' });
    await severity.getByRole('checkbox', { name: /^Error/ }).focus();
    await press('Space');
    await row('OOBE update reboot').waitFor({ state: 'detached' });
    await press('Escape', 'Control+z');
    await row('OOBE update reboot').first().waitFor();
  });

  it('keeps a filter under a name, and uses it again', async () => {
    const page = workbench.webview();
    await press('Shift+F');
    await page.getByRole('textbox', { name: 'Text in the story' }).fill('lsacfgflags');
    await page.getByRole('textbox', { name: 'Name to save it under' }).fill('Credential Guard');
    await page.getByRole('button', { name: 'Save the filter under this name' }).press('Enter');
    await page.getByRole('button', { name: 'Clear the filter', exact: true }).press('Enter');
    await row('Apps').first().waitFor();
    await page.getByRole('combobox', { name: 'Saved filters' }).focus();
    await press('ArrowDown');
    await row('Apps').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Forget the chosen saved filter' }).press('Enter');
    await page.getByRole('button', { name: 'Clear the filter', exact: true }).press('Enter');
    await row('Apps').first().waitFor();
  });

  it('arranges the lane of the selection', async () => {
    await press('r', 'i');
    const first = workbench.webview().locator('[data-row]').first();
    await first.filter({ hasText: 'Reboots · pinned' }).waitFor();
    await press('h');
    await row('Reboots').waitFor({ state: 'detached' });
    await press('u', 'u');
    await first.filter({ hasText: 'What the user saw' }).waitFor();
  });

  it('selects a range and tells what it holds', async () => {
    await press('r', 'Shift+ArrowRight', 'Shift+ArrowRight');
    const range = workbench.webview().getByRole('group', { name: 'Selected range' });
    await range.getByText(/records.*; .*1 reboot/).waitFor();
    await press('Escape');
    await range.waitFor({ state: 'hidden' });
  });

  it('writes times as the device had them', async () => {
    await press('t');
    await workbench.webview().getByRole('columnheader', { name: 'When (device)' }).waitFor();
    await press('u');
    await workbench.webview().getByRole('columnheader', { name: /UTC/ }).waitFor();
  });

  it('finds marks and selection again after it was out of sight', async () => {
    await press('R', 'R', 'm');
    await selectedRow('OOBE update reboot').waitFor();
    await row('Mark 1').waitFor();
    await workbench.runCommand('Autopilot Triage: Show Overview');
    await workbench
      .webview()
      .getByRole('heading', { level: 1, name: /restart/ })
      .waitFor();
    await workbench.runCommand('Autopilot Triage: Show Timeline');
    await row('Mark 1').waitFor();
    await selectedRow('OOBE update reboot').waitFor();
  });

  it('copies the rows of what is in view', async () => {
    await press('e');
    await workbench.webview().getByRole('button', { name: 'Copy CSV rows' }).press('Enter');
    await workbench.part('statusbar').getByText('Rows of the timeline copied.').waitFor();
    await press('Escape');
  });

  for (const [button, extension, start] of [
    ['Save the picture as PNG', 'png', 'PNG'],
    ['Save the picture of all lanes as SVG', 'svg', '<svg'],
    ['Save rows as CSV', 'csv', 'time,end,'],
    ['Save rows as JSON Lines', 'jsonl', '{"time":'],
  ] as const) {
    it(`saves a ${extension} file where the user wants it`, async () => {
      const name = exported + extension;
      await press('e');
      await workbench.webview().getByRole('button', { name: button }).press('Enter');
      const dialog = workbench.page.locator('.quick-input-widget', { hasText: 'Export from the Timeline' });
      await dialog.locator('.monaco-list-row').first().waitFor();
      await workbench.page.waitForFunction(
        (end) => [...document.querySelectorAll('input')].some(({ value }) => value.endsWith(end)),
        name,
      );
      await press('Enter');
      await workbench.part('statusbar').getByText(`${name} saved.`).waitFor();
      const file = path.join(folder, path.dirname(bundlePath), name);
      const head = (await readFile(file)).toString('latin1', 0, 20);
      await rm(file);
      assert.ok(head.includes(start), head);
    });
  }
});
