import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { cleanRun } from '../../bundles/scenarios/cleanRun';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { violations } from '../violations';
import { pictureSession } from './pictureSession';
import { shownScenario, type PlainShownBundle } from './shownScenario';
import { themes } from './themes';
import { nextPaint, withTimeline } from './timelineInBrowser';

/** Boxes of the page by the keys that open them; `''`: none. */
const boxKeys = { none: '', Filter: 'Shift+F', Lanes: 'Shift+L', Export: 'e', Keys: '?', search: '/' } as const;

/** CSS pixels. */
const windows = {
  'a window of 1280 by 800 at 200 %': { width: 640, height: 400 },
  'a column of 400 pixels': { width: 400, height: 800 },
};

/** Longer than any motion of the page, milliseconds. */
const longEnough = 400;

describe('the timeline page for everybody', () => {
  const { chromium: executablePath, browserFlags, translations, ...files } = pictureSession();
  let browser: Browser;
  let bundle: PlainShownBundle;
  let other: PlainShownBundle;

  const chart = (page: Page) => page.getByRole('application');
  const press = async (page: Page, key: string): Promise<void> => {
    await chart(page).press(key);
    await nextPaint(page);
  };
  const picture = (page: Page): Promise<string> =>
    page.evaluate(() => document.querySelector<HTMLCanvasElement>('canvas.canvas')!.toDataURL('image/png'));

  before(async () => {
    browser = await chromium.launch({ executablePath, args: [...browserFlags] });
    bundle = await shownScenario(policyRebootTap);
    other = await shownScenario(cleanRun);
  });

  after(async () => {
    await browser.close();
  });

  for (const [name, viewport] of Object.entries(windows)) {
    it(`cuts nothing in ${name}, in the longer of its languages, whatever is open`, async () => {
      const german = await readFile(translations, 'utf8');
      const context = { viewport, reducedMotion: 'reduce' } as const;
      const shown = { bundles: [bundle], theme: themes.dark, context, translations: german };
      await withTimeline(browser, files, shown, async (page) => {
        await press(page, 'r');
        await press(page, 'Shift+ArrowRight');
        for (const [box, key] of Object.entries(boxKeys)) {
          if (key !== '') {
            await press(page, key);
          }
          assert.deepEqual(await page.evaluate(outOfSight), [], box);
          await chart(page).focus();
          await page.keyboard.press('Escape');
        }
      });
    });
  }

  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    it(`${reducedMotion === 'reduce' ? 'jumps' : 'glides'} where motion is ${reducedMotion}`, async () => {
      const context = { viewport: { width: 900, height: 600 }, reducedMotion };
      await withTimeline(browser, files, { bundles: [bundle], theme: themes.dark, context }, async (page) => {
        const before = await picture(page);
        await chart(page).press('w');
        await page.evaluate(() => new Promise(requestAnimationFrame));
        const atOnce = await picture(page);
        await page.waitForTimeout(longEnough);
        const atRest = await picture(page);
        assert.notEqual(atRest, before);
        assert.equal(atOnce === atRest, reducedMotion === 'reduce');
      });
    });
  }

  it('draws the chart in the colours that a system forces on everything else, as soon as it does', async () => {
    const context = { viewport: { width: 900, height: 600 }, colorScheme: 'light' } as const;
    await withTimeline(browser, files, { bundles: [bundle], theme: themes.highContrastDark, context }, async (page) => {
      assert.equal(await page.evaluate(cornerOfChart), 'rgb(0, 0, 0)');
      await page.emulateMedia({ forcedColors: 'active' });
      await nextPaint(page);
      assert.equal(await page.evaluate(cornerOfChart), 'rgb(255, 255, 255)');
    });
  });

  it('stays sharp when it hears that pixels have become smaller', async () => {
    const context = { viewport: { width: 900, height: 600 } };
    const shown = { bundles: [bundle], theme: themes.dark, context, before: catchScaleQuery };
    await withTimeline(browser, files, shown, async (page) => {
      // A browser that emulates another screen tells no page of it.
      await page.evaluate(() => {
        Object.defineProperty(window, 'devicePixelRatio', { value: 2 });
        document.dispatchEvent(new Event('scaleChange'));
      });
      await nextPaint(page);
      const scale = await page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('canvas.canvas')!;
        return canvas.width / canvas.clientWidth;
      });
      assert.equal(scale, 2);
    });
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`has no violation that axe finds with two bundles, whatever is open, in ${name}`, async () => {
      const context = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;
      await withTimeline(browser, files, { bundles: [bundle, other], theme, context }, async (page) => {
        assert.equal(await page.getByRole('row', { name: /^ESP phases/ }).count(), 2);
        await press(page, 'r');
        assert.deepEqual(await violations(page.mainFrame()), []);
        for (const box of ['Filter', 'Lanes', 'Export', 'Keys'] as const) {
          await press(page, boxKeys[box]);
          assert.deepEqual(await violations(page.mainFrame(), `[role=region][aria-label="${box}"]`), [], box);
        }
      });
    });
  }
});

/**
 * In the page: what reaches over an edge of the window, controls that cover each other, and texts of controls that are
 * cut. What scrolls in a box of its own is in sight.
 */
function outOfSight(): readonly string[] {
  const nameOf = (element: Element): string => `${element.localName}.${element.className} ${element.textContent}`;
  const isShown = (element: Element): boolean =>
    element.getClientRects().length > 0 && element.closest('.visually-hidden') === null;
  const shown = [...document.querySelectorAll('#app *')].filter(isShown);
  const over = shown.filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && element.closest('.legend-row, .list') === null && (left < -1 || right > innerWidth + 1);
  });
  const boxes = [...document.querySelectorAll('#app > *, .stage, .side, .popover, .side-panel, .toolbar *')].filter(
    isShown,
  );
  const below = boxes.filter((element) => element.getBoundingClientRect().bottom > innerHeight + 1);
  const controls = [...document.querySelectorAll('.toolbar > *, .toggles > *')].filter(isShown);
  const covered = controls.filter((control, index) => {
    const own = control.getBoundingClientRect();
    return controls.slice(index + 1).some((next) => {
      const other = next.getBoundingClientRect();
      return (
        !control.contains(next) &&
        own.left < other.right - 1 &&
        other.left < own.right - 1 &&
        own.top < other.bottom - 1 &&
        other.top < own.bottom - 1
      );
    });
  });
  const small = [...document.querySelectorAll('.stage')].filter((stage) => stage.clientHeight < 100);
  return [...over, ...below, ...covered, ...small].map(nameOf);
}

/** In the page: its questions about the size of pixels are answered by an event of the document. */
function catchScaleQuery(): void {
  const ask = window.matchMedia.bind(window);
  window.matchMedia = (query) => {
    const answer = ask(query);
    if (query.startsWith('(resolution')) {
      document.addEventListener('scaleChange', () => answer.dispatchEvent(new Event('change')), { once: true });
    }
    return answer;
  };
}

/** In the page: the colour of the chart's first pixel. */
function cornerOfChart(): string {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas.canvas')!;
  const [red, green, blue] = canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
