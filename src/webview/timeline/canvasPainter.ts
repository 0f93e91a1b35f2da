/*
 * Paints one frame. Everything it knows comes from the frame and the theme; it computes no times and no places.
 */
import { fitName, fitText } from '../../core/timeline/fitText';
import { sizes } from '../../core/timeline/laneGeometry';
import type { ChannelLaneFrame, Frame, PlacedBand, StoryLaneFrame } from '../../core/timeline/layout';
import type { Minimap } from '../../core/timeline/minimap';
import { xAt } from '../../core/timeline/timeScale';
import { calendarDay } from '../../core/words/instant';
import type { Selection } from '../../core/timeline/selection';
import { rangeOf } from '../../core/timeline/selection';
import type { Lane, TimelineModel } from '../../core/timeline/timelineModel';
import { paintChannelLane } from './channelPainter';
import { paintLinks, paintStoryLane } from './itemPainter';
import { crisp, hatch, verticalLine, zigzag } from './shapes';
import { faint, type Theme } from './themeColors';

type Context = CanvasRenderingContext2D;

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

/** `context` is scaled to CSS pixels. */
export function paintPicture(context: Context, picture: Picture): void {
  const { frame, theme } = picture;
  context.font = fontOf(theme);
  context.fillStyle = theme.background;
  context.fillRect(0, 0, frame.width, frame.height);
  clipped(context, frame.plot.x, frame.plot.y, frame.plot.width, frame.plot.height, () => {
    paintPlot(context, picture);
  });
  clipped(context, 0, frame.plot.y, frame.plot.x, frame.plot.height, () => {
    for (const lane of frame.lanes) {
      paintLaneLabel(context, lane, picture);
    }
  });
  paintMinimap(context, picture);
  paintAxis(context, picture);
  context.fillStyle = theme.line;
  context.fillRect(crisp(frame.plot.x) - 1, 0, 1, frame.height);
}

function paintPlot(context: Context, picture: Picture): void {
  const { frame, theme, selection } = picture;
  const selected = selection?.kind === 'item' ? selection.item : null;
  paintGrid(context, frame, theme);
  for (const lane of frame.lanes) {
    if (lane.kind === 'channel') {
      paintChannelLane(context, lane, frame, theme);
    }
  }
  for (const band of frame.bands) {
    paintBand(context, band, frame, theme);
  }
  paintLinks(context, frame.links, theme, selected);
  paintHairlines(context, picture);
  for (const lane of frame.lanes) {
    if (lane.kind === 'story') {
      paintStoryLane(context, lane, theme, selected);
    }
  }
}

function paintGrid(context: Context, frame: Frame, theme: Theme): void {
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  context.globalAlpha = 0.35;
  for (const tick of frame.ticks) {
    verticalLine(context, crisp(tick.x) + 0.5, frame.plot.y, frame.height);
  }
  context.globalAlpha = 0.6;
  for (const lane of frame.lanes) {
    context.fillStyle = theme.line;
    context.fillRect(frame.plot.x, crisp(lane.y + lane.height) - 1, frame.plot.width, 1);
  }
  context.globalAlpha = 1;
}

/** Cuts through all logs. Each style has its own edge, so that none is told by colour alone. */
function paintBand(context: Context, { style, x, width }: PlacedBand, frame: Frame, theme: Theme): void {
  const top = frame.plot.y;
  const bottom = frame.height;
  const left = crisp(x) + 0.5;
  const right = crisp(x + width) + 0.5;
  const color = style === 'clockStep' ? theme.tones.clock : style === 'powerLoss' ? theme.tones.bad : theme.foreground;
  context.save();
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 1;
  const area = { x, y: top, width, height: bottom - top };
  switch (style) {
    case 'restart':
      context.globalAlpha = theme.highContrast ? 0 : 0.12;
      context.fillRect(area.x, area.y, area.width, area.height);
      context.globalAlpha = faint(theme);
      verticalLine(context, left, top, bottom);
      verticalLine(context, right, top, bottom);
      break;
    case 'powerLoss':
      context.globalAlpha = theme.highContrast ? 0.8 : 0.4;
      hatch(context, area, 6, 'up');
      context.globalAlpha = 1;
      zigzag(context, left, top, bottom);
      verticalLine(context, right, top, bottom);
      break;
    case 'shutdown':
    case 'fastStartup':
      context.globalAlpha = faint(theme);
      context.setLineDash(style === 'shutdown' ? [10, 4] : [4, 4]);
      verticalLine(context, left, top, bottom);
      break;
    case 'clockStep':
      context.globalAlpha = 1;
      context.setLineDash([1, 3]);
      verticalLine(context, left, top, bottom);
      break;
  }
  context.restore();
}

function paintHairlines(context: Context, { frame, theme, selection, pointerX }: Picture): void {
  context.save();
  context.lineWidth = 1;
  const range = selection === null ? null : rangeOf(selection);
  if (range !== null) {
    context.strokeStyle = theme.focus;
    verticalLine(context, crisp(xAt(frame.scale, range.start)) + 0.5, frame.plot.y, frame.height);
  }
  if (selection?.kind === 'record') {
    const lane = frame.lanes.find((candidate) => candidate.lane === selection.lane);
    const x = xAt(frame.scale, range?.start ?? 0);
    if (lane !== undefined) {
      context.strokeStyle = theme.focus;
      context.lineWidth = 2;
      context.strokeRect(x - 4, lane.y + 1, 9, lane.height - 2);
    }
  }
  if (pointerX !== null && pointerX >= frame.plot.x) {
    context.strokeStyle = theme.dim;
    context.globalAlpha = 0.5;
    context.lineWidth = 1;
    verticalLine(context, crisp(pointerX) + 0.5, frame.plot.y, frame.height);
  }
  context.restore();
}

