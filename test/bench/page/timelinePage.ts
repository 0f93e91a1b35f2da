/*
 * Runs beside the real script of the timeline page, in a real browser: hands it a bundle of a million events, zooms with
 * the wheel over five decades, and measures what the page costs. `test/run/benchTimelinePage.mjs` makes the page.
 */
import type { ShowTimeline } from '../../../src/protocol/timelineMessages';
import { channel, document as story } from '../syntheticTimeline';

export interface PageFigures {
  /** From the message with the data to the end of the first painted frame, milliseconds. */
  readonly firstPaintMs: number;
  /** What the page's own script takes for a frame while it zooms and pans, milliseconds. */
  readonly frames: readonly number[];
}

const lanes = 20;
/** Wheel steps from the whole bundle to its hundred-thousandth part, at the wheel's own factor. */
const zoomSteps = 44;
const wheelDelta = -120;

/** Callbacks of animation frames are timed from before the page's script asks for its first one. */
const callbackTimes: number[] = [];
const requestFrame = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  requestFrame((time) => {
    const begin = performance.now();
    callback(time);
    callbackTimes.push(performance.now() - begin);
  });

declare global {
  interface Window {
    measureTimeline: (events: number) => Promise<PageFigures>;
    measurePeer: (events: number) => Promise<number>;
    /** vis-timeline, as its script leaves it. */
    vis?: {
      readonly Timeline: new (
        root: HTMLElement,
        items: unknown,
        groups: unknown,
        options: unknown,
      ) => { destroy: () => void };
    };
  }
}

function messageOf(events: number): ShowTimeline {
  return {
    type: 'show',
    bundles: [
      {
        key: 'synthetic',
        name: `${events} events`,
        document: story,
        channels: Array.from({ length: lanes }, (_, index) => channel(`log-${index}`, events / lanes, index % 3)),
      },
    ],
    alignment: { kind: 'enrollmentStart' },
  };
}

window.measureTimeline = async (events) => {
  const message = messageOf(events);
  const begin = performance.now();
  window.dispatchEvent(new MessageEvent('message', { data: message }));
  await painted();
  const firstPaintMs = performance.now() - begin;
  const canvas = window.document.querySelector('canvas.canvas');
  if (canvas === null) {
    throw new Error('the page has no chart');
  }
  callbackTimes.length = 0;
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const place = { bubbles: true, cancelable: true, clientX: left + width * 0.6, clientY: top + height / 2 };
  for (let step = 0; step < zoomSteps; step += 1) {
    canvas.dispatchEvent(new WheelEvent('wheel', { ...place, deltaY: wheelDelta }));
    await painted();
    canvas.dispatchEvent(new WheelEvent('wheel', { ...place, deltaX: 40 }));
    await painted();
  }
  return { firstPaintMs, frames: [...callbackTimes] };
};

/** The same records as items of vis-timeline, one group for each log, nothing stacked: what it takes to show the first. */
window.measurePeer = async (events) => {
  const [{ channels }] = messageOf(events).bundles;
  const items = channels.flatMap(({ log, times }) =>
    Array.from(times, (start, index) => ({ id: `${log}/${index}`, group: log, start, type: 'point', content: '' })),
  );
  const groups = channels.map(({ log }) => ({ id: log, content: log }));
  const root = window.document.createElement('div');
  root.style.cssText = 'position: fixed; inset: 0; background: white';
  window.document.body.append(root);
  const begin = performance.now();
  const timeline = new window.vis!.Timeline(root, items, groups, { stack: false, height: '100%' });
  do {
    await painted();
  } while (root.querySelector('.vis-item') === null);
  const firstPaintMs = performance.now() - begin;
  timeline.destroy();
  root.remove();
  return firstPaintMs;
};

/** After the next frame is on the screen: a task that comes after its painting. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestFrame(() => {
      window.setTimeout(resolve);
    });
  });
}
