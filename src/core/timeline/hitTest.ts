import { sizes } from './laneGeometry';
import type { ChannelLaneFrame, Frame } from './layout';
import { laneAt } from './layout';
import type { ItemBox } from './itemBox';
import { nearestRecord } from './eventSeries';
import type { Fold } from './timeFolds';
import type { TimeScale } from './timeScale';
import { timeAt, xAt } from './timeScale';
import type { ChannelLane, Lane, NoData, TimelineItem } from './timelineModel';

/** What lies under a point of the canvas. */
export type Hit =
  | { readonly kind: 'minimap' }
  | { readonly kind: 'axis' }
  | { readonly kind: 'gutter'; readonly lane: Lane }
  | { readonly kind: 'box'; readonly box: ItemBox; readonly item: TimelineItem }
  /** A record near the point: an index into the series' source. */
  | { readonly kind: 'record'; readonly lane: ChannelLane; readonly record: number; readonly count: number }
  | { readonly kind: 'noData'; readonly lane: ChannelLane; readonly span: NoData }
  | { readonly kind: 'band'; readonly item: TimelineItem }
  | { readonly kind: 'fold'; readonly fold: Fold }
  | { readonly kind: 'plot'; readonly lane: Lane | null };

/** How far beside a drawing a click still means it. */
const slop = 4;
/** How far away the nearest record of a log may be. */
const recordReach = 12;

/** Topmost first: glyphs, bars, records, blind spans, bands. */
export function hitTest(frame: Frame, x: number, y: number): Hit {
  if (y < sizes.minimap) {
    return { kind: 'minimap' };
  }
  if (y < frame.plot.y) {
    return { kind: 'axis' };
  }
  const lane = laneAt(frame, y);
  if (x < frame.plot.x) {
    return lane === null ? { kind: 'plot', lane: null } : { kind: 'gutter', lane: lane.lane };
  }
  const inLane = lane === null ? null : lane.kind === 'story' ? boxAt(lane.boxes, x, y) : inChannel(frame, lane, x);
  const fold = frame.folds.find((placed) => x >= placed.x && x <= placed.x + placed.width);
  if (fold !== undefined && (inLane === null || inLane.kind === 'noData')) {
    return { kind: 'fold', fold: fold.fold };
  }
  const band = frame.bands.find(
    (placed) =>
      x >= placed.x - slop && x <= placed.x + placed.width + slop && y >= placed.y && y <= placed.y + placed.height,
  );
  if (inLane?.kind === 'noData' && band !== undefined) {
    return { kind: 'band', item: band.band.item };
  }
  return (
    inLane ?? (band === undefined ? { kind: 'plot', lane: lane?.lane ?? null } : { kind: 'band', item: band.band.item })
  );
}

function boxAt(boxes: readonly ItemBox[], x: number, y: number): Hit | null {
  const under = boxes.filter(
    (box) => x >= box.x - slop && x <= box.x + box.width + slop && y >= box.y - slop && y <= box.y + box.height + slop,
  );
  // A mark on a bar's end is the smaller target: it wins, and among equals the nearest.
  const distance = (box: ItemBox): number => Math.abs(x - (box.x + box.width / 2));
  const rank = (box: ItemBox): number => (box.items[0].shape === 'mark' ? 0 : 1e6) + distance(box);
  const [box] = [...under].sort((left, right) => rank(left) - rank(right));
  return box === undefined ? null : { kind: 'box', box, item: box.items[0] };
}

function inChannel(frame: Frame, { lane, events, noData }: ChannelLaneFrame, x: number): Hit | null {
  const record = lane.series === null ? null : nearestRecord(lane.series, timeAt(frame.scale, x));
  const time = record === null ? Number.NaN : (lane.series?.source.times[record] ?? Number.NaN);
  if (record !== null && events !== null && Math.abs(xAt(frame.scale, time) - x) <= recordReach) {
    return { kind: 'record', lane, record, count: countAt(frame.scale, events, time) };
  }
  const span = noData.find((placed) => x >= placed.x && x <= placed.x + placed.width);
  return span === undefined ? null : { kind: 'noData', lane, span };
}

/** How many events share the column that a time is drawn in. */
function countAt(scale: TimeScale, events: NonNullable<ChannelLaneFrame['events']>, time: number): number {
  return events.counts[Math.floor(xAt(scale, time) - events.left + 1e-6)] ?? 0;
}
