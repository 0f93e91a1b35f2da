/*
 * The canvas and what surrounds it: sizes, scrolling, and painting at most once per animation frame.
 */
import * as l10n from '@vscode/l10n';
import type { MeasureText } from '../../core/timeline/fitText';
import { gutterWidth, headerHeight, layOutLanes } from '../../core/timeline/laneGeometry';
import type { LaneGeometry, LaneLooks } from '../../core/timeline/laneGeometry';
import { layOutFrame, scrollToLane } from '../../core/timeline/layout';
import type { Frame } from '../../core/timeline/layout';
import { minimapHeights } from '../../core/timeline/minimap';
import type { Selection } from '../../core/timeline/selection';
import { laneOf } from '../../core/timeline/selection';
import type { TimeDisplay } from '../../core/timeline/timeDisplay';
import type { TimeFolds } from '../../core/timeline/timeFolds';
import { timeAt, type TimeRange } from '../../core/timeline/timeScale';
import type { Lane, TimelineModel } from '../../core/timeline/timelineModel';
import { fontOf, paintPicture } from '../../core/timeline/paint/picturePainter';
import type { Overlay } from '../../core/timeline/paint/spanPainter';
import { paintOverlay } from '../../core/timeline/paint/spanPainter';
import { createElement } from './dom';
import type { Theme } from '../../core/timeline/paint/theme';

/** What the stage shows of its model; asked for at every repaint. */
export interface StageView {
  readonly range: TimeRange;
  readonly selection: Selection | null;
  readonly overlay: Overlay;
  readonly folds: TimeFolds;
  readonly display: TimeDisplay;
}

interface KeptMinimap {
  readonly model: TimelineModel;
  readonly plotWidth: number;
  readonly folds: TimeFolds;
  readonly heights: Float32Array;
}

export class Stage {
  readonly canvas = createElement('canvas', { className: 'canvas' });
  /** Takes the focus; the canvas inside it stays put while the lanes scroll natively. */
  readonly scroller: HTMLElement;
  readonly element: HTMLElement;
  pointerX: number | null = null;

  private readonly spacer = createElement('div');
  private readonly context = this.canvas.getContext('2d', { alpha: false });
  private model: TimelineModel | null = null;
  private lanes: LaneGeometry = { boxes: [], titles: [], height: 0, pinnedHeight: 0 };
  private minimap: KeptMinimap | null = null;
  private lastFrame: Frame | null = null;
  /** The animation frame that will paint; `null` when nothing is to be painted. */
  private scheduled: number | null = null;
  /** The size that the canvas was made for. */
  private fitted = '';
  private readonly textWidths = new Map<string, number>();

  constructor(
    private ownTheme: Theme,
    private readonly view: () => StageView | null,
  ) {
    this.scroller = createElement(
      'div',
      {
        className: 'scroller',
        attributes: {
          tabindex: '0',
          role: 'application',
          'aria-roledescription': l10n.t('timeline'),
          'aria-label': l10n.t('Timeline. The same content follows as a list.'),
        },
      },
      this.canvas,
      this.spacer,
    );
    this.element = createElement('div', { className: 'stage' }, this.scroller);
    new ResizeObserver(() => {
      // A resized canvas is empty: painting at once keeps it from flashing.
      if (this.fitCanvas()) {
        this.paint();
      }
    }).observe(this.scroller);
    this.scroller.addEventListener('scroll', () => {
      this.repaint();
    });
  }

  show(model: TimelineModel, looks: LaneLooks, scrollTop = this.scroller.scrollTop): void {
    this.model = model;
    this.lanes = layOutLanes(model, looks);
    this.spacer.style.height = `max(0px, ${this.lanes.height + headerHeight()}px - 100%)`;
    this.scroller.scrollTop = scrollTop;
    this.fitCanvas();
    this.paint();
  }

  get theme(): Theme {
    return this.ownTheme;
  }

  setTheme(theme: Theme): void {
    this.ownTheme = theme;
    this.textWidths.clear();
    // With the zoom of the window the pixels of the canvas change as well.
    if (this.fitCanvas()) {
      this.paint();
    } else {
      this.repaint();
    }
  }

