/*
 * Paints one frame. Everything it knows comes from the frame and the theme; it computes no times and no places.
 */
import { wholeNumber } from '../../words/language';
import { fullTime, isInstant } from '../../words/instant';
import { fitName, fitText, type MeasureText } from '../fitText';
import { sizes } from '../laneGeometry';
import type { ChannelLaneFrame, Frame, PlacedTitle, StoryLaneFrame } from '../layout';
import { xAt } from '../timeScale';
import type { Selection } from '../selection';
import { rangeOf } from '../selection';
import type { Lane, TimelineModel } from '../timelineModel';
import { paintBand, paintBreak, paintFold, paintFoldLabel, foldLabelOf } from './bandPainter';
import { paintChannelLane } from './channelPainter';
import { paintLinks, paintStoryLane } from './itemPainter';
import { paintMinimap } from './minimapPainter';
import { clipped, crisp, verticalLine } from './shapes';
import type { Theme } from './theme';
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
  pen.fillStyle = theme.line;
  pen.fillRect(crisp(frame.plot.x, theme.pixelRatio) - 1, 0, 1, frame.height);
  for (const part of partsOf(frame)) {
    paintLanes(pen, { ...picture, frame: part });
  }
  if (frame.pinned > 0) {
    pen.fillStyle = theme.foreground;
    pen.fillRect(0, frame.plot.y + frame.pinned - 1, frame.width, 1);
  }
  paintMinimap(pen, picture.model, frame, theme);
  paintAxis(pen, picture);
}

/** Pinned lanes, and those that scroll below them, each with its part of the plot. */
function partsOf(frame: Frame): readonly Frame[] {
  const { plot, pinned, lanes, titles } = frame;
  if (pinned === 0) {
    return [frame];
  }
  const below = plot.y + pinned;
  const isAbove = ({ y, height }: { readonly y: number; readonly height: number }): boolean => y + height <= below;
  return [
    {
      ...frame,
      plot: { ...plot, height: pinned },
      lanes: lanes.filter(isAbove),
      titles: titles.filter(isAbove),
    },
    {
      ...frame,
      plot: { ...plot, y: below, height: plot.height - pinned },
      lanes: lanes.filter((lane) => !isAbove(lane)),
      titles: titles.filter((title) => !isAbove(title)),
    },
  ];
}

function paintLanes(pen: Pen, picture: Picture): void {
  const { frame } = picture;
  const { plot } = frame;
  clipped(pen, plot, () => {
    paintPlot(pen, picture);
  });
  clipped(pen, { ...plot, x: 0, width: plot.x }, () => {
    for (const lane of frame.lanes) {
      paintLaneLabel(pen, lane, picture);
    }
  });
  clipped(pen, { ...plot, x: 0, width: frame.width }, () => {
    for (const title of frame.titles) {
      paintTitle(pen, title, picture);
    }
  });
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
    paintBand(pen, band, theme);
  }
  for (const fold of frame.folds) {
    paintFold(pen, fold, frame, theme);
  }
  paintLinks(pen, frame.links, theme, selected);
  paintHairlines(pen, picture);
  for (const lane of frame.lanes) {
    if (lane.kind === 'story') {
      paintEmptyLane(pen, lane, frame, theme);
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
  const count = isStory || lane.lane.covered === null ? '' : wholeNumber(lane.lane.records);
  pen.textAlign = 'right';
  pen.fillStyle = theme.dim;
  pen.fillText(count, gutter - 10, middle + 0.5);

  pen.textAlign = 'left';
  pen.fillStyle = isStory || lane.lane.covered !== null ? theme.foreground : theme.dim;
  const room = gutter - 24 - (count === '' ? 0 : measure(count) + 8);
  pen.fillText(fitName(lane.lane.label, room, measure), 12, middle + 0.5);
  if (isStory && lane.lane.note !== null && hasNoteInGutter(lane)) {
    pen.fillStyle = theme.dim;
    pen.fillText(fitText(lane.lane.note, gutter - 24, measure), 12, middle + sizes.rows.sub);
  }
}

function hasNoteInGutter({ height }: StoryLaneFrame): boolean {
  return height > sizes.rows.main + sizes.rows.sub;
}

/** A lane that has nothing to draw says why in its row: an empty one would look as if nothing had been. */
function paintEmptyLane(pen: Pen, lane: StoryLaneFrame, { plot }: Frame, theme: Theme): void {
  const { note, items } = lane.lane;
  if (items.length > 0 || note === null || hasNoteInGutter(lane)) {
    return;
  }
  pen.fillStyle = theme.dim;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(fitText(note, plot.width - 24, measureWith(pen)), plot.x + 12, lane.y + lane.height / 2 + 0.5);
}

/** The name of a bundle across the whole width, and what time it was there when the bundles of the stack meet. */
function paintTitle(pen: Pen, { group, y, height, meets }: PlacedTitle, { model, frame, theme }: Picture): void {
  const measure = measureWith(pen);
  const middle = y + height / 2 + 0.5;
  const when = isInstant(meets) ? `${model.meeting ?? ''}: ${fullTime(meets)}` : '';
  pen.fillStyle = theme.background;
  pen.fillRect(0, y, frame.width, height);
  pen.fillStyle = theme.line;
  pen.globalAlpha = theme.highContrast ? 0 : 0.35;
  pen.fillRect(0, y, frame.width, height);
  pen.globalAlpha = 1;
  pen.fillRect(0, crisp(y, theme.pixelRatio), frame.width, 1);
  pen.fillRect(0, crisp(y + height, theme.pixelRatio) - 1, frame.width, 1);
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillStyle = theme.dim;
  const whenWidth = measure(when);
  const hasRoom = frame.width > 2 * whenWidth + 48;
  if (hasRoom) {
    pen.fillText(when, frame.width - whenWidth - 12, middle);
  }
  pen.font = `bold ${fontOf(theme)}`;
  pen.fillStyle = theme.foreground;
  pen.fillText(fitName(group.title, frame.width - 24 - (hasRoom ? whenWidth + 24 : 0), measure), 12, middle);
  pen.font = fontOf(theme);
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
  clipped(pen, { ...frame.plot, y: top, height: sizes.axis }, () => {
    const foldLabels = frame.folds.map((fold) => foldLabelOf(pen, fold));
    for (const tick of frame.ticks) {
      const x = crisp(tick.x, theme.pixelRatio);
      pen.fillStyle = theme.line;
      pen.fillRect(x, tick.strong ? top + 4 : frame.plot.y - 6, 1, frame.plot.y);
      pen.fillStyle = tick.strong ? theme.foreground : theme.dim;
      const end = x + 5 + pen.measureText(tick.label).width;
      if (end <= frame.width && foldLabels.every((label) => end < label.x || x + 5 > label.x + label.width)) {
        pen.fillText(tick.label, x + 5, middle);
      }
    }
    for (const label of foldLabels) {
      paintFoldLabel(pen, label, { top, height: sizes.axis }, theme);
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

function measureWith(pen: Pen): MeasureText {
  return (text) => pen.measureText(text).width;
}
