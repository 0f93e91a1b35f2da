/*
 * The chart in a size of its own. Fonts differ from machine to machine: every text is drawn as a block of a width that
 * depends on its letters alone, so that its place, its room and its colour are in the picture, and its font is not.
 */
import type { Browser } from 'playwright-core';
import type { PictureSession } from './pictureSession';
import type { PlainShownBundle } from './shownScenario';
import type { PictureTheme } from './themes';
import { nextPaint, withTimeline } from './timelineInBrowser';

/** CSS pixels: all lanes of a story and some of its logs. */
const size = { width: 1000, height: 680 };

/** The chart of a bundle as a PNG. */
export async function chartOf(
  browser: Browser,
  files: Pick<PictureSession, 'script' | 'style'>,
  bundle: PlainShownBundle,
  theme: PictureTheme,
): Promise<Buffer> {
  const context = {
    viewport: { width: size.width + 40, height: size.height + 40 },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
  } as const;
  const shown = { bundles: [bundle], theme, context, before: drawTextAsBlocks };
  return withTimeline(browser, files, shown, async (page) => {
    await page.evaluate(({ width, height }) => {
      const stage = document.querySelector<HTMLElement>('.stage')!;
      const place = { position: 'fixed', inset: '0 auto auto 0', width: `${width}px`, height: `${height}px` };
      Object.assign(stage.style, place);
    }, size);
    await nextPaint(page);
    const address = await page.evaluate(() =>
      document.querySelector<HTMLCanvasElement>('canvas.canvas')!.toDataURL('image/png'),
    );
    return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  });
}

/** In the page: text without a font. */
function drawTextAsBlocks(): void {
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
