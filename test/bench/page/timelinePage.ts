/*
 * Runs beside the real script of the timeline page, in a real browser: hands it a bundle of up to a million events, zooms
 * with the wheel over five decades, and measures what the page costs. `test/run/benchTimelinePage.mjs` makes the page.
 */
import type { ShowTimeline } from '../../../src/protocol/timelineMessages';
import { themes } from '../../ui/pictures/themes';
import { channel, document as story } from '../syntheticTimeline';
import type { PlainShownBundle } from '../../bundles/plainShown';

/** Milliseconds from the message with the data. */
export interface FirstPaint {
  /** To the end of the first painted frame, which has the whole chart. */
  readonly paintedMs: number;
  /** Until the list and the legend are there as well. */
  readonly completeMs: number;
}

const lanes = 20;
/** Wheel steps from the whole bundle to its hundred-thousandth part, at the wheel's own factor. */
const zoomSteps = 44;
const wheelDelta = -120;

// As the editor would dress it: without colours and a font the page would paint black on black.
window.document.body.className = themes.dark.classes;
for (const [name, color] of Object.entries({ ...themes.dark.colors, 'font-family': 'system-ui, sans-serif' })) {
  window.document.documentElement.style.setProperty(`--vscode-${name}`, color);
}

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
    measureFirstPaint: (data: number | PlainShownBundle) => Promise<FirstPaint>;
    /** What the page's own script takes for each frame while it zooms and pans, milliseconds. */
    measureFrames: () => Promise<readonly number[]>;
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

/** What the host would send of a bundle that came as JSON. */
function messageOfBundle({ name, document, channels }: PlainShownBundle): ShowTimeline {
  const series = channels.map(({ log, path, times, recordIds, levels }) => ({
    log,
    path,
    times: Float64Array.from(times),
    recordIds: Float64Array.from(recordIds),
    levels: Uint8Array.from(levels),
  }));
  return {
    type: 'show',
    bundles: [{ key: name, name, document, channels: series }],
    alignment: { kind: 'enrollmentStart' },
  };
}

window.measureFirstPaint = async (data) => {
  const message = typeof data === 'number' ? messageOf(data) : messageOfBundle(data);
  const rows = window.document.querySelector('.list [role=rowgroup]:last-child');
  rows?.replaceChildren();
  await atRest();
  performance.mark('data');
  const begin = performance.now();
  window.dispatchEvent(new MessageEvent('message', { data: message }));
  await painted();
  const paintedMs = performance.now() - begin;
  performance.mark('painted');
  while (rows?.firstElementChild === null) {
    await painted();
  }
  return { paintedMs, completeMs: performance.now() - begin };
};

window.measureFrames = async () => {
  const canvas = window.document.querySelector('canvas.canvas');
  if (canvas === null) {
    throw new Error('the page has no chart');
  }
  await atRest();
  callbackTimes.length = 0;
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const place = { bubbles: true, cancelable: true, clientX: left + width * 0.6, clientY: top + height / 2 };
  for (let step = 0; step < zoomSteps; step += 1) {
    canvas.dispatchEvent(new WheelEvent('wheel', { ...place, deltaY: wheelDelta }));
    await painted();
    canvas.dispatchEvent(new WheelEvent('wheel', { ...place, deltaX: 40 }));
    await painted();
  }
  return [...callbackTimes];
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
  await atRest();
  performance.mark('data');
  const begin = performance.now();
  const timeline = new window.vis!.Timeline(root, items, groups, { stack: false, height: '100%' });
  do {
    await painted();
  } while (root.querySelector('.vis-item') === null);
  const firstPaintMs = performance.now() - begin;
  performance.mark('painted');
  timeline.destroy();
  root.remove();
  return firstPaintMs;
};

/** As a page is that waits for its data: nothing is left of what came before. */
async function atRest(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) {
    await painted();
  }
  await new Promise((resolve) => {
    window.setTimeout(resolve, 300);
  });
}

/** After the next frame is on the screen: a task that comes after its painting. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestFrame(() => {
      window.setTimeout(resolve);
    });
  });
}
