/*
 * Where lanes lie, from top to bottom. Independent of time and zoom: computed once per model.
 */
import type { Lane, LaneGroup, RowKind, TimelineModel } from './timelineModel';

export interface LaneBox {
  readonly lane: Lane;
  /** Pixels from the top of all lanes, before scrolling. */
  readonly top: number;
  readonly height: number;
  /** Row tops, from the lane's top. A channel has one row. */
  readonly rows: readonly RowBox[];
}

export interface RowBox {
  readonly top: number;
  readonly height: number;
}

/** The strip above the lanes of one bundle, in a timeline that stacks several. */
export interface TitleBox {
  readonly group: LaneGroup;
  readonly top: number;
  readonly height: number;
}

export interface LaneGeometry {
  /** Of the pinned lanes, from the top. */
  readonly pinnedHeight: number;
  readonly boxes: readonly LaneBox[];
  readonly titles: readonly TitleBox[];
  readonly height: number;
}

/** Pixels. */
export const sizes = {
  gutter: { share: 0.22, narrowest: 120, widest: 208 },
  minimap: 34,
  axis: 26,
  rows: { main: 24, sub: 18, scene: 98 } satisfies Record<RowKind, number>,
  channel: 30,
  /** A channel without records: named, but not in the way. */
  silentChannel: 22,
  lanePadding: 3,
  /** The name of a bundle, where there are several. */
  groupTitle: 28,
  /** Between the story and the logs. */
  sectionGap: 8,
  glyph: 14,
  /** The drawing, and the room it takes from left to right with its caption. */
  scene: { width: 62, height: 42, narrowSlot: 72, wideSlot: 150 },
} as const;

export function headerHeight(): number {
  return sizes.minimap + sizes.axis;
}

/** Lane names get their share of the canvas, but leave room for the lanes. */
export function gutterWidth(width: number): number {
  const { share, narrowest, widest } = sizes.gutter;
  return Math.min(widest, Math.max(narrowest, Math.round(width * share)));
}

/** How the user wants lanes, by their ids. */
export interface LaneLooks {
  /** One thin row each. */
  readonly collapsed?: readonly string[];
  /** They stay while the others scroll, as long as they come first. */
  readonly pinned?: readonly string[];
}

export function layOutLanes(model: TimelineModel, { collapsed = [], pinned = [] }: LaneLooks = {}): LaneGeometry {
  const thin = new Set(collapsed);
  const boxes: LaneBox[] = [];
  const titles: TitleBox[] = [];
  let top = 0;
  let previous: Lane | null = null;
  for (const lane of model.lanes) {
    if (lane.group !== null && lane.group !== previous?.group) {
      titles.push({ group: lane.group, top, height: sizes.groupTitle });
      top += sizes.groupTitle;
    } else if (previous?.kind === 'story' && lane.kind === 'channel') {
      top += sizes.sectionGap;
    }
    const rows = thin.has(lane.id) ? thinRow : rowsOf(lane);
    const height = rows.reduce((sum, row) => sum + row.height, 2 * sizes.lanePadding);
    boxes.push({ lane, top, height, rows });
    top += height;
    previous = lane;
  }
  const firstFree = boxes.find(({ lane }) => !pinned.includes(lane.id));
  return { boxes, titles, height: top, pinnedHeight: pinned.length === 0 ? 0 : (firstFree?.top ?? 0) };
}

/** Pinned lanes leave room for the others, or else scroll with them. */
const mostPinnedShare = 0.6;

/** What of the pinned lanes stays in a view of that height, pixels. */
export function stuckHeight({ pinnedHeight }: LaneGeometry, viewHeight: number): number {
  return pinnedHeight <= viewHeight * mostPinnedShare ? pinnedHeight : 0;
}

const thinRow: readonly RowBox[] = [{ top: sizes.lanePadding, height: sizes.rows.sub }];

function rowsOf(lane: Lane): readonly RowBox[] {
  const heights =
    lane.kind === 'story'
      ? lane.rows.map((row) => sizes.rows[row])
      : [(lane.covered === null ? sizes.silentChannel : sizes.channel) - 2 * sizes.lanePadding];
  let top: number = sizes.lanePadding;
  return heights.map((height) => {
    const row = { top, height };
    top += height;
    return row;
  });
}
