/*
 * The real script and style of the timeline in a page of a plain browser, with a host that hears nothing.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PictureSession } from './pictureSession';
import type { PlainShownBundle } from './shownScenario';
import type { PictureTheme } from './themes';

export interface TimelineInBrowser {
  /** From top to bottom. */
  readonly bundles: readonly PlainShownBundle[];
  readonly theme: PictureTheme;
  /** The window and what its user prefers. */
  readonly context: BrowserContextOptions;
  /** JSON of a language; English without it. */
  readonly translations?: string;
  /** Runs in the page before its script. */
  readonly before?: () => void;
}

/** Shows bundles on a timeline, and hands over its page; the window is closed once that is done with. */
export async function withTimeline<Result>(
  browser: Browser,
  { script, style }: Pick<PictureSession, 'script' | 'style'>,
  { bundles, theme, context, translations = '{}', before = () => undefined }: TimelineInBrowser,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const own = await browser.newContext(context);
  try {
    const page = await own.newPage();
    await page.setContent(
      '<html lang="en"><head><title>Timeline</title></head><body><div id="app"></div></body></html>',
    );
    await page.addStyleTag({ content: await readFile(style, 'utf8') });
    await page.evaluate(prepare, { theme, translations });
    await page.evaluate(before);
    await page.addScriptTag({ content: await readFile(script, 'utf8') });
    // The toolkit takes its colours from the theme once the page has loaded, which it had before the script came.
    await page.evaluate(() => window.dispatchEvent(new Event('load')));
    await page.evaluate(show, bundles);
    // The list comes behind the first picture of the chart.
    await page.locator('[data-row]').first().waitFor({ state: 'attached' });
    await nextPaint(page);
    return await use(page);
  } finally {
    await own.close();
  }
}

/** The chart hears of a new size after a frame, and paints at once. */
export async function nextPaint(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise(requestAnimationFrame);
    }
  });
}

function prepare({
  theme: { classes, colors },
  translations,
}: {
  readonly theme: PictureTheme;
  readonly translations: string;
}): void {
  document.body.className = classes;
  document.getElementById('app')!.dataset.translations = translations;
  for (const [name, color] of Object.entries(colors)) {
    document.documentElement.style.setProperty(`--vscode-${name}`, color);
  }
  const silent = { postMessage: () => undefined, getState: () => undefined, setState: () => undefined };
  Reflect.set(window, 'acquireVsCodeApi', () => silent);
}

function show(bundles: readonly PlainShownBundle[]): void {
  const shown = bundles.map(({ name, document: story, channels }) => ({
    key: name,
    name,
    document: story,
    channels: channels.map(({ log, path, times, recordIds, levels }) => ({
      log,
      path,
      times: Float64Array.from(times),
      recordIds: Float64Array.from(recordIds),
      levels: Uint8Array.from(levels),
    })),
  }));
  const data = { type: 'show', bundles: shown, alignment: { kind: 'enrollmentStart' } };
  window.dispatchEvent(new MessageEvent('message', { data }));
}
