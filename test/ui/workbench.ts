import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

/** The colour themes that come with VS Code: the name in the settings, and the file, which the workbench wears as a class. */
const themeFiles = {
  'Default Dark Modern': 'dark_modern',
  'Default Light Modern': 'light_modern',
  'Default High Contrast': 'hc_black',
  'Default High Contrast Light': 'hc_light',
} as const;

export type Theme = keyof typeof themeFiles;

export interface WorkbenchOptions {
  /** The address that shows the workbench, its folder included. */
  readonly address: string;
  /** The settings of the user who looks at it; the theme and `settings` are written there. */
  readonly settingsFile: string;
  readonly theme?: Theme;
  /** User settings besides those every test wants. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What extensions take the language of the editor for, such as `de`; the workbench itself stays English. */
  readonly language?: string | undefined;
  /** In CSS pixels; 1280 × 800 unless given. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** How long the workbench may take to show something that was asked for, in milliseconds. */
const patience = 30_000;

/** The workbench as a user sees it: what can be done is what a keyboard and a mouse can do. */
export class Workbench {
  private constructor(readonly page: Page) {}

  /** Opens a workbench in a browser profile of its own, in Restricted Mode, and waits until it shows the folder. */
  static async open(browser: Browser, options: WorkbenchOptions): Promise<Workbench> {
    const theme = options.theme ?? 'Default Dark Modern';
    const context = await browser.newContext({
      viewport: options.size ?? { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      colorScheme: theme.includes('Light') ? 'light' : 'dark',
    });
    if (options.language !== undefined) {
      // What the script with the messages of a language pack would set.
      const language = JSON.stringify(options.language);
      await context.addInitScript(
        `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${language}, set: () => undefined });`,
      );
    }
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await changeSettings(options.settingsFile, { ...options.settings, 'workbench.colorTheme': theme });
    await page.goto(options.address);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    // Themes are contributions like any other: once the chosen one is on, what the extensions declare is there as well.
    await page.locator(`.monaco-workbench[class*="${themeFiles[theme]}-json"]`).waitFor();
    return new Workbench(page);
  }

  /** A part of the workbench by its name in VS Code: `activitybar`, `sidebar`, `editor`, `panel`, `statusbar`. */
  part(name: string): Locator {
    return this.page.locator(`.part.${name}`);
  }

  /** Runs a command by the title that the command palette shows for it, category included. */
  async runCommand(title: string): Promise<void> {
    await this.pick('F1', `>${title}`, title);
  }

  /** As a user does it: a browser that is told to load a page anew gives the workbench no time to save anything. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
  }

  /** Opens a file of the folder by its name, or a part of its path, as Ctrl+P does. */
  async openFile(name: string): Promise<void> {
    await this.pick('ControlOrMeta+P', name, path.posix.basename(name));
    await this.tab(path.posix.basename(name)).first().waitFor();
  }

  /** Opens a quick input and takes the entry with `label`; the list may take a while to learn of it, so this asks again. */
  private async pick(key: string, text: string, label: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const entry = widget.locator('.monaco-list-row', { hasText: label }).first();
    const deadline = Date.now() + patience;
    for (;;) {
      await this.page.keyboard.press(key);
      const found = await widget
        .locator('.quick-input-box input')
        .fill(text, { timeout: 3000 })
        .then(() => entry.waitFor({ timeout: 3000 }))
        .then(
          () => true,
          () => false,
        );
      if (found || Date.now() > deadline) {
        break;
      }
      await this.page.keyboard.press('Escape');
    }
    await entry.click({ timeout: 1000 });
  }

  /** The tab of an open editor. */
  tab(name: string): Locator {
    return this.part('editor').locator('.tab', { hasText: name });
  }

  /** The entry of a view container in the activity bar, by its title. */
  viewContainer(title: string): Locator {
    return this.part('activitybar').getByRole('tab', { name: title });
  }

  /** Brings a view container to the front; a click on the one that is there would hide it. */
  async showContainer(title: string): Promise<void> {
    const inFront = this.part('activitybar').getByRole('tab', { name: title, selected: true });
    const isThere = await inFront.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      await this.viewContainer(title).click();
    }
  }

  /** The page inside a webview; `nth` counts the visible webviews from zero. Its content sits two frames deep. */
  webview(nth = 0): FrameLocator {
    return this.page.frameLocator(`iframe.webview.ready >> nth=${nth}`).frameLocator('#active-frame');
  }

  /** Takes a picture of the window; `file` is a PNG. */
  async picture(file: string): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, animations: 'disabled' });
  }

  /** For `afterEach`: keeps a picture of what a failed test left on the screen. */
  async pictureOfFailure(test: Mocha.Test | undefined, folder: string): Promise<void> {
    if (test?.state === 'failed') {
      await this.picture(path.join(folder, `${test.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-')}.png`));
    }
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

async function changeSettings(file: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const settings = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
  await writeFile(file, JSON.stringify({ ...settings, ...changes }, null, 2));
}
