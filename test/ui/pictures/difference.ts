/*
 * How much two pictures differ, seen as an eye would: the mean colours of small blocks are compared, so that how one
 * version of a browser smooths an edge does not count, and a sign that is gone, moved or of another colour does.
 */
import type { Page } from 'playwright-core';

export interface Difference {
  /** Blocks whose colour is another; all of them where the sizes differ. */
  readonly blocks: number;
  /** The expected picture, faint, with those blocks in red: a PNG. */
  readonly picture: Buffer;
}

/** Blocks that may differ: less than the smallest sign has. */
export const toleratedBlocks = 2;

/** Compares two PNGs in the browser, which can read them. */
export async function differenceOf(page: Page, expected: Buffer, actual: Buffer): Promise<Difference> {
  const { blocks, address } = await page.evaluate(compare, {
    expected: expected.toString('base64'),
    actual: actual.toString('base64'),
  });
  return { blocks, picture: Buffer.from(address.slice(address.indexOf(',') + 1), 'base64') };
}

async function compare(pictures: {
  readonly expected: string;
  readonly actual: string;
}): Promise<{ readonly blocks: number; readonly address: string }> {
  /** Pixels, and how far a channel of 0 to 255 may be off. */
  const block = { side: 4, tolerance: 24 };
  const read = async (base64: string) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    return { canvas, context, data, width, height };
  };
  const [expected, actual] = [await read(pictures.expected), await read(pictures.actual)];
  const { canvas, context, width, height } = expected;
  const isSameSize = width === actual.width && height === actual.height;
  const differs = (left: number, top: number): boolean => {
    const sums = [0, 0, 0];
    let pixels = 0;
    for (let y = top; y < Math.min(height, top + block.side); y += 1) {
      for (let x = left; x < Math.min(width, left + block.side); x += 1) {
        for (let channel = 0; channel < 3; channel += 1) {
          const at = 4 * (y * width + x) + channel;
          sums[channel]! += expected.data[at]! - actual.data[at]!;
        }
        pixels += 1;
      }
    }
    return sums.some((sum) => Math.abs(sum) > block.tolerance * pixels);
  };
  context.fillStyle = 'rgba(255, 255, 255, 0.7)';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'red';
  let blocks = 0;
  for (let top = 0; top < height; top += block.side) {
    for (let left = 0; left < width; left += block.side) {
      if (!isSameSize || differs(left, top)) {
        blocks += 1;
        context.fillRect(left, top, block.side, block.side);
      }
    }
  }
  return { blocks, address: canvas.toDataURL('image/png') };
}
