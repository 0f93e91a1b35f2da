import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { buildExtension } from './build.mjs';
import { ensureChromium, withChromium } from './chromium.mjs';
import { installPeers, installUiPackages } from './packages.mjs';
import { inRoot, isMain, peersPackage } from './paths.mjs';
import { CannotRun } from './tally.mjs';

/** In milliseconds; frames and memory are those of a million events. */
const goals = { firstPaint: 300, frame: 16, heapMiB: 60 };
/** Items to compare with vis-timeline on, and how many times as fast to be. */
const contest = { events: 5e4, rounds: { pages: 5, again: 5 }, peerRounds: { pages: 2, again: 1 }, times: 100 };
const size = { width: 1600, height: 1000 };

/** @typedef {import('../bench/page/timelinePage').FirstPaint} FirstPaint */
/** @typedef {import('../bundles/plainShown').PlainShownBundle} PlainShownBundle */
/** @typedef {import('playwright-core').Page} Page */

/** @param {string} name A function that the measuring script has left in the page. */
const inPage = (name) =>
  /** @type {<Data, Figures>(page: Page, data: Data) => Promise<Figures>} */
  ((page, data) => page.evaluate(([own, given]) => Reflect.get(window, String(own))(given), [name, data]));

/** @type {(page: Page, data: number | PlainShownBundle) => Promise<FirstPaint>} */
const measureFirstPaint = inPage('measureFirstPaint');
/** @type {(page: Page, data: null) => Promise<readonly number[]>} */
const measureFrames = inPage('measureFrames');
/** @type {(page: Page, events: number) => Promise<number>} */
const measurePeer = inPage('measurePeer');

