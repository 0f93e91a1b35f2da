/*
 * Paints one frame. Everything it knows comes from the frame and the theme; it computes no times and no places.
 */
import { fitName, fitText, type MeasureText } from '../fitText';
import { sizes } from '../laneGeometry';
import type { ChannelLaneFrame, Frame, PlacedBand, PlacedFold, Rectangle, StoryLaneFrame } from '../layout';
import type { Minimap } from '../minimap';
import { xAt } from '../timeScale';
import type { Selection } from '../selection';
import type { Fold } from '../timeFolds';
import { shortDuration } from '../../words/duration';
import { rangeOf } from '../selection';
import type { Lane, TimelineModel } from '../timelineModel';
import { paintChannelLane } from './channelPainter';
import { paintLinks, paintStoryLane } from './itemPainter';
import { crisp, hatch, verticalLine, zigzag } from './shapes';
import { faint, type Theme } from './theme';
import type { Pen } from './pen';

export interface Picture {
  readonly model: TimelineModel;
  readonly frame: Frame;
  readonly theme: Theme;
  readonly selection: Selection | null;
  readonly selectedLane: Lane | null;
  /** Canvas x of the pointer, for the hairline; `null` when it is elsewhere. */
  readonly pointerX: number | null;
}

export function fontOf(theme: Theme): string {
  return `12px ${theme.fontFamily}`;
}

/** `pen` is scaled to CSS pixels. */
export function paintPicture(pen: Pen, picture: Picture): void {
  const { frame, theme } = picture;
  pen.font = fontOf(theme);
  pen.fillStyle = theme.background;
  pen.fillRect(0, 0, frame.width, frame.height);
  clipped(pen, frame.plot.x, frame.plot.y, frame.plot.width, frame.plot.height, () => {
    paintPlot(pen, picture);
  });
  clipped(pen, 0, frame.plot.y, frame.plot.x, frame.plot.height, () => {
    for (const lane of frame.lanes) {
      paintLaneLabel(pen, lane, picture);
    }
  });
  paintMinimap(pen, picture);
  paintAxis(pen, picture);
  pen.fillStyle = theme.line;
  pen.fillRect(crisp(frame.plot.x, theme.pixelRatio) - 1, 0, 1, frame.height);
}

function paintPlot(pen: Pen, picture: Picture): void {
  const { frame, theme, selection } = picture;
  const selected = selection?.kind === 'item' ? selection.item : null;
  paintGrid(pen, frame, theme);
  for (const lane of frame.lanes) {
    if (lane.kind === 'channel') {
      paintChannelLane(pen, lane, frame, theme);
    }
  }
  for (const band of frame.bands) {
    paintBand(pen, band, frame, theme);
  }
  for (const fold of frame.folds) {
    paintFold(pen, fold, frame, theme);
  }
  paintLinks(pen, frame.links, theme, selected);
  paintHairlines(pen, picture);
  for (const lane of frame.lanes) {
    if (lane.kind === 'story') {
      paintStoryLane(pen, lane, theme, selected);
    }
  }
}

function paintGrid(pen: Pen, frame: Frame, theme: Theme): void {
  pen.strokeStyle = theme.line;
  pen.lineWidth = 1;
  pen.globalAlpha = 0.35;
  for (const tick of frame.ticks) {
    verticalLine(pen, crisp(tick.x, theme.pixelRatio) + 0.5, frame.plot.y, frame.height);
  }
  pen.globalAlpha = 0.6;
  for (const lane of frame.lanes) {
    pen.fillStyle = theme.line;
    pen.fillRect(frame.plot.x, crisp(lane.y + lane.height, theme.pixelRatio) - 1, frame.plot.width, 1);
  }
  pen.globalAlpha = 1;
}

