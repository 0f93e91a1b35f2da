/*
 * How an area of the timeline looks, in a square beside its meaning.
 */
import type { Rectangle } from '../layout';
import type { Pen } from './pen';
import { hatch, pauseSpacing, verticalLine, zigzag } from './shapes';
import { faint, type Theme } from './theme';

/** What is told by a hatching or a stroke, without a glyph. */
export type Area =
  'hollowScene' | 'openEnd' | 'doubt' | 'wait' | 'pause' | 'failed' | 'noData' | 'powerLoss' | 'error' | 'warning';

/** Draws the sign of an area into a square at the pen's origin. */
export function paintArea(pen: Pen, area: Area, side: number, theme: Theme): void {
  const box = { x: 1, y: 3, width: side - 2, height: side - 6 };
  pen.lineWidth = 1;
  switch (area) {
    case 'hollowScene':
      pen.strokeStyle = theme.dim;
      pen.setLineDash([3, 3]);
      pen.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
      return;
    case 'openEnd':
      pen.strokeStyle = theme.tones.progress;
      pen.setLineDash([2, 3]);
      pen.lineWidth = 2;
      verticalLine(pen, side - 3, box.y, box.y + box.height);
      pen.setLineDash([]);
      pen.lineWidth = 1;
      paintEdges(pen, box);
      return;
    case 'doubt':
      pen.strokeStyle = theme.tones.neutral;
      hatch(pen, box, 5, 'up');
      pen.setLineDash([2, 3]);
      verticalLine(pen, box.x + 0.5, 1, side - 1);
      verticalLine(pen, box.x + box.width - 0.5, 1, side - 1);
      return;
    case 'wait':
      pen.strokeStyle = theme.tones.bad;
      hatch(pen, box, 6, 'up');
      pen.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
      return;
    case 'pause':
      pen.strokeStyle = theme.tones.progress;
      hatch(pen, box, pauseSpacing, 'up');
      pen.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
      return;
    case 'failed':
      pen.strokeStyle = theme.tones.bad;
      hatch(pen, box, 4, 'down');
      pen.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
      return;
    case 'noData':
      pen.strokeStyle = theme.dim;
      pen.globalAlpha = faint(theme);
      hatch(pen, box, 5, 'down');
      return;
    case 'powerLoss':
      pen.strokeStyle = theme.tones.bad;
      zigzag(pen, 5, 0, side);
      hatch(pen, { ...box, x: 7, width: side - 7 }, 6, 'up');
      return;
    case 'error':
      pen.fillStyle = theme.error;
      pen.fillRect(side / 2 - 0.5, 6, 1, side - 7);
      pen.beginPath();
      pen.moveTo(side / 2 - 3, 1);
      pen.lineTo(side / 2 + 3, 1);
      pen.lineTo(side / 2, 6);
      pen.fill();
      return;
    case 'warning':
      pen.fillStyle = theme.warning;
      pen.fillRect(side / 2 - 0.5, 3, 1, side - 8);
      pen.beginPath();
      pen.moveTo(side / 2 - 3, side - 1);
      pen.lineTo(side / 2 + 3, side - 1);
      pen.lineTo(side / 2, side - 5);
      pen.fill();
      return;
  }
}

/** The upper and the lower edge of a bar that goes on. */
function paintEdges(pen: Pen, { x, y, width, height }: Rectangle): void {
  pen.beginPath();
  pen.moveTo(x, y + 0.5);
  pen.lineTo(x + width - 1, y + 0.5);
  pen.moveTo(x, y + height - 0.5);
  pen.lineTo(x + width - 1, y + height - 0.5);
  pen.stroke();
}
