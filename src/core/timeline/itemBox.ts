/*
 * The places of items on the canvas, as painters and hit tests know them.
 */
import type { TimelineItem } from './timelineModel';

export interface ItemBox {
  /** One item, or several marks that lie too close to be told apart at this zoom. */
  readonly items: readonly [TimelineItem, ...TimelineItem[]];
  /** Canvas pixels, cut to the plot; a mark's box surrounds its glyph. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The bar goes on beyond the plot's edge. */
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
  readonly pauses: readonly PlacedSpan[];
  /** Where its times may lie as well; `null` where they are exact or the doubt is too small to be seen. */
  readonly uncertain: PlacedSpan | null;
  /** The moment that a drawing beside it points to; `null` for what stands at its own. */
  readonly anchorX: number | null;
  readonly label: PlacedLabel | null;
}

/** Canvas pixels. */
export interface PlacedSpan {
  readonly x: number;
  readonly width: number;
}

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  /** What one line could not hold; only captions of drawings have a second one. */
  readonly secondLine?: { readonly text: string; readonly x: number };
  /** Inside a bar, or beside the box on the lane's own ground. */
  readonly inside: boolean;
}
