import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { buildExtension } from './build.mjs';
import { ensureChromium, withChromium } from './chromium.mjs';
import { installUiPackages } from './packages.mjs';
import { inRoot, isMain } from './paths.mjs';

/** For a million events, in milliseconds. */
const goals = { firstPaint: 300, frame: 16 };
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
          `worst ${(sorted.at(-1) ?? NaN).toFixed(1)} ms, ${frames.length} frames`,
      );
    }
  });
}

if (isMain(import.meta.url)) {
  console.log(`${path.basename(import.meta.url)}: ${size.width} × ${size.height} pixels, drawn by software`);
  await benchTimelinePage();
}
