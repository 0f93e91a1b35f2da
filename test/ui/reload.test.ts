import type { Browser, Locator } from 'playwright-core';
import { chromium } from 'playwright-core';
import { session } from './session';
import { Workbench } from './workbench';

const bundle = 'DiagLogs-DESKTOP-EXAMPLE1-20260217T133536Z.zip';
const finding = 'The user had to sign in again';
const systemLog = '(15) Events System Events.evtx';

describe('the window after it was loaded again', () => {
  const { authority, folder, settingsFile, pictures, ...launch } = session();
  let browser: Browser;
  let workbench: Workbench;

  before(async () => {
    browser = await chromium.launch({ executablePath: launch.chromium, args: [...launch.browserFlags] });
    const address = `http://${authority}/?${new URLSearchParams({ folder }).toString()}`;
    workbench = await Workbench.open(browser, { address, settingsFile, size: { width: 1500, height: 2000 } });
  });

  afterEach(async function () {
    await workbench.pictureOfFailure(this.currentTest, pictures);
  });

  after(async () => {
    await browser.close();
  });

  /** Rows of the side bar that show `text`, in the state that `attributes` name. */
  const row = (text: string, attributes = ''): Locator =>
    workbench
      .part('sidebar')
      .locator(`.monaco-list-row${attributes}`)
      .filter({ has: workbench.page.locator('.label-name', { hasText: text }) });
  /** Opens what is folded, too. */
  const fold = (text: string): Promise<void> => row(text).last().locator('.monaco-tl-twistie').click();
  const opened = '[aria-expanded="true"]';
  const folded = '[aria-expanded="false"]';

  it('has the bundle, its answer, and the trees as they were left, with the row that was chosen', async () => {
    await workbench.openFile(bundle);
    await workbench.webview().getByRole('heading', { level: 1 }).waitFor();
    await workbench.showContainer('Autopilot Triage');
    await row('Policy reboot', opened).last().waitFor();
    await fold('Policy reboot');
    await fold('Device preparation');
    await fold(finding);
    await row('Policy reboot', folded).last().waitFor();
    await row('Device preparation', folded).waitFor();
    await row(finding, opened).waitFor();
    await row('Policy reboot').last().click();
    await workbench.tab(systemLog).waitFor();
    await row('Policy reboot', '.selected').last().waitFor();

    await workbench.reload();

    await workbench.part('statusbar').getByText('2 reboots, 1 not called for · 1 re-prompt').waitFor();
    await workbench.tab(systemLog).waitFor();
    await row('Device preparation', folded).waitFor();
    await row(finding, opened).waitFor();
    await row('Policy reboot', `.selected${folded}`).last().waitFor();
    await workbench.tab(`Overview: ${bundle}`).click();
    await workbench
      .webview()
      .getByRole('heading', { level: 1, name: /1 restart inside the enrollment/ })
      .waitFor();
  });
});