/** Cuts through all logs. Each style has its own edge, so that none is told by colour alone. */
function paintBand(pen: Pen, { style, x, width }: PlacedBand, frame: Frame, theme: Theme): void {
  const top = frame.plot.y;
  const bottom = frame.height;
  const left = crisp(x, theme.pixelRatio) + 0.5;
  const right = crisp(x + width, theme.pixelRatio) + 0.5;
  const isClock = style === 'clockStep' || style === 'zoneChange';
  const color = isClock ? theme.tones.clock : style === 'powerLoss' ? theme.tones.bad : theme.foreground;
  pen.save();
  pen.strokeStyle = color;
  pen.fillStyle = color;
  pen.lineWidth = 1;
  const area = { x, y: top, width, height: bottom - top };
  switch (style) {
    case 'restart':
      pen.globalAlpha = theme.highContrast ? 0 : 0.12;
      pen.fillRect(area.x, area.y, area.width, area.height);
      pen.globalAlpha = faint(theme);
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

/** Time that is drawn short: torn out, with an edge on both sides. */
function paintFold(pen: Pen, { x, width }: PlacedFold, frame: Frame, theme: Theme): void {
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

function paintHairlines(pen: Pen, { frame, theme, selection, pointerX }: Picture): void {
  pen.save();
  pen.lineWidth = 1;
  const range = selection === null ? null : rangeOf(selection);
  if (range !== null) {
    pen.strokeStyle = theme.focus;
    verticalLine(pen, crisp(xAt(frame.scale, range.start), theme.pixelRatio) + 0.5, frame.plot.y, frame.height);
  }
  if (selection?.kind === 'record') {
    const lane = frame.lanes.find((candidate) => candidate.lane === selection.lane);
    const x = xAt(frame.scale, range?.start ?? 0);
    if (lane !== undefined) {
      pen.strokeStyle = theme.focus;
      pen.lineWidth = 2;
      pen.strokeRect(x - 4, lane.y + 1, 9, lane.height - 2);
    }
  }
  if (pointerX !== null && pointerX >= frame.plot.x) {
    pen.strokeStyle = theme.dim;
    pen.globalAlpha = 0.5;
    pen.lineWidth = 1;
    verticalLine(pen, crisp(pointerX, theme.pixelRatio) + 0.5, frame.plot.y, frame.height);
  }
  pen.restore();
}

function paintLaneLabel(pen: Pen, lane: StoryLaneFrame | ChannelLaneFrame, picture: Picture): void {
  const { theme } = picture;
  const gutter = picture.frame.plot.x;
  const measure = measureWith(pen);
  if (lane.lane === picture.selectedLane) {
    pen.fillStyle = theme.focus;
    pen.fillRect(0, lane.y + 1, 3, lane.height - 2);
  }
  pen.textBaseline = 'middle';
  const line = crisp(lane.y + lane.height, theme.pixelRatio) - 1;
  pen.globalAlpha = 0.6;
  pen.fillStyle = theme.line;
  pen.fillRect(0, line, gutter, 1);
  pen.globalAlpha = 1;

  const isStory = lane.kind === 'story';
  const half = lane.height / 2;
  const middle = lane.y + (isStory ? Math.min(half, sizes.lanePadding + sizes.rows.main / 2) : half);
  const count = isStory || lane.lane.covered === null ? '' : lane.lane.records.toLocaleString('en-US');
  pen.textAlign = 'right';
  pen.fillStyle = theme.dim;
  pen.fillText(count, gutter - 10, middle + 0.5);

  pen.textAlign = 'left';
  pen.fillStyle = isStory || lane.lane.covered !== null ? theme.foreground : theme.dim;
  const room = gutter - 24 - (count === '' ? 0 : measure(count) + 8);
  pen.fillText(fitName(lane.lane.label, room, measure), 12, middle + 0.5);
  if (isStory && lane.lane.note !== null && lane.height > sizes.rows.main + sizes.rows.sub) {
    pen.fillStyle = theme.dim;
    pen.fillText(fitText(lane.lane.note, gutter - 24, measure), 12, middle + sizes.rows.sub);
  }
}

function paintAxis(pen: Pen, { frame, theme }: Picture): void {
  const top = sizes.minimap;
  const middle = top + sizes.axis / 2 + 1;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.fillStyle = theme.dim;
  pen.fillText(
    fitText(frame.display.heading(frame.scale.range.start), frame.plot.x - 20, measureWith(pen)),
    12,
    middle,
  );
  clipped(pen, frame.plot.x, top, frame.plot.width, sizes.axis, () => {
    for (const tick of frame.ticks) {
      const x = crisp(tick.x, theme.pixelRatio);
      pen.fillStyle = theme.line;
      pen.fillRect(x, tick.strong ? top + 4 : frame.plot.y - 6, 1, frame.plot.y);
      pen.fillStyle = tick.strong ? theme.foreground : theme.dim;
      if (x + 5 + pen.measureText(tick.label).width <= frame.width) {
        pen.fillText(tick.label, x + 5, middle);
      }
    }
    for (const { fold, x, width } of frame.folds) {
      paintFoldLength(pen, fold, { x, y: top, width, height: sizes.axis }, theme);
    }
    for (const { style, x } of frame.bands) {
      if (style === 'clockStep' || style === 'zoneChange') {
        paintBreak(pen, x, frame, theme);
      }
    }
  });
  pen.fillStyle = theme.line;
  pen.fillRect(0, frame.plot.y - 1, frame.width, 1);
}

/** How long the torn-out stretch is, as far as it fits. */
function paintFoldLength(pen: Pen, { start, end }: Fold, area: Rectangle, theme: Theme): void {
  const text = shortDuration(end - start);
  const width = pen.measureText(text).width;
  const x = area.x + area.width / 2;
  pen.fillStyle = theme.background;
  pen.fillRect(Math.min(area.x, x - width / 2 - 3), area.y, Math.max(area.width, width + 6), area.height);
  pen.fillStyle = theme.foreground;
  pen.textAlign = 'center';
  pen.fillText(text, x, area.y + area.height / 2 + 1);
  pen.textAlign = 'left';
}

/** The clock was set, or its zone changed: the axis is cut by two strokes. */
function paintBreak(pen: Pen, x: number, { plot }: Frame, theme: Theme): void {
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

function paintMinimap(pen: Pen, { model, frame, theme }: Picture): void {
  const { minimap } = frame;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.fillStyle = theme.dim;
  pen.fillText('Whole bundle', 12, minimap.height / 2);
  clipped(pen, frame.plot.x, 0, frame.plot.width, minimap.height, () => {
    paintMinimapEvents(pen, minimap, theme);
    for (const item of model.items.values()) {
      const x = crisp(xAt(minimap.scale, item.start), theme.pixelRatio);
      if (item.kind === 'phase') {
        pen.fillStyle = theme.tones[item.tone];
        pen.fillRect(x, 2, Math.max(2, xAt(minimap.scale, item.end) - x), 3);
      }
      if (item.kind === 'reboot') {
        pen.fillStyle = theme.foreground;
        pen.fillRect(x, 0, 1, minimap.height);
      }
    }
    paintMinimapWindow(pen, minimap, theme, frame);
  });
  pen.fillStyle = theme.line;
  pen.fillRect(0, minimap.height - 1, frame.width, 1);
}

function paintMinimapEvents(pen: Pen, minimap: Minimap, theme: Theme): void {
  const room = minimap.height - 10;
  pen.fillStyle = theme.tones.neutral;
  pen.globalAlpha = faint(theme);
  pen.beginPath();
  minimap.heights.forEach((share, column) => {
    if (share > 0) {
      const height = Math.max(2, share * room);
      pen.rect(minimap.scale.left + column, minimap.height - 2 - height, 1, height);
    }
  });
  pen.fill();
  pen.globalAlpha = 1;
}

/** Dims what is not shown below, and frames what is. */
function paintMinimapWindow(pen: Pen, { window: view, height }: Minimap, theme: Theme, frame: Frame): void {
  const right = frame.plot.x + frame.plot.width;
  pen.globalAlpha = 0.6;
  pen.fillStyle = theme.background;
  pen.fillRect(frame.plot.x, 0, view.x - frame.plot.x, height);
  pen.fillRect(view.x + view.width, 0, right - view.x - view.width, height);
  pen.globalAlpha = 1;
  pen.strokeStyle = theme.focus;
  pen.lineWidth = 1;
  pen.strokeRect(
    crisp(view.x, theme.pixelRatio) + 0.5,
    0.5,
    Math.max(1, crisp(view.width, theme.pixelRatio) - 1),
    height - 2,
  );
}

function measureWith(pen: Pen): MeasureText {
  return (text) => pen.measureText(text).width;
}

function clipped(pen: Pen, x: number, y: number, width: number, height: number, paint: () => void): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  paint();
  pen.restore();
}
