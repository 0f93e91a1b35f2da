/*
 * Mouse, wheel, trackpad and fingers, translated into what they mean.
 */
import { TwoFingers, type Point } from './twoFingers';

/** What the pointer can do to the timeline. Points are canvas pixels. */
export interface PointerTarget {
  /** Which part of the canvas a drag or wheel at this point is about. */
  readonly regionAt: (x: number, y: number) => Region;
  readonly hover: (point: Point | null) => void;
  readonly click: (x: number, y: number) => void;
  readonly doubleClick: (x: number, y: number) => void;
  /** Zoom by a factor (above 1: closer) around a canvas x. */
  readonly zoom: (x: number, factor: number) => void;
  /** Move the content by pixels: positive is to the right and down. */
  readonly pan: (dx: number, dy: number) => void;
  readonly centreMinimap: (x: number) => void;
  /** The range between two canvas x is selected; `done` once the button is up. */
  readonly selectSpan: (fromX: number, toX: number, done: boolean) => void;
}

export type Region = 'plot' | 'axis' | 'minimap' | 'gutter';

interface Drag {
  readonly region: Region;
  /** With Shift, and on the axis, a drag selects a range. */
  readonly selects: boolean;
  readonly fromX: number;
  readonly x: number;
  readonly y: number;
  readonly moved: boolean;
}

/** A press that moves less than this is a click. */
const dragThreshold = 4;
/** Pixels per line, for wheels that count lines (`deltaMode` 1). */
const wheelLine = 16;

export function bindPointer(canvas: HTMLElement, target: PointerTarget): void {
  let drag: Drag | null = null;
  /** Was the last press more than a click? */
  let wasGesture = false;
  const fingers = new TwoFingers();
  const letGo = (): void => {
    drag = null;
    canvas.classList.remove('dragging');
  };

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) {
      return;
    }
    const { x, y } = pointOf(event, canvas);
    fingers.down(event.pointerId, { x, y });
    if (fingers.arePinching) {
      target.hover(null);
      letGo();
      wasGesture = true;
      canvas.setPointerCapture(event.pointerId);
      return;
    }
    const region = target.regionAt(x, y);
    const selects = region === 'axis' || (region === 'plot' && event.shiftKey);
    drag = { region, selects, fromX: x, x, y, moved: false };
    wasGesture = region === 'minimap';
    canvas.setPointerCapture(event.pointerId);
    if (drag.region === 'minimap') {
      target.centreMinimap(x);
    }
  });

  canvas.addEventListener('pointermove', (event) => {
    const { x, y } = pointOf(event, canvas);
    const pinch = fingers.move(event.pointerId, { x, y });
    if (pinch !== null) {
      target.pan(pinch.dx, pinch.dy);
      target.zoom(pinch.x, pinch.factor);
      return;
    }
    if (drag === null) {
      // What is left of two fingers neither points nor drags.
      target.hover(event.buttons === 0 ? { x, y } : null);
      return;
    }
    if (drag.region === 'minimap') {
      target.centreMinimap(x);
      return;
    }
    if (!drag.moved && Math.hypot(x - drag.x, y - drag.y) < dragThreshold) {
      return;
    }
    target.hover(null);
    wasGesture = true;
    if (drag.selects) {
      target.selectSpan(drag.fromX, x, false);
      drag = { ...drag, moved: true };
      return;
    }
    canvas.classList.add('dragging');
    target.pan(drag.region === 'plot' ? x - drag.x : 0, y - drag.y);
    drag = { ...drag, x, y, moved: true };
  });

  canvas.addEventListener('pointerup', (event) => {
    fingers.up(event.pointerId);
    if (drag?.moved === true && drag.selects) {
      target.selectSpan(drag.fromX, pointOf(event, canvas).x, true);
    }
    letGo();
  });

  canvas.addEventListener('pointercancel', (event) => {
    fingers.up(event.pointerId);
    letGo();
  });

  canvas.addEventListener('pointerleave', () => {
    target.hover(null);
  });

  canvas.addEventListener('click', (event) => {
    const { x, y } = pointOf(event, canvas);
    // The second click of a double click chooses nothing else.
    if (!wasGesture && event.detail < 2) {
      target.click(x, y);
    }
  });

  canvas.addEventListener('dblclick', (event) => {
    const { x, y } = pointOf(event, canvas);
    target.doubleClick(x, y);
  });

  canvas.addEventListener(
    'wheel',
    (event) => {
      const { x, y } = pointOf(event, canvas);
      // Over the lane names, and with Alt, the wheel scrolls the lanes as it does everywhere else.
      if (event.altKey || target.regionAt(x, y) === 'gutter') {
        return;
      }
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? wheelLine : 1;
      const dx = event.deltaX * unit;
      const dy = event.deltaY * unit;
      if (event.shiftKey || Math.abs(dx) > Math.abs(dy)) {
        target.pan(-(dx === 0 ? dy : dx), 0);
      } else {
        // A pinch arrives as Ctrl+wheel with small deltas; it should feel as direct as the wheel.
        target.zoom(x, Math.exp(-dy * (event.ctrlKey ? 0.01 : 0.0022)));
      }
    },
    { passive: false },
  );
}

function pointOf(event: MouseEvent, canvas: HTMLElement): Point {
  const bounds = canvas.getBoundingClientRect();
  return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
}
