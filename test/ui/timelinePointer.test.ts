import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { chromium } from 'playwright-core';
import { session } from './session';
import { Workbench } from './workbench';

const bundle = 'DiagLogs-DESKTOP-EXAMPLE1-20260217T133536Z.zip';
const agentLog = 'intunemanagementextension.log';

/** As the log spells "Contoso Endpoint Tools". */
const appId = '00000000-0000-4000-8000-00000000a003';

interface Place {
  readonly x: number;
  readonly y: number;
}

describe('the timeline by mouse and by fingers', () => {
  const { authority, folder, settingsFile, pictures, ...launch } = session();
  let browser: Browser;
  let workbench: Workbench;

  const chart = (): Locator => workbench.webview().getByRole('application');
  const tooltip = (): Locator => workbench.webview().locator('.tooltip');
  const selected = (text: string): Locator =>
    workbench.webview().getByRole('row', { selected: true }).filter({ hasText: text });

  /** Where the pointer meets something, found as a user would: by moving down the chart until the tooltip names it. */
  async function find(text: string, share: number): Promise<Place> {
    const box = await chart().boundingBox();
    assert.ok(box);
    const x = box.x + box.width * share;
    for (let y = box.y + 70; y < box.y + box.height; y += 5) {
      await workbench.page.mouse.move(x, y);
      if (await tooltip().filter({ hasText: text }).isVisible()) {
        return { x, y };
      }
    }
    throw new Error(`nothing on the chart says "${text}"`);
  }

  before(async () => {
    browser = await chromium.launch({ executablePath: launch.chromium, args: [...launch.browserFlags] });
    const address = `http://${authority}/?${new URLSearchParams({ folder }).toString()}`;
    workbench = await Workbench.open(browser, { address, settingsFile, size: { width: 1500, height: 900 } });
    await workbench.openFile(bundle);
    await workbench.runCommand('Autopilot Triage: Show Timeline');
    await workbench.webview().getByRole('row').filter({ hasText: 'Policy reboot' }).first().waitFor();
  });

  afterEach(async function () {
    await workbench.pictureOfFailure(this.currentTest, pictures);
  });

  after(async () => {
    await browser.close();
  });

  it('selects with a click, and opens nothing', async () => {
    const { x, y } = await find('Contoso Endpoint Tools', 0.6);
    await workbench.page.mouse.click(x, y);
    await selected('Contoso Endpoint Tools').waitFor();
    await workbench
      .webview()
      .getByRole('heading', { level: 2, name: /Contoso Endpoint Tools/ })
      .waitFor();
    assert.equal(await workbench.tab(agentLog).count(), 0);
  });

  it('drops its tooltip at the first key', async () => {
    await find('Contoso Endpoint Tools', 0.6);
    await workbench.page.keyboard.press('Shift');
    await tooltip().waitFor({ state: 'hidden' });
  });

  it('zooms with two fingers, around what is between them', async () => {
    const box = await chart().boundingBox();
    assert.ok(box);
    const before = await chart().getAttribute('aria-label');
    const client = await workbench.page.context().newCDPSession(workbench.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...shares: readonly number[]) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: shares.map((share, id) => ({ x: box.x + box.width * share, y: box.y + 200, id })),
      });
    await touch('touchStart', 0.55, 0.65);
    await touch('touchMove', 0.5, 0.7);
    await touch('touchMove', 0.4, 0.8);
    await touch('touchEnd');
    await workbench
      .webview()
      .locator(`[role=application]:not([aria-label="${before ?? ''}"])`)
      .waitFor();
    await chart().focus();
    await workbench.page.keyboard.press('f');
  });

  it('opens the log with a double click, and stays on what was clicked', async () => {
    const { x, y } = await find('Contoso Endpoint Tools', 0.6);
    await workbench.page.mouse.dblclick(x, y);
    await workbench.tab(agentLog).waitFor();
    await workbench.part('editor').locator('.view-line', { hasText: appId }).first().waitFor();
    // Until a cursor that has come to rest would have been followed.
    await workbench.page.waitForTimeout(1000);
    await selected('Contoso Endpoint Tools').waitFor();
  });
});