function paintLaneLabel(context: Context, lane: StoryLaneFrame | ChannelLaneFrame, picture: Picture): void {
  const { theme } = picture;
  const gutter = picture.frame.plot.x;
  const measure = (text: string): number => context.measureText(text).width;
  if (lane.lane === picture.selectedLane) {
    context.fillStyle = theme.focus;
    context.fillRect(0, lane.y + 1, 3, lane.height - 2);
  }
  context.textBaseline = 'middle';
  const line = crisp(lane.y + lane.height) - 1;
  context.globalAlpha = 0.6;
  context.fillStyle = theme.line;
  context.fillRect(0, line, gutter, 1);
  context.globalAlpha = 1;

  const isStory = lane.kind === 'story';
  const middle = isStory ? lane.y + sizes.lanePadding + sizes.rows.main / 2 : lane.y + lane.height / 2;
  const count = isStory || lane.lane.covered === null ? '' : lane.lane.records.toLocaleString('en-US');
  context.textAlign = 'right';
  context.fillStyle = theme.dim;
  context.fillText(count, gutter - 10, middle + 0.5);

  context.textAlign = 'left';
  context.fillStyle = isStory || lane.lane.covered !== null ? theme.foreground : theme.dim;
  const room = gutter - 24 - (count === '' ? 0 : measure(count) + 8);
  context.fillText(fitName(lane.lane.label, room, measure), 12, middle + 0.5);
  if (isStory && lane.lane.note !== null && lane.height > sizes.rows.main + sizes.rows.sub) {
    context.fillStyle = theme.dim;
    context.fillText(fitText(lane.lane.note, gutter - 24, measure), 12, middle + sizes.rows.sub);
  }
}

function paintAxis(context: Context, { frame, theme }: Picture): void {
  const top = sizes.minimap;
  const middle = top + sizes.axis / 2 + 1;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = theme.dim;
  context.fillText(`${calendarDay(frame.scale.range.start)} UTC`, 12, middle);
  clipped(context, frame.plot.x, top, frame.plot.width, sizes.axis, () => {
    for (const tick of frame.ticks) {
      const x = crisp(tick.x);
      context.fillStyle = theme.line;
      context.fillRect(x, tick.strong ? top + 4 : frame.plot.y - 6, 1, frame.plot.y);
      context.fillStyle = tick.strong ? theme.foreground : theme.dim;
      if (x + 5 + context.measureText(tick.label).width <= frame.width) {
        context.fillText(tick.label, x + 5, middle);
      }
    }
  });
  context.fillStyle = theme.line;
  context.fillRect(0, frame.plot.y - 1, frame.width, 1);
}

function paintMinimap(context: Context, { model, frame, theme }: Picture): void {
  const { minimap } = frame;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = theme.dim;
  context.fillText('Whole bundle', 12, minimap.height / 2);
  clipped(context, frame.plot.x, 0, frame.plot.width, minimap.height, () => {
    paintMinimapEvents(context, minimap, theme);
    for (const item of model.items.values()) {
      const x = crisp(xAt(minimap.scale, item.start));
      if (item.kind === 'phase') {
        context.fillStyle = theme.tones[item.tone];
        context.fillRect(x, 2, Math.max(2, xAt(minimap.scale, item.end) - x), 3);
      }
      if (item.kind === 'reboot') {
        context.fillStyle = theme.foreground;
        context.fillRect(x, 0, 1, minimap.height);
      }
    }
    paintMinimapWindow(context, minimap, theme, frame);
  });
  context.fillStyle = theme.line;
  context.fillRect(0, minimap.height - 1, frame.width, 1);
}

function paintMinimapEvents(context: Context, minimap: Minimap, theme: Theme): void {
  const room = minimap.height - 10;
  context.fillStyle = theme.tones.neutral;
  context.globalAlpha = faint(theme);
  context.beginPath();
  minimap.heights.forEach((share, column) => {
    if (share > 0) {
      const height = Math.max(2, share * room);
      context.rect(minimap.scale.left + column, minimap.height - 2 - height, 1, height);
    }
  });
  context.fill();
  context.globalAlpha = 1;
}

/** Dims what is not shown below, and frames what is. */
function paintMinimapWindow(context: Context, { window: view, height }: Minimap, theme: Theme, frame: Frame): void {
  const right = frame.plot.x + frame.plot.width;
  context.globalAlpha = 0.6;
  context.fillStyle = theme.background;
  context.fillRect(frame.plot.x, 0, view.x - frame.plot.x, height);
  context.fillRect(view.x + view.width, 0, right - view.x - view.width, height);
  context.globalAlpha = 1;
  context.strokeStyle = theme.focus;
  context.lineWidth = 1;
  context.strokeRect(crisp(view.x) + 0.5, 0.5, Math.max(1, crisp(view.width) - 1), height - 2);
}

function clipped(context: Context, x: number, y: number, width: number, height: number, paint: () => void): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  paint();
  context.restore();
}
