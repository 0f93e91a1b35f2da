import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { buildExtension } from './build.mjs';
import { ensureChromium, withChromium } from './chromium.mjs';
import { installPeers, installUiPackages } from './packages.mjs';
import { inRoot, isMain, peersPackage } from './paths.mjs';

/** For a million events, in milliseconds. */
const goals = { firstPaint: 300, frame: 16, heapMiB: 60 };
/** Items to compare with vis-timeline on, and how many times as fast to be. */
const contest = { events: 5e4, rounds: 3, times: 100 };
const size = { width: 1600, height: 1000 };

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

/** In the page, where the measuring script has left its function. @param {number} events @returns {Promise<PageFigures>} */
const measure = (events) => Reflect.get(window, 'measureTimeline')(events);

/** @typedef {import('../bench/page/timelinePage').PageFigures} PageFigures */

/** In the page, where the script of vis-timeline is as well. @param {number} events @returns {Promise<number>} */
const measurePeer = (events) => Reflect.get(window, 'measurePeer')(events);

/**
 * Script and style of vis-timeline, fetched at the first time; `null` where that cannot be.
 * @returns {Promise<{ script: string, style: string } | null>}
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
  } catch {
    return null;
  }
}

/**
 * What the page holds once everything is gone that can go: objects, and the columns of the logs beside them.
 * @param {import('playwright-core').Page} page
 */
async function heapMiB(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const usage = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return (usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize) / 2 ** 20;
}

/**
 * The first painting of the same items in the same page.
 * @param {import('playwright-core').Page} page
 */
async function compareWithPeer(page) {
  const other = await peer();
  if (other === null) {
    console.log('  vis-timeline: not installed, not compared');
    return;
  }
  await page.addStyleTag({ content: other.style });
  await page.addScriptTag({ content: other.script });
  const paints = [];
  for (let round = 0; round < contest.rounds; round += 1) {
    paints.push((await page.evaluate(measure, contest.events)).firstPaintMs);
  }
  const firstPaintMs = paints.sort((a, b) => a - b)[contest.rounds >> 1] ?? NaN;
  const peerMs = await page.evaluate(measurePeer, contest.events);
  console.log(
    `  ${contest.events.toLocaleString('en-US')} items: first paint ${firstPaintMs.toFixed(1)} ms, vis-timeline ` +
      `${peerMs.toFixed(0)} ms: ${(peerMs / firstPaintMs).toFixed(0)} times as fast (goal ${contest.times})`,
  );
}

/** What the host would be: it hears nothing and keeps nothing. */
const silentHost = 'const acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });';

/** The real script and style of the timeline in a real browser, without an editor around it. */
export async function benchTimelinePage() {
  await installUiPackages();
  await buildExtension();
  const chromium = await ensureChromium();
  const scripts = [silentHost, await measuringScript(), await readFile(inRoot('dist', 'timeline.js'), 'utf8')];
  const style = await readFile(inRoot('media', 'timeline.css'), 'utf8');
  await withChromium(chromium, async (browser) => {
    const page = await browser.newPage({ viewport: size });
    await page.setContent('<body><div id="app"></div></body>');
    await page.addStyleTag({ content: style });
    for (const content of scripts) {
      await page.addScriptTag({ content });
    }
    for (const events of [1e4, 1e6]) {
      const { firstPaintMs, frames } = await page.evaluate(measure, events);
      const sorted = [...frames].sort((a, b) => a - b);
      const median = sorted[sorted.length >> 1] ?? NaN;
      console.log(
        `  ${events.toLocaleString('en-US').padStart(9)} events: first paint ${firstPaintMs.toFixed(0)} ms ` +
          `(goal ${goals.firstPaint}), frame median ${median.toFixed(1)} ms (goal ${goals.frame}), ` +
          `worst ${(sorted.at(-1) ?? NaN).toFixed(1)} ms, ${frames.length} frames, ` +
          `heap ${(await heapMiB(page)).toFixed(1)} MiB (goal ${goals.heapMiB})`,
      );
    }
    await compareWithPeer(page);
  });
}

if (isMain(import.meta.url)) {
  console.log(`${path.basename(import.meta.url)}: ${size.width} × ${size.height} pixels, drawn by software`);
  await benchTimelinePage();
}
