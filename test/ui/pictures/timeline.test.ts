import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { cleanRun } from '../../bundles/scenarios/cleanRun';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { windows23h2NoSystem } from '../../bundles/scenarios/windows23h2NoSystem';
import { chartOf } from './chartPage';
import { differenceOf, toleratedBlocks } from './difference';
import { pictureSession } from './pictureSession';
import { shownScenario, type PlainShownBundle } from './shownScenario';
import { themes } from './themes';

describe('the picture of the timeline', () => {
  const { update, expected, failures, chromium: executablePath, browserFlags, ...page } = pictureSession();
  let browser: Browser;
  let blank: Page;

  before(async () => {
    browser = await chromium.launch({ executablePath, args: [...browserFlags] });
    blank = await browser.newPage();
  });

  after(async () => {
    await browser.close();
  });

  for (const scenario of [cleanRun, policyRebootTap, windows23h2NoSystem]) {
    let bundle: PlainShownBundle;

    before(async () => {
      bundle = await shownScenario(scenario);
    });

    for (const [name, theme] of Object.entries(themes)) {
      it(`of ${scenario.name} is the expected one in ${name}`, async () => {
        const file = `${scenario.name}-${name}.png`;
        const actual = await chartOf(browser, page, bundle, theme);
        if (update) {
          await writeFile(path.join(expected, file), actual);
          return;
        }
        const { blocks, picture } = await differenceOf(blank, await readFile(path.join(expected, file)), actual);
        if (blocks > toleratedBlocks) {
          await mkdir(failures, { recursive: true });
          await writeFile(path.join(failures, file), actual);
          await writeFile(path.join(failures, file.replace('.png', '-difference.png')), picture);
        }
        assert.ok(blocks <= toleratedBlocks, `${blocks} blocks differ: see ${failures}`);
      });
    }
  }

  it('would not be taken for that of another theme, or for one with a sign too few', async () => {
    const bundle = await shownScenario(policyRebootTap);
    const whole = await chartOf(browser, page, bundle, themes.dark);
    const { reboots } = bundle.document;
    const calm = { ...bundle.document, reboots: reboots.map((reboot) => ({ ...reboot, expected: true })) };
    const others = [
      await chartOf(browser, page, bundle, themes.highContrastDark),
      await chartOf(browser, page, { ...bundle, document: calm }, themes.dark),
      await chartOf(
        browser,
        page,
        { ...bundle, document: { ...bundle.document, findings: bundle.document.findings.slice(1) } },
        themes.dark,
      ),
    ];
    for (const other of others) {
      const { blocks } = await differenceOf(blank, whole, other);
      assert.ok(blocks > toleratedBlocks, String(blocks));
    }
  });
});
