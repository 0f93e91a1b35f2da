import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import type { Workbench } from './workbench';

/** The frame of the webview in front. */
export async function frameOf(workbench: Workbench): Promise<Frame> {
  const body = await workbench.webview().locator('body').elementHandle();
  const frame = await body.ownerFrame();
  assert.ok(frame, 'the page in front');
  return frame;
}

/**
 * What axe-core finds wrong: rule, and the elements it is about.
 *
 * @param part selects what is looked at; all of the page unless given
 */
export async function violations(page: Frame, part = 'html'): Promise<readonly string[]> {
  await page.evaluate(await readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8'));
  const results = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(part)}, { resultTypes: ["violations"] })`);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
