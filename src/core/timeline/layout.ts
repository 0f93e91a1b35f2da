/*
 * One frame: numbers in, rectangles out. Painter, hit test and tests read the same frame, so what can be seen can
 * be clicked. All results are canvas pixels (CSS pixels, origin at the top left corner).
 */
import type { Density } from './density';
import { densityOf } from './density';
import type { MeasureText } from './fitText';
import type { LaneBox, LaneGeometry, RowBox, TitleBox } from './laneGeometry';
import { gutterWidth, headerHeight, sizes, stuckHeight } from './laneGeometry';
import type { Minimap } from './minimap';
import { layOutMinimap } from './minimap';
import type { ItemBox } from './itemBox';
import { placeItems } from './placeItems';
import { placeLinks, type PlacedLink } from './placeLinks';
import type { Tick } from './ticks';
import { timeTicks } from './ticks';
import type { TimeRange, TimeScale } from './timeScale';
import { xAt } from './timeScale';
import { utcDisplay, type TimeDisplay } from './timeDisplay';
import { noFolds, type Fold, type TimeFolds } from './timeFolds';
import type { Band, BandStyle, ChannelLane, Lane, LaneGroup, NoData, StoryLane, TimelineModel } from './timelineModel';

export interface FrameRequest {
  readonly model: TimelineModel;
  readonly lanes: LaneGeometry;
  readonly minimapHeights: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
  readonly range: TimeRange;
  readonly measure: MeasureText;
  readonly folds?: TimeFolds;
  readonly display?: TimeDisplay;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly scale: TimeScale;
  /** The area below the axis and right of the lane labels. */
  readonly plot: Rectangle;
  /** Pixels at the top of the plot that belong to pinned lanes; the others scroll below them. */
  readonly pinned: number;
  readonly minimap: Minimap;
  readonly ticks: readonly PlacedTick[];
  readonly lanes: readonly (StoryLaneFrame | ChannelLaneFrame)[];
  /** Names of bundles, where there are several. */
  readonly titles: readonly PlacedTitle[];
  readonly bands: readonly PlacedBand[];
  readonly links: readonly PlacedLink[];
  readonly folds: readonly PlacedFold[];
  readonly display: TimeDisplay;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedTick extends Tick {
  readonly x: number;
}

export interface StoryLaneFrame {
  readonly kind: 'story';
  readonly lane: StoryLane;
  readonly y: number;
  readonly height: number;
  /** Canvas pixels. */
  readonly rows: readonly RowBox[];
  readonly boxes: readonly ItemBox[];
}

export interface ChannelLaneFrame {
  readonly kind: 'channel';
  readonly lane: ChannelLane;
  readonly y: number;
  readonly height: number;
  /** Where the densities stand: their foot and their greatest height. */
  readonly foot: number;
  readonly room: number;
  readonly events: Density | null;
  readonly errors: Density | null;
  readonly warnings: Density | null;
  readonly noData: readonly (NoData & { readonly x: number; readonly width: number })[];
}

export interface PlacedTitle extends TitleBox {
  readonly y: number;
  /** When the bundles of the stack meet, on this bundle's own clock: milliseconds since 1970 UTC. */
  readonly meets: number;
}

export interface PlacedBand extends Rectangle {
  readonly band: Band;
  readonly style: BandStyle;
}

/** A stretch that is drawn short. */
export interface PlacedFold {
  readonly fold: Fold;
  readonly x: number;
  readonly width: number;
}

/** A downtime of seconds in a view of days is still a reboot. */
const narrowestBand = 2;

export function layOutFrame(request: FrameRequest): Frame {
  const { model, width, height, folds = noFolds, display = utcDisplay } = request;
  const top = headerHeight();
  const gutter = gutterWidth(width);
  const plot = {
    x: gutter,
    y: top,
    width: Math.max(1, width - gutter),
    height: Math.max(0, height - top),
  };
  const scale = { range: request.range, left: plot.x, width: plot.width, folds };
  const stuck = stuckHeight(request.lanes, plot.height);
  const lanes = request.lanes.boxes
    .map((box) => ({ box, y: top + topInView(request, box.top) }))
    .filter(({ box, y }) => y + box.height > top + (box.top < stuck ? 0 : stuck) && y < height)
    .map(({ box, y }) => layOutLane(box, y, scale, request.measure));
  return {
    width,
    height,
    scale,
    plot,
    pinned: stuck,
    minimap: layOutMinimap(
      model,
      request.range,
      { left: plot.x, width: plot.width, height: sizes.minimap },
      request.minimapHeights,
      folds,
    ),
    ticks: timeTicks(request.range, plot.width, { folds, display }).map((tick) => ({
      ...tick,
      x: xAt(scale, tick.time),
    })),
    lanes,
    titles: request.lanes.titles
      .map((title) => ({
        ...title,
        y: top + topInView(request, title.top),
        meets: model.enrollmentStart - title.group.shift,
      }))
      .filter(({ y, height: own }) => y + own > top && y < height),
    bands: placeBands(request, scale, plot),
    links: placeLinks(
      model.links,
      lanes.filter((lane) => lane.kind === 'story'),
      scale,
    ),
    folds: folds.folds.flatMap((fold) => placeFold(fold, scale)),
    display,
  };
}

function layOutLane(
  box: LaneBox,
  y: number,
  scale: TimeScale,
  measure: MeasureText,
): StoryLaneFrame | ChannelLaneFrame {
  const { lane, height } = box;
  if (lane.kind === 'story') {
    const rows = box.rows.map((row) => ({ top: y + row.top, height: row.height }));
    return { kind: 'story', lane, y, height, rows, boxes: placeItems(lane, rows, scale, measure) };
  }
  const row = box.rows[0] ?? { top: 0, height };
  const series = lane.series;
  return {
    kind: 'channel',
    lane,
    y,
    height,
    foot: y + row.top + row.height,
    room: row.height,
    events: series === null ? null : densityOf(series.times, scale),
    errors: series === null ? null : densityOf(series.errors, scale),
    warnings: series === null ? null : densityOf(series.warnings, scale),
    noData: placeNoData(lane.noData, scale),
  };
}

/** Gaps that fall on the same pixels are drawn once, so a damaged log costs no more than the screen is wide. */
function placeNoData(spans: readonly NoData[], scale: TimeScale): ChannelLaneFrame['noData'] {
  const placed: { start: number; end: number; why: string; x: number; width: number }[] = [];
  const right = scale.left + scale.width;
  for (const span of spans) {
    const from = xAt(scale, span.start);
    const to = Math.max(from + 1, xAt(scale, span.end));
    if (to < scale.left || from > right) {
      continue;
    }
    const x = Math.max(scale.left, from);
    const previous = placed.at(-1);
    if (previous !== undefined && Math.min(to, right) <= previous.x + previous.width + 1) {
      continue;
    }
    placed.push({ ...span, x, width: Math.min(to, right) - x });
  }
  return placed;
}

/** A band runs from top to bottom, in a stack over the lanes of its bundle. */
function placeBands(request: FrameRequest, scale: TimeScale, plot: Rectangle): PlacedBand[] {
  const reachOf = new Map<LaneGroup | null, { readonly y: number; readonly height: number }>();
  for (const { lane, top, height } of request.lanes.boxes) {
    const y = plot.y + topInView(request, top);
    const above = reachOf.get(lane.group)?.y ?? y;
    reachOf.set(lane.group, { y: above, height: y + height - above });
  }
  return request.model.bands.flatMap((band) => {
    const across = placeBand(band, scale);
    const down = band.item.group === null ? plot : reachOf.get(band.item.group);
    return across === null || down === undefined ? [] : { ...across, y: down.y, height: down.height };
  });
}

function placeBand(band: Band, scale: TimeScale): Omit<PlacedBand, 'y' | 'height'> | null {
  const from = xAt(scale, band.start);
  const width = Math.max(narrowestBand, xAt(scale, band.end) - from);
  const right = scale.left + scale.width;
  if (from + width < scale.left || from > right) {
    return null;
  }
  const x = Math.max(from, scale.left - narrowestBand);
  return { band, style: band.style, x, width: Math.min(from + width, right + narrowestBand) - x };
}

function placeFold(fold: Fold, scale: TimeScale): PlacedFold[] {
  const from = Math.max(scale.left, xAt(scale, fold.start));
  const to = Math.min(scale.left + scale.width, xAt(scale, fold.end));
  return to > from ? [{ fold, x: from, width: to - from }] : [];
}

/** The lane under a canvas height, or `null`. */
export function laneAt(frame: Frame, y: number): StoryLaneFrame | ChannelLaneFrame | null {
  return y < frame.plot.y ? null : (frame.lanes.find((lane) => y >= lane.y && y < lane.y + lane.height) ?? null);
}

/** Where the top of a lane is, below the axis: pinned lanes do not scroll. */
function topInView({ lanes, height, scrollTop }: FrameRequest, top: number): number {
  return top < stuckHeight(lanes, height - headerHeight()) ? top : top - scrollTop;
}

/** How far to scroll so that a lane is wholly in view; the current position when it is. */
export function scrollToLane(lanes: LaneGeometry, lane: Lane, scrollTop: number, viewHeight: number): number {
  const box = lanes.boxes.find((candidate) => candidate.lane === lane);
  if (box === undefined) {
    return scrollTop;
  }
  const stuck = stuckHeight(lanes, viewHeight);
  return box.top < stuck
    ? scrollTop
    : // Of a lane higher than the view, its beginning.
      Math.max(Math.min(scrollTop, box.top - stuck), Math.min(box.top - stuck, box.top + box.height - viewHeight));
}
