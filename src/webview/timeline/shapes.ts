/*
 * Strokes that mean something wherever they appear: hatched is a gap in what is known or a wait, zigzag is
 * a power loss.
 */
import type { Rectangle } from '../../core/timeline/layout';

type Context = CanvasRenderingContext2D;

/** A pause within a bar is hatched more lightly than a bar that is a wait as a whole. */
export const pauseSpacing = 8;

/** Slanted lines inside a rectangle, anchored to the canvas so that neighbours join up. */
export function hatch(context: Context, area: Rectangle, spacing: number, direction: 'up' | 'down'): void {
  if (area.width <= 0 || area.height <= 0) {
    return;
  }
  context.save();
  context.beginPath();
  context.rect(area.x, area.y, area.width, area.height);
  context.clip();
  context.beginPath();
  const bottom = area.y + area.height;
  const first = Math.floor((area.x - area.height) / spacing) * spacing;
  for (let x = first; x < area.x + area.width; x += spacing) {
    context.moveTo(x, direction === 'up' ? bottom : area.y);
    context.lineTo(x + area.height, direction === 'up' ? area.y : bottom);
  }
  context.stroke();
  context.restore();
}

export function verticalLine(context: Context, x: number, top: number, bottom: number): void {
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
}

export function zigzag(context: Context, x: number, top: number, bottom: number): void {
  const tooth = 4;
  context.beginPath();
  context.moveTo(x, top);
  for (let y = top, side = 1; y < bottom; y += tooth, side = -side) {
    context.lineTo(x + (side * tooth) / 2, Math.min(bottom, y + tooth));
  }
  context.stroke();
}

/** A stroke that sits on whole device pixels looks the same everywhere. */
export function crisp(value: number): number {
  const scale = window.devicePixelRatio || 1;
  return Math.round(value * scale) / scale;
}
