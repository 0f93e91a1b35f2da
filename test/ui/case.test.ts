import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Locator } from 'playwright-core';
import { chromium } from 'playwright-core';
import { session } from './session';
import { Workbench } from './workbench';

const bundlePath = 'policyRebootTap/DiagLogs-DESKTOP-EXAMPLE1-20260217T133536Z.zip';
const systemLog = '(15) Events System Events.evtx';
/** Of the person and the device in the sample. */
const names = /adele|contoso|DESKTOP-EXAMPLE1|S-1-12-1-|S-1-5-21-/i;

/** A note from its first key to the report that is handed on. Each test finds what the one before it has left. */
describe('a case by keyboard alone', () => {
  const { authority, folder, settingsFile, pictures, ...launch } = session();
  const caseFile = path.join(folder, `${bundlePath}.triage.json`);
  const reportFile = path.join(folder, bundlePath.replace(/\.zip$/, '-report.html'));
  let browser: Browser;
  let workbench: Workbench;

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await workbench.page.keyboard.press(key);
    }
  };
  const thread = (): Locator => workbench.part('editor').locator('.review-widget');
  const list = (): Locator => workbench.page.locator('.quick-input-widget');
  const choose = async (label: string): Promise<void> => {
    await list().locator('.monaco-list-row', { hasText: label }).first().waitFor();
    await workbench.page.keyboard.type(label);
    await list().locator('.monaco-list-row.focused', { hasText: label }).waitFor();
    await press('Enter');
  };

  before(async () => {
    browser = await chromium.launch({ executablePath: launch.chromium, args: [...launch.browserFlags] });
    const address = `http://${authority}/?${new URLSearchParams({ folder }).toString()}`;
    workbench = await Workbench.open(browser, { address, settingsFile, size: { width: 1500, height: 900 } });
  });

  afterEach(async function () {
    await workbench.pictureOfFailure(this.currentTest, pictures);
  });

  after(async () => {
    await browser.close();
    await Promise.all([caseFile, reportFile].map((file) => rm(file, { force: true })));
  });

  it('notes something on the record of a reboot', async () => {
    await workbench.openFile(bundlePath);
    // The page that has just opened may not listen to keys yet.
    await workbench.webview().getByRole('heading', { level: 1 }).waitFor();
    await press('Control+F8');
    await workbench.tab(systemLog).waitFor();
    await workbench.part('editor').locator('.editor-instance .monaco-editor.focused').waitFor();
    await press('Control+F9');
    await thread().locator('.monaco-editor').first().waitFor();
    await workbench.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.type('The baseline again: ask Adele Example about DESKTOP-EXAMPLE1');
    await press('Control+Enter');
    await thread().locator('.comment-body', { hasText: 'The baseline again' }).waitFor();
    const saved = await contentOf(caseFile, /The baseline again/);
    assert.match(saved, /"kind": "record", "place": \{ "path": "\(15\) Events System Events\.evtx"/);
  });

  it('finds it in its log and on the timeline after the window was loaded again', async () => {
    // By the command: the window first writes down what is open.
    const loaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await loaded;
    await workbench.tab(systemLog).waitFor();
    // VS Code lists the threads of what is open in its view of comments, which no longer comes by itself.
    await workbench.runCommand('Comments: Focus on Comments View');
    await workbench.part('panel').getByRole('treeitem').filter({ hasText: 'The baseline again' }).waitFor();
    // The timeline alone, as large as it gets.
    await press('Control+j');
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile(bundlePath);
    await workbench.runCommand('Autopilot Triage: Show Timeline');
    const row = workbench.webview().getByRole('row').filter({ hasText: 'The baseline again' });
    await row.first().waitFor();
    await workbench.webview().getByRole('application').focus();
    await press('/');
    await workbench.page.keyboard.type('the baseline again');
    const selected = workbench.webview().getByRole('row', { selected: true });
    await selected.filter({ hasText: 'The baseline again' }).waitFor();
    await press('Escape');
  });

  it('exports a report of it in which nobody is named', async () => {
    await workbench.runCommand('Autopilot Triage: Export Report…');
    await choose('HTML');
    await choose('With pseudonyms');
    await workbench.page.waitForFunction(
      (name) => [...document.querySelectorAll('input')].some(({ value }) => value.endsWith(name)),
      path.basename(reportFile),
    );
    await press('Enter');
    const html = await contentOf(reportFile, /<\/html>/);
    assert.match(html, /The baseline again: ask USER-\d about HOST-\d/);
    assert.match(html, /AUTHOR-\d/);
    assert.doesNotMatch(html, names);
  });
});

/** The text of a file, as soon as it holds `what`. */
async function contentOf(file: string, what: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const text = existsSync(file) ? await readFile(file, 'utf8') : '';
    if (what.test(text)) {
      return text;
    }
    await sleep(200);
  }
  return assert.fail(`${file} never held ${what.source}`);
}
