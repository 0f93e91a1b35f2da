/*
 * Strokes that mean something wherever they appear: hatched is a gap in what is known or a wait, zigzag is
 * a power loss.
 */
import type { Rectangle } from '../layout';
import type { Pen } from './pen';

/** A pause within a bar is hatched more lightly than a bar that is a wait as a whole. */
export const pauseSpacing = 8;

/** Slanted lines inside a rectangle, anchored to the canvas so that neighbours join up. */
export function hatch(pen: Pen, area: Rectangle, spacing: number, direction: 'up' | 'down'): void {
  if (area.width <= 0 || area.height <= 0) {
    return;
  }
  pen.save();
  pen.beginPath();
  pen.rect(area.x, area.y, area.width, area.height);
  pen.clip();
  pen.beginPath();
  const bottom = area.y + area.height;
  const first = Math.floor((area.x - area.height) / spacing) * spacing;
  for (let x = first; x < area.x + area.width; x += spacing) {
    pen.moveTo(x, direction === 'up' ? bottom : area.y);
    pen.lineTo(x + area.height, direction === 'up' ? area.y : bottom);
  }
  pen.stroke();
  pen.restore();
}

export function verticalLine(pen: Pen, x: number, top: number, bottom: number): void {
  pen.beginPath();
  pen.moveTo(x, top);
  pen.lineTo(x, bottom);
  pen.stroke();
}

/** Where columns stand; each is one CSS pixel wide. */
export interface ColumnRow {
  readonly left: number;
  readonly foot: number;
  readonly count: number;
}

/**
 * Columns side by side, one stroke for each device pixel: thin straight lines are what browsers draw fastest, six times as
 * fast as the same columns as rectangles of one path.
 */
export function columns(
  pen: Pen,
  { left, foot, count }: ColumnRow,
  pixelRatio: number,
  heightOf: (column: number) => number,
): void {
  const pixel = 1 / pixelRatio;
  pen.lineWidth = pixel;
  pen.beginPath();
  let end = crisp(left, pixelRatio);
  for (let column = 0; column < count; column += 1) {
    const height = heightOf(column);
    const begin = end;
    end = crisp(left + column + 1, pixelRatio);
    for (let x = begin + pixel / 2; height > 0 && x < end; x += pixel) {
      pen.moveTo(x, foot);
      pen.lineTo(x, foot - height);
    }
  }
  pen.stroke();
}

export function zigzag(pen: Pen, x: number, top: number, bottom: number): void {
  const tooth = 4;
  pen.beginPath();
  pen.moveTo(x, top);
  for (let y = top, side = 1; y < bottom; y += tooth, side = -side) {
    pen.lineTo(x + (side * tooth) / 2, Math.min(bottom, y + tooth));
  }
  pen.stroke();
}

/** The nearest whole device pixel: a stroke that sits there looks the same everywhere. */
export function crisp(value: number, pixelRatio: number): number {
  return Math.round(value * pixelRatio) / pixelRatio;
}

/** Paints nothing outside of a rectangle. */
export function clipped(pen: Pen, { x, y, width, height }: Rectangle, paint: () => void): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  paint();
  pen.restore();
}
