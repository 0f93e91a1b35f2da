/*
 * What cuts through all lanes: restarts, losses of power, sleep, steps of the clock, and time that is drawn short.
 */
import { shortDuration } from '../../words/duration';
import type { Frame, PlacedBand, PlacedFold } from '../layout';
import type { PlacedSpan } from '../itemBox';
import type { BandStyle } from '../timelineModel';
import type { Pen } from './pen';
import { crisp, hatch, verticalLine, zigzag } from './shapes';
import { faint, type Theme } from './theme';

/** Cuts through all logs. Each style has its own edge, so that none is told by colour alone. */
export function paintBand(pen: Pen, { style, x, y: top, width, height }: PlacedBand, theme: Theme): void {
  const bottom = top + height;
  const left = crisp(x, theme.pixelRatio) + 0.5;
  const right = crisp(x + width, theme.pixelRatio) + 0.5;
  const color = bandColor(style, theme);
  pen.save();
  pen.strokeStyle = color;
  pen.fillStyle = color;
  pen.lineWidth = 1;
  const area = { x, y: top, width, height };
  switch (style) {
    case 'restart':
    case 'uncalledRestart':
      pen.globalAlpha = theme.highContrast ? 0 : 0.12;
      pen.fillRect(area.x, area.y, area.width, area.height);
      pen.globalAlpha = faint(theme);
      verticalLine(pen, left, top, bottom);
      if (style === 'uncalledRestart') {
        verticalLine(pen, left - 3, top, bottom);
      }
      verticalLine(pen, right, top, bottom);
      break;
    case 'sleep':
      pen.globalAlpha = theme.highContrast ? 0 : 0.06;
      pen.fillRect(area.x, area.y, area.width, area.height);
      pen.globalAlpha = faint(theme);
      pen.setLineDash([2, 4]);
      verticalLine(pen, left, top, bottom);
      verticalLine(pen, right, top, bottom);
      break;
    case 'powerLoss':
      pen.globalAlpha = theme.highContrast ? 0.8 : 0.4;
      hatch(pen, area, 6, 'up');
      pen.globalAlpha = 1;
      zigzag(pen, left, top, bottom);
      verticalLine(pen, right, top, bottom);
      break;
    case 'shutdown':
    case 'fastStartup':
      pen.globalAlpha = faint(theme);
      pen.setLineDash(style === 'shutdown' ? [10, 4] : [4, 4]);
      verticalLine(pen, left, top, bottom);
      break;
    case 'clockStep':
    case 'zoneChange':
      pen.globalAlpha = 1;
      pen.setLineDash(style === 'clockStep' ? [1, 3] : [6, 3, 1, 3]);
      verticalLine(pen, left, top, bottom);
      break;
  }
  pen.restore();
}

function bandColor(style: BandStyle, theme: Theme): string {
  switch (style) {
    case 'clockStep':
    case 'zoneChange':
      return theme.tones.clock;
    case 'powerLoss':
      return theme.tones.bad;
    case 'uncalledRestart':
      return theme.tones.caution;
    case 'restart':
    case 'shutdown':
    case 'fastStartup':
    case 'sleep':
      return theme.foreground;
  }
}

/** Time that is drawn short: torn out, with an edge on both sides. */
export function paintFold(pen: Pen, { x, width }: PlacedFold, frame: Frame, theme: Theme): void {
  const top = frame.plot.y;
  pen.save();
  pen.fillStyle = theme.background;
  pen.fillRect(x, top, width, frame.plot.height);
  pen.strokeStyle = theme.dim;
  pen.globalAlpha = faint(theme);
  pen.lineWidth = 1;
  zigzag(pen, x + 2, top, frame.height);
  zigzag(pen, x + width - 2, top, frame.height);
  pen.restore();
}

/** How long a torn-out stretch is, in its middle on the axis. */
export interface FoldLabel extends PlacedSpan {
  readonly text: string;
}

export function foldLabelOf(pen: Pen, { fold, x, width }: PlacedFold): FoldLabel {
  const text = shortDuration(fold.end - fold.start);
  const own = Math.max(width, pen.measureText(text).width + 6);
  return { text, x: x + (width - own) / 2, width: own };
}

export function paintFoldLabel(
  pen: Pen,
  { text, x, width }: FoldLabel,
  { top, height }: { readonly top: number; readonly height: number },
  theme: Theme,
): void {
  pen.fillStyle = theme.background;
  pen.fillRect(x, top, width, height);
  pen.fillStyle = theme.foreground;
  pen.textAlign = 'center';
  pen.fillText(text, x + width / 2, top + height / 2 + 1);
  pen.textAlign = 'left';
}

/** The clock was set, or its zone changed: the axis is cut by two strokes. */
export function paintBreak(pen: Pen, x: number, { plot }: Frame, theme: Theme): void {
  pen.save();
  pen.fillStyle = theme.background;
  pen.fillRect(x - 3, plot.y - 9, 6, 9);
  pen.strokeStyle = theme.tones.clock;
  pen.lineWidth = 1.5;
  for (const offset of [-3, 2]) {
    pen.beginPath();
    pen.moveTo(x + offset - 2, plot.y - 1);
    pen.lineTo(x + offset + 3, plot.y - 10);
    pen.stroke();
  }
  pen.restore();
}
