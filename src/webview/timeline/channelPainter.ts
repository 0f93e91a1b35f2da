/*
 * A channel lane: how many records fall on each pixel, where errors and warnings are, where the bundle is blind.
 */
import { fitText } from '../../core/timeline/fitText';
import type { TimeRange } from '../../core/timeline/timeScale';
import { xAt } from '../../core/timeline/timeScale';
import type { Density } from '../../core/timeline/density';
import type { ChannelLaneFrame, Frame } from '../../core/timeline/layout';
import { coverageWords } from '../../core/enrollment/storyWords';
import { crisp, hatch } from './shapes';
import { faint, type Theme } from './themeColors';

type Context = CanvasRenderingContext2D;

/** A single record must be seen from across the table. */
const lowestColumn = 5;
/** Marks of error and warning columns need this much room each. */
const markSpacing = 6;

export function paintChannelLane(context: Context, lane: ChannelLaneFrame, frame: Frame, theme: Theme): void {
  paintNoData(context, lane, theme);
  if (lane.lane.covered === null) {
    paintRemark(context, lane, frame, theme, coverageWords[lane.lane.state]);
    return;
  }
  if (lane.events === null) {
    paintExtent(context, lane, lane.lane.covered, frame, theme);
    return;
  }
  const highest = lane.events.highest;
  context.fillStyle = theme.tones.neutral;
  context.globalAlpha = faint(theme);
  paintColumns(context, lane, lane.events, highest);
  context.globalAlpha = 1;
  if (lane.warnings !== null) {
    context.fillStyle = theme.warning;
    paintColumns(context, lane, lane.warnings, highest);
    paintMarks(context, lane.warnings, { x: 2.5, base: lane.foot + 3, tip: lane.foot });
  }
  if (lane.errors !== null) {
    context.fillStyle = theme.error;
    paintColumns(context, lane, lane.errors, highest);
    paintMarks(context, lane.errors, { x: 3, base: lane.y + 1, tip: lane.y + 6 });
  }
}

/** Lines of a text log have no times here: only from when to when it reaches. */
function paintExtent(context: Context, lane: ChannelLaneFrame, covered: TimeRange, frame: Frame, theme: Theme): void {
  const right = frame.plot.x + frame.plot.width;
  const from = Math.max(frame.plot.x - 1, xAt(frame.scale, covered.start));
  const to = Math.min(right + 1, xAt(frame.scale, covered.end));
  context.strokeStyle = theme.dim;
  context.lineWidth = 1;
  context.strokeRect(crisp(from) + 0.5, crisp(lane.y + 7) + 0.5, Math.max(1, to - from - 1), lane.height - 15);
  if (to - from > 60) {
    const text = fitText('from its first to its last line', to - from - 20, (part) => context.measureText(part).width);
    context.fillStyle = theme.dim;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillText(text, from + 8, lane.y + lane.height / 2 + 0.5);
  }
}

function paintNoData(context: Context, lane: ChannelLaneFrame, theme: Theme): void {
  context.save();
  context.strokeStyle = theme.dim;
  context.lineWidth = 1;
  for (const { x, width } of lane.noData) {
    // Over whole lanes, so even in high contrast no stronger than it has to be.
    context.globalAlpha = theme.highContrast ? 0.55 : faint(theme);
    hatch(context, { x, y: lane.y + 1, width, height: lane.height - 2 }, 9, 'down');
  }
  context.restore();
}

function paintColumns(context: Context, lane: ChannelLaneFrame, density: Density, highest: number): void {
  const left = crisp(density.left);
  context.beginPath();
  for (let column = 0; column < density.counts.length; column += 1) {
    const count = density.counts[column]!;
    if (count > 0) {
      const share = highest > 1 ? Math.log1p(count) / Math.log1p(highest) : 0.5;
      const height = Math.max(lowestColumn, Math.round(share * lane.room));
      context.rect(left + column, lane.foot - height, 1, height);
    }
  }
  context.fill();
}

/** Half the width of a wedge, and the heights of its broad and of its pointed end. */
interface Wedge {
  readonly x: number;
  readonly base: number;
  readonly tip: number;
}

/** Small wedges, for errors from above and for warnings from below: told from other records by shape as well. */
function paintMarks(context: Context, density: Density, wedge: Wedge): void {
  let free = Number.NEGATIVE_INFINITY;
  context.beginPath();
  for (let column = 0; column < density.counts.length; column += 1) {
    const x = density.left + column + 0.5;
    if (density.counts[column]! > 0 && x >= free) {
      context.moveTo(x - wedge.x, wedge.base);
      context.lineTo(x + wedge.x, wedge.base);
      context.lineTo(x, wedge.tip);
      free = x + markSpacing;
    }
  }
  context.fill();
}

function paintRemark(context: Context, lane: ChannelLaneFrame, frame: Frame, theme: Theme, text: string): void {
  const width = context.measureText(text).width;
  const middle = lane.y + lane.height / 2;
  context.fillStyle = theme.background;
  context.fillRect(frame.plot.x + 8, middle - 8, width + 8, 16);
  context.fillStyle = theme.dim;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(text, frame.plot.x + 12, middle + 0.5);
}
