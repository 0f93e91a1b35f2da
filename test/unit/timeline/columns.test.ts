import assert from 'node:assert/strict';
import { columns } from '../../../src/core/timeline/paint/shapes';
import { SvgPen } from '../../../src/core/timeline/paint/svgPen';

/** Device pixels that are stroked, from left to right, with the width of the strokes. */
function strokes(pixelRatio: number, left: number, heights: readonly number[]) {
  const pen = new SvgPen('test');
  const xs: number[] = [];
  pen.moveTo = (x) => {
    xs.push(x * pixelRatio - 0.5);
  };
  columns(pen, { left, foot: 20, count: heights.length }, pixelRatio, (column) => heights[column]!);
  return { pixels: xs.map((x) => Math.round(x * 1e6) / 1e6), width: pen.lineWidth * pixelRatio };
}

describe('columns', () => {
  for (const pixelRatio of [1, 1.25, 1.5, 2, 3]) {
    it(`side by side cover each pixel once at ${pixelRatio} device pixels to one`, () => {
      const { pixels, width } = strokes(
        pixelRatio,
        10,
        Array.from({ length: 40 }, () => 5),
      );
      const first = Math.round(10 * pixelRatio);
      const end = Math.round(50 * pixelRatio);
      assert.deepEqual(
        pixels,
        Array.from({ length: end - first }, (_, index) => first + index),
      );
      assert.equal(width, 1);
    });
  }

  it('sit on whole pixels, wherever the first begins', () => {
    assert.deepEqual(strokes(1, 9.7, [5, 5]).pixels, [10, 11]);
  });

  it('leave out what is empty', () => {
    assert.deepEqual(strokes(1, 0, [5, 0, 0, 5]).pixels, [0, 3]);
  });
});
