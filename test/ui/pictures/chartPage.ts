/*
 * The real script and style of the timeline in a real browser, with the chart in a size of its own. Fonts differ from
 * machine to machine: every text is drawn as a block of a width that depends on its letters alone, so that its place,
 * its room and its colour are in the picture, and its font is not.
 */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import type { PictureSession } from './pictureSession';
import type { PlainShownBundle } from './shownScenario';
import type { PictureTheme } from './themes';

/** CSS pixels: all lanes of a story and some of its logs. */
const size = { width: 1000, height: 680 };

/** The chart of a bundle as a PNG. */
export async function chartOf(
  browser: Browser,
  { script, style }: Pick<PictureSession, 'script' | 'style'>,
  bundle: PlainShownBundle,
  theme: PictureTheme,
): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width: size.width + 40, height: size.height + 40 },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.setContent('<body><div id="app"></div></body>');
    await page.addStyleTag({ content: await readFile(style, 'utf8') });
    await page.evaluate(prepare, theme);
    await page.addScriptTag({ content: await readFile(script, 'utf8') });
    const address = await page.evaluate(show, { bundle, size });
    return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  } finally {
    await context.close();
  }
}

/** In the page, before its script runs: the theme, a host that hears nothing, and text without a font. */
function prepare({ classes, colors }: PictureTheme): void {
  document.body.className = classes;
  for (const [name, color] of Object.entries(colors)) {
    document.documentElement.style.setProperty(`--vscode-${name}`, color);
  }
  const silent = { postMessage: () => undefined, getState: () => undefined, setState: () => undefined };
  Reflect.set(window, 'acquireVsCodeApi', () => silent);
  const letter = { width: 6.5, height: 7 };
  const widthOf = (text: string): number => text.length * letter.width;
  const context = CanvasRenderingContext2D.prototype;
  context.measureText = (text) => ({ width: widthOf(text) }) as TextMetrics;
  context.fillText = function (text, x, y) {
    const width = widthOf(text);
    const left = this.textAlign === 'right' ? x - width : this.textAlign === 'center' ? x - width / 2 : x;
    this.fillRect(Math.round(left), Math.round(y - letter.height / 2), Math.round(width), letter.height);
  };
}

/** In the page: shows the bundle, and what the chart looks like once it has come to rest. */
async function show({
  bundle: { name, document: story, channels },
  size: { width, height },
}: {
  readonly bundle: PlainShownBundle;
  readonly size: { readonly width: number; readonly height: number };
}): Promise<string> {
  const shown = channels.map(({ log, path, times, recordIds, levels }) => ({
    log,
    path,
    times: Float64Array.from(times),
    recordIds: Float64Array.from(recordIds),
    levels: Uint8Array.from(levels),
  }));
  const bundles = [{ key: name, name, document: story, channels: shown }];
  const data = { type: 'show', bundles, alignment: { kind: 'enrollmentStart' } };
  window.dispatchEvent(new MessageEvent('message', { data }));
  const stage = document.querySelector<HTMLElement>('.stage')!;
  Object.assign(stage.style, { position: 'fixed', inset: '0 auto auto 0', width: `${width}px`, height: `${height}px` });
  // The chart hears of its new size after a frame, and paints at once.
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise(requestAnimationFrame);
  }
  return document.querySelector<HTMLCanvasElement>('canvas.canvas')!.toDataURL('image/png');
}