  /** The frame as it was last laid out, or is now if something changed since. */
  get frame(): Frame | null {
    return this.scheduled !== null || this.lastFrame === null ? this.layOut() : this.lastFrame;
  }

  /** What is on the canvas now, as a PNG; `null` when there is nothing. */
  async png(): Promise<Uint8Array<ArrayBuffer> | null> {
    this.paint();
    const blob = await new Promise<Blob | null>((resolve) => {
      this.canvas.toBlob(resolve, 'image/png');
    });
    return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
  }

  /** Pixels. */
  get width(): number {
    return this.scroller.clientWidth;
  }

  /** The moment under the pointer, or `null` when it is elsewhere. */
  get pointerTime(): number | null {
    const { frame, pointerX } = this;
    return frame === null || pointerX === null || pointerX < frame.plot.x ? null : timeAt(frame.scale, pointerX);
  }

  get scrollTop(): number {
    return this.scroller.scrollTop;
  }

  scrollBy(pixels: number): void {
    this.scroller.scrollTop += pixels;
  }

  revealLane(lane: Lane): void {
    const viewHeight = this.scroller.clientHeight - headerHeight();
    this.scroller.scrollTop = scrollToLane(this.lanes, lane, this.scroller.scrollTop, viewHeight);
  }

  /** Paints with the next animation frame; many calls, one painting. */
  repaint(): void {
    this.scheduled ??= requestAnimationFrame(() => {
      this.paint();
    });
  }

  /** Makes the canvas as large as what it stands in, in both sorts of pixels; was it of another size? */
  private fitCanvas(): boolean {
    const { clientWidth: width, clientHeight: height } = this.scroller;
    const scale = window.devicePixelRatio || 1;
    const size = `${width} × ${height} at ${scale}`;
    if (size === this.fitted) {
      return false;
    }
    this.fitted = size;
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    return true;
  }

  private paint(): void {
    if (this.scheduled !== null) {
      cancelAnimationFrame(this.scheduled);
      this.scheduled = null;
    }
    const frame = this.layOut();
    const { model, context } = this;
    const view = this.view();
    if (frame === null || model === null || context === null || view === null) {
      return;
    }
    const { selection, overlay } = view;
    const scale = window.devicePixelRatio || 1;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paintPicture(context, {
      model,
      frame,
      theme: this.theme,
      selection,
      selectedLane: selection === null ? null : laneOf(model, selection),
      pointerX: this.pointerX,
    });
    paintOverlay(context, frame, this.theme, overlay);
  }

  private layOut(): Frame | null {
    const { model } = this;
    const view = this.view();
    const { clientWidth: width, clientHeight: height } = this.scroller;
    if (model === null || view === null || width === 0 || height === 0) {
      return null;
    }
    const { range, folds, display } = view;
    const request = {
      model,
      lanes: this.lanes,
      minimapHeights: this.minimapHeights(model, width, folds),
      width,
      height,
      scrollTop: this.scroller.scrollTop,
      range,
      folds,
      display,
      measure: this.measure,
    };
    this.lastFrame = layOutFrame(request);
    return this.lastFrame;
  }

  /** The whole bundle in small: kept until there is another model, width, or way of folding. */
  private minimapHeights(model: TimelineModel, width: number, folds: TimeFolds): Float32Array {
    const plotWidth = Math.max(1, width - gutterWidth(width));
    const { minimap } = this;
    if (minimap?.model !== model || minimap.plotWidth !== plotWidth || minimap.folds !== folds) {
      this.minimap = { model, plotWidth, folds, heights: minimapHeights(model, plotWidth, folds) };
    }
    return this.minimap?.heights ?? new Float32Array();
  }

  /** Labels repeat from frame to frame; measuring text is what costs. */
  private readonly measure: MeasureText = (text) => {
    const known = this.textWidths.get(text);
    if (known !== undefined || this.context === null) {
      return known ?? 0;
    }
    this.context.font = fontOf(this.theme);
    const { width } = this.context.measureText(text);
    if (this.textWidths.size > 5_000) {
      this.textWidths.clear();
    }
    this.textWidths.set(text, width);
    return width;
  };
}
