import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { session } from './session';
import { Workbench } from './workbench';

describe('the packaged extension in a workbench', () => {
  const { authority, folder, settingsFile, extensionsFolder, pictures, ...launch } = session();
  let browser: Browser;
  let workbench: Workbench;

  before(async () => {
    browser = await chromium.launch({ executablePath: launch.chromium, args: [...launch.browserFlags] });
    const address = `http://${authority}/?${new URLSearchParams({ folder }).toString()}`;
    workbench = await Workbench.open(browser, { address, settingsFile });
  });

  afterEach(async function () {
    await workbench.pictureOfFailure(this.currentTest, pictures);
  });

  after(async () => {
    await browser.close();
  });

  it('is installed from its package', () => {
    const installed = readdirSync(extensionsFolder).filter((name) => name.startsWith('autopilot-log-triage.'));
    assert.equal(installed.length, 1);
  });

  it('shows its views in the side bar', async () => {
    await workbench.showContainer('Autopilot Triage');
    for (const view of ['ESP Phases', 'Reboots & Sign-ins', 'Bundle Files']) {
      await workbench
        .part('sidebar')
        .getByRole('button', { name: `${view} Section` })
        .waitFor();
    }
  });
});
