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
const contest = { events: 5e4, rounds: 5, peerRounds: 2, times: 100 };
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
 * Both get the same records in a page that holds the scripts of both, each as its first data and then again, and both are
 * timed from the call with the data to the end of the first frame that shows any of it.
 * @param {FreshPage} fresh
 */
async function benchContest(fresh) {
  /** @type {Readonly<Record<'first' | 'again' | 'peerFirst' | 'peerAgain', number[]>>} */
  const rounds = { first: [], again: [], peerFirst: [], peerAgain: [] };
  for (let round = 0; round < contest.rounds; round += 1) {
    await fresh(async (page) => {
      rounds.first.push((await measureFirstPaint(page, contest.events)).paintedMs);
      for (let more = 0; more < contest.rounds; more += 1) {
        rounds.again.push((await measureFirstPaint(page, contest.events)).paintedMs);
      }
    });
  }
  for (let round = 0; round < contest.peerRounds; round += 1) {
    await fresh(async (page) => {
      rounds.peerFirst.push(await measurePeer(page, contest.events));
      rounds.peerAgain.push(await measurePeer(page, contest.events));
    });
  }
  const line = (/** @type {string} */ when, /** @type {number[]} */ own, /** @type {number[]} */ other) =>
    `${when} ${medianOf(own).toFixed(1)} ms against ${medianOf(other).toFixed(0)} ms of vis-timeline, ` +
    `${(medianOf(other) / medianOf(own)).toFixed(0)} times as fast (goal ${contest.times})`;
  console.log(
    `  ${grouped(contest.events)} items: ${line('first paint in a fresh page', rounds.first, rounds.peerFirst)}`,
  );
  console.log(`  ${' '.repeat(6)}        ${line('again in the same page', rounds.again, rounds.peerAgain)}`);
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
      await benchContest(freshPages(browser, [style, other.style], [...scripts, other.script]));
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
