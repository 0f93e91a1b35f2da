/*
 * The canvas and what surrounds it: sizes, scrolling, and painting at most once per animation frame.
 */
import type { MeasureText } from '../../core/timeline/fitText';
import { headerHeight, layOutLanes } from '../../core/timeline/laneGeometry';
import type { LaneGeometry } from '../../core/timeline/laneGeometry';
import { layOutFrame, scrollToLane } from '../../core/timeline/layout';
import type { Frame } from '../../core/timeline/layout';
import { minimapHeights } from '../../core/timeline/minimap';
import type { Selection } from '../../core/timeline/selection';
import { laneOf } from '../../core/timeline/selection';
import type { TimeRange } from '../../core/timeline/timeScale';
import type { Lane, TimelineModel } from '../../core/timeline/timelineModel';
import { fontOf, paintPicture } from '../../core/timeline/paint/picturePainter';
import { createElement } from './dom';
import type { Theme } from '../../core/timeline/paint/theme';

/** What the stage shows; asked for at every repaint. */
export interface StageView {
  readonly range: TimeRange;
  readonly selection: Selection | null;
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
  private lanes: LaneGeometry = { boxes: [], titles: [], height: 0 };
  private minimap: Float32Array = new Float32Array();
  private lastFrame: Frame | null = null;
  private scheduled = false;
  private readonly textWidths = new Map<string, number>();

  constructor(
    private theme: Theme,
    private readonly view: () => StageView,
  ) {
    this.scroller = createElement(
      'div',
      {
        className: 'scroller',
        attributes: {
          tabindex: '0',
          role: 'application',
          'aria-roledescription': 'timeline',
          'aria-label': 'Timeline. The same content follows as a list.',
        },
      },
      this.canvas,
      this.spacer,
    );
    this.element = createElement('div', { className: 'stage' }, this.scroller);
    new ResizeObserver(() => {
      this.resize();
    }).observe(this.scroller);
    this.scroller.addEventListener('scroll', () => {
      this.repaint();
    });
  }

  show(model: TimelineModel, scrollTop: number): void {
    this.model = model;
    this.lanes = layOutLanes(model);
    this.minimap = new Float32Array();
    this.resize();
    this.scroller.scrollTop = scrollTop;
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.textWidths.clear();
    this.repaint();
  }

  /** The frame as it was last laid out, or is now if something changed since. */
  get frame(): Frame | null {
    return this.scheduled || this.lastFrame === null ? this.layOut() : this.lastFrame;
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
    if (!this.scheduled) {
      this.scheduled = true;
      requestAnimationFrame(() => {
        this.scheduled = false;
        this.paint();
      });
    }
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.scroller;
    const scale = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.spacer.style.height = `${Math.max(0, this.lanes.height + headerHeight() - height)}px`;
    // A resized canvas is empty: painting at once keeps it from flashing.
    this.paint();
  }

  private paint(): void {
    const frame = this.layOut();
    const { model, context } = this;
    if (frame === null || model === null || context === null) {
      return;
    }
    const { selection } = this.view();
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
  }

  private layOut(): Frame | null {
    const { model } = this;
    const { clientWidth: width, clientHeight: height } = this.scroller;
    if (model === null || width === 0 || height === 0) {
      return null;
    }
    const request = {
      model,
      lanes: this.lanes,
      minimapHeights: this.minimap,
      width,
      height,
      scrollTop: this.scroller.scrollTop,
      range: this.view().range,
      measure: this.measure,
    };
    const frame = layOutFrame(request);
    const columns = Math.ceil(frame.plot.width) + 1;
    if (this.minimap.length !== columns) {
      this.minimap = minimapHeights(model, frame.plot.width);
      this.lastFrame = { ...frame, minimap: { ...frame.minimap, heights: this.minimap } };
    } else {
      this.lastFrame = frame;
    }
    return this.lastFrame;
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
