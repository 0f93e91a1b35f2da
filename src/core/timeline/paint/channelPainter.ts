/*
 * A channel lane: how many records fall on each pixel, where errors and warnings are, where the bundle is blind.
 */
import * as l10n from '@vscode/l10n';
import { fitText } from '../fitText';
import type { TimeRange } from '../timeScale';
import { xAt } from '../timeScale';
import type { Density } from '../density';
import type { ChannelLaneFrame, Frame } from '../layout';
import { coverageWords } from '../../enrollment/storyWords';
import { columns, crisp, hatch } from './shapes';
import { faint, type Theme } from './theme';
import type { Pen } from './pen';

/** A single record must be seen from across the table. */
const lowestColumn = 5;
/** Marks of error and warning columns need this much room each. */
const markSpacing = 6;

export function paintChannelLane(pen: Pen, lane: ChannelLaneFrame, frame: Frame, theme: Theme): void {
  paintNoData(pen, lane, theme);
  if (lane.lane.covered === null) {
    paintRemark(pen, lane, frame, theme, coverageWords[lane.lane.state]);
    return;
  }
  if (lane.events === null) {
    paintExtent(pen, lane, lane.lane.covered, frame, theme);
    return;
  }
  const highest = lane.events.highest;
  pen.strokeStyle = theme.tones.neutral;
  pen.globalAlpha = faint(theme);
  paintColumns(pen, lane, lane.events, highest, theme);
  pen.globalAlpha = 1;
  if (lane.warnings !== null) {
    pen.fillStyle = theme.warning;
    pen.strokeStyle = theme.warning;
    paintColumns(pen, lane, lane.warnings, highest, theme);
    paintMarks(pen, lane.warnings, { x: 2.5, base: lane.foot + 3, tip: lane.foot });
  }
  if (lane.errors !== null) {
    pen.fillStyle = theme.error;
    pen.strokeStyle = theme.error;
    paintColumns(pen, lane, lane.errors, highest, theme);
    paintMarks(pen, lane.errors, { x: 3, base: lane.y + 1, tip: lane.y + 6 });
  }
}

/** Lines of a text log have no times here: only from when to when it reaches. */
function paintExtent(pen: Pen, lane: ChannelLaneFrame, covered: TimeRange, frame: Frame, theme: Theme): void {
  const right = frame.plot.x + frame.plot.width;
  const from = Math.max(frame.plot.x - 1, xAt(frame.scale, covered.start));
  const to = Math.min(right + 1, xAt(frame.scale, covered.end));
  pen.strokeStyle = theme.dim;
  pen.lineWidth = 1;
  pen.strokeRect(
    crisp(from, theme.pixelRatio) + 0.5,
    crisp(lane.y + 7, theme.pixelRatio) + 0.5,
    Math.max(1, to - from - 1),
    lane.height - 15,
  );
  if (to - from > 60) {
    const text = fitText(
      l10n.t('from its first to its last line'),
      to - from - 20,
      (part) => pen.measureText(part).width,
    );
    pen.fillStyle = theme.dim;
    pen.textAlign = 'left';
    pen.textBaseline = 'middle';
    pen.fillText(text, from + 8, lane.y + lane.height / 2 + 0.5);
  }
}

function paintNoData(pen: Pen, lane: ChannelLaneFrame, theme: Theme): void {
  pen.save();
  pen.strokeStyle = theme.dim;
  pen.lineWidth = 1;
  for (const { x, width } of lane.noData) {
    // Over whole lanes, so even in high contrast no stronger than it has to be.
    pen.globalAlpha = theme.highContrast ? 0.55 : faint(theme);
    hatch(pen, { x, y: lane.y + 1, width, height: lane.height - 2 }, 9, 'down');
  }
  pen.restore();
}

function paintColumns(pen: Pen, lane: ChannelLaneFrame, density: Density, highest: number, theme: Theme): void {
  const { counts, left } = density;
  const most = Math.log1p(highest);
  columns(pen, { left, foot: lane.foot, count: counts.length }, theme.pixelRatio, (column) => {
    const count = counts[column]!;
    const share = highest > 1 ? Math.log1p(count) / most : 0.5;
    return count === 0 ? 0 : Math.max(lowestColumn, Math.round(share * lane.room));
  });
}

/** Half the width of a wedge, and the heights of its broad and of its pointed end. */
interface Wedge {
  readonly x: number;
  readonly base: number;
  readonly tip: number;
}

/** Small wedges, for errors from above and for warnings from below: told from other records by shape as well. */
function paintMarks(pen: Pen, density: Density, wedge: Wedge): void {
  let free = Number.NEGATIVE_INFINITY;
  pen.beginPath();
  for (let column = 0; column < density.counts.length; column += 1) {
    const x = density.left + column + 0.5;
    if (density.counts[column]! > 0 && x >= free) {
      pen.moveTo(x - wedge.x, wedge.base);
      pen.lineTo(x + wedge.x, wedge.base);
      pen.lineTo(x, wedge.tip);
      free = x + markSpacing;
    }
  }
  pen.fill();
}

function paintRemark(pen: Pen, lane: ChannelLaneFrame, frame: Frame, theme: Theme, text: string): void {
  const width = pen.measureText(text).width;
  const middle = lane.y + lane.height / 2;
  pen.fillStyle = theme.background;
  pen.fillRect(frame.plot.x + 8, middle - 8, width + 8, 16);
  pen.fillStyle = theme.dim;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(text, frame.plot.x + 12, middle + 0.5);
}