/** The measuring script, for the browser. @returns {Promise<string>} */
async function measuringScript() {
  const { outputFiles } = await build({
    entryPoints: [inRoot('test', 'bench', 'page', 'timelinePage.ts')],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Real bundles as far as they are on this machine. @returns {Promise<readonly PlainShownBundle[]>} */
async function realBundles() {
  const outfile = inRoot('out', 'bench', 'realTimelines.js');
  await build({
    entryPoints: [inRoot('test', 'bench', 'realTimelines.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
  });
  return createRequire(import.meta.url)(outfile).realTimelines();
}

/**
 * Script and style of vis-timeline, fetched at the first time; a reason where that cannot be.
 * @returns {Promise<{ script: string, style: string } | string>}
 */
async function peer() {
  const inPeer = (/** @type {string[]} */ ...parts) =>
    path.join(peersPackage, 'node_modules', 'vis-timeline', ...parts);
  try {
    await installPeers();
    return {
      script: await readFile(inPeer('standalone', 'umd', 'vis-timeline-graph2d.min.cjs'), 'utf8'),
      style: await readFile(inPeer('styles', 'vis-timeline-graph2d.min.css'), 'utf8'),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * What the page holds once everything is gone that can go: objects, and the columns of the logs beside them.
 * @param {Page} page
 */
async function heapMiB(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const usage = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return (usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize) / 2 ** 20;
}

/** @param {readonly number[]} values */
function medianOf(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** @param {number} value */
const grouped = (value) => value.toLocaleString('en-US');

/** What the host would be: it hears nothing and keeps nothing. */
const silentHost = 'const acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });';

/** @typedef {(use: (page: Page) => Promise<void>) => Promise<void>} FreshPage */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {readonly string[]} styles
 * @param {readonly string[]} scripts
 * @returns {FreshPage} hands out a page that waits for its first data
 */
function freshPages(browser, styles, scripts) {
  return async (use) => {
    const page = await browser.newPage({ viewport: size });
    await page.setContent('<body><div id="app"></div></body>');
    for (const content of styles) {
      await page.addStyleTag({ content });
    }
    for (const content of scripts) {
      await page.addScriptTag({ content });
    }
    await use(page);
    await page.close();
  };
}

/** By number of events: the first painting, and what a frame costs, which is to depend on pixels alone. @param {FreshPage} fresh */
async function benchEvents(fresh) {
  const counts = [1e4, 1e5, 1e6];
  /** @type {number[]} */
  const medians = [];
  for (const events of counts) {
    await fresh(async (page) => {
      const first = await measureFirstPaint(page, events);
      const again = await measureFirstPaint(page, events);
      const frames = await measureFrames(page, null);
      medians.push(medianOf(frames));
      console.log(
        `  ${grouped(events).padStart(9)} events: first paint ${words(first)} in a fresh page, ${words(again)} again ` +
          `(goal ${goals.firstPaint}), frame median ${medianOf(frames).toFixed(1)} ms (goal ${goals.frame}), ` +
          `worst ${Math.max(...frames).toFixed(1)} ms, ${frames.length} frames, ` +
          `heap ${(await heapMiB(page)).toFixed(1)} MiB (goal ${goals.heapMiB})`,
      );
    });
  }
  const ratios = medians.map((median) => (median / (medians[0] ?? NaN)).toFixed(2)).join(' : ');
  console.log(`  a frame at ${counts.map(grouped).join(' : ')} events costs ${ratios}`);
}

/** @param {FirstPaint} figures */
function words({ paintedMs, completeMs }) {
  return `${paintedMs.toFixed(0)} ms (list and legend ${completeMs.toFixed(0)} ms)`;
}

/** @param {FreshPage} fresh */
async function benchRealBundles(fresh) {
  const bundles = await realBundles();
  if (bundles.length === 0) {
    console.log('  real bundles: none on this machine');
  }
  for (const bundle of bundles) {
    const records = bundle.channels.reduce((sum, { times }) => sum + times.length, 0);
    await fresh(async (page) => {
      const first = await measureFirstPaint(page, bundle);
      console.log(
        `  ${bundle.name} (${bundle.channels.length} logs, ${grouped(records)} records): ` +
          `first paint ${words(first)} in a fresh page (goal ${goals.firstPaint})`,
      );
    });
  }
}

/**
 * Processor time of the page's thread from each mark `data` to the next mark `painted`, in milliseconds: what others do
 * on the machine does not count.
 * @param {import('playwright-core').Browser} browser
 * @param {() => Promise<void>} use
 */
async function threadTimes(browser, use) {
  const client = await browser.newBrowserCDPSession();
  /** @type {{ name: string, cat: string, ts: number, tts: number }[]} */
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(.../** @type {any[]} */ (value)));
  const complete = new Promise((resolve) => {
    client.once('Tracing.tracingComplete', resolve);
  });
  await client.send('Tracing.start', { categories: 'blink.user_timing', transferMode: 'ReportEvents' });
  await use();
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  const marks = events.filter(({ cat }) => cat.includes('blink.user_timing')).sort((a, b) => a.ts - b.ts);
  const ends = marks.filter(({ name }) => name === 'painted');
  return marks.filter(({ name }) => name === 'data').map(({ tts }, index) => ((ends[index]?.tts ?? NaN) - tts) / 1000);
}

/** @typedef {{ readonly wall: number[], readonly thread: number[] }} Times In milliseconds. */

/**
 * What a measurement takes as the first thing in a fresh page, and then again in the same one.
 * @param {import('playwright-core').Browser} browser
 * @param {FreshPage} fresh
 * @param {{ pages: number, again: number }} rounds
 * @param {(page: Page) => Promise<number>} measure
 */
async function firstAndAgain(browser, fresh, { pages, again }, measure) {
  /** @type {{ readonly first: Times, readonly again: Times }} */
  const times = { first: { wall: [], thread: [] }, again: { wall: [], thread: [] } };
  for (let number = 0; number < pages; number += 1) {
    const [first = NaN, ...others] = await threadTimes(browser, () =>
      fresh(async (page) => {
        times.first.wall.push(await measure(page));
        for (let round = 0; round < again; round += 1) {
          times.again.wall.push(await measure(page));
        }
      }),
    );
    times.first.thread.push(first);
    times.again.thread.push(...others);
  }
  return times;
}

/**
 * Both get the same records in a page that holds the scripts of both, each as its first data and then again, and both are
 * timed from the call with the data to the end of the first frame that shows any of it. The timeline draws the synthetic
 * story as well.
 * @param {import('playwright-core').Browser} browser
 * @param {FreshPage} fresh
 */
async function benchContest(browser, fresh) {
  const { events, rounds, peerRounds, times } = contest;
  const own = await firstAndAgain(
    browser,
    fresh,
    rounds,
    async (page) => (await measureFirstPaint(page, events)).paintedMs,
  );
  const other = await firstAndAgain(browser, fresh, peerRounds, (page) => measurePeer(page, events));
  console.log(`  ${grouped(events)} items, first paint beside that of vis-timeline (goal ${times} times as fast):`);
  for (const [when, ours, theirs] of /** @type {const} */ ([
    ['in a fresh page', own.first, other.first],
    ['again in the same page', own.again, other.again],
  ])) {
    console.log(
      `    ${when}: ${comparison(ours.wall, theirs.wall)}; of the page's thread ${comparison(ours.thread, theirs.thread)}`,
    );
  }
}

/** @param {readonly number[]} own @param {readonly number[]} other */
function comparison(own, other) {
  const [ours, theirs] = [medianOf(own), medianOf(other)];
  return `${ours.toFixed(1)} ms to ${theirs.toFixed(0)} ms, ${(theirs / ours).toFixed(0)} times as fast`;
}

/** The real script and style of the timeline in a real browser, without an editor around it. */
export async function benchTimelinePage() {
  try {
    await installUiPackages();
    const chromium = await ensureChromium();
    await buildExtension();
    const scripts = [silentHost, await measuringScript(), await readFile(inRoot('dist', 'timeline.js'), 'utf8')];
    const style = await readFile(inRoot('media', 'timeline.css'), 'utf8');
    await withChromium(chromium, async (browser) => {
      const fresh = freshPages(browser, [style], scripts);
      await benchEvents(fresh);
      await benchRealBundles(fresh);
      const other = await peer();
      if (typeof other === 'string') {
        console.log(`  vis-timeline: not compared with (${other})`);
        return;
      }
      await benchContest(browser, freshPages(browser, [style, other.style], [...scripts, other.script]));
    });
  } catch (error) {
    if (!(error instanceof CannotRun)) {
      throw error;
    }
    console.log(`  not measured: ${error.message}`);
  }
}

if (isMain(import.meta.url)) {
  console.log(`${path.basename(import.meta.url)}: ${size.width} × ${size.height} pixels, drawn by software`);
  await benchTimelinePage();
}
