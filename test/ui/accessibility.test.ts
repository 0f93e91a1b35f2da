import assert from 'node:assert/strict';
import type { Browser, Frame } from 'playwright-core';
import { chromium } from 'playwright-core';
import { session } from './session';
import { frameOf, violations } from './violations';
import type { Theme } from './workbench';
import { Workbench } from './workbench';

const bundle = 'DiagLogs-DESKTOP-EXAMPLE1-20260217T133536Z.zip';

const themes: readonly Theme[] = [
  'Default Dark Modern',
  'Default Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];

/** Boxes over the chart, and the keys that open them. */
const boxKeys = { Filter: 'Shift+F', Lanes: 'Shift+L', Export: 'e', Keys: '?' };

/** Colours of the canvas, which no checker of documents can see, and the contrast each needs (WCAG 1.4.3, 1.4.11). */
const texts = ['editor-foreground', 'descriptionForeground', 'textLink-foreground'];
const marks = [
  'autopilotTriage-progress',
  'autopilotTriage-good',
  'autopilotTriage-caution',
  'autopilotTriage-bad',
  'autopilotTriage-clock',
  'charts-red',
  'charts-yellow',
];
const leastForText = 4.5;
const leastForMarks = 3;

describe('overview, timeline and first steps for everybody', () => {
  const { authority, folder, settingsFile, pictures, ...launch } = session();
  let browser: Browser;
  let workbench: Workbench | undefined;

  before(async () => {
    browser = await chromium.launch({ executablePath: launch.chromium, args: [...launch.browserFlags] });
  });

  afterEach(async function () {
    await workbench?.pictureOfFailure(this.currentTest, pictures);
    await workbench?.close();
    workbench = undefined;
  });

  after(async () => {
    await browser.close();
  });

  it('has no violation that axe finds in what the walkthrough says', async () => {
    const address = `http://${authority}/?${new URLSearchParams({ folder }).toString()}`;
    workbench = await Workbench.open(browser, { address, settingsFile });
    await workbench.runCommand('Autopilot Triage: Open Walkthrough: Triage Your First Bundle');
    const step = '.gettingStartedContainer .getting-started-step.expanded .step-description-container';
    await workbench.page.locator(`${step} .monaco-button`).first().waitFor();
    assert.deepEqual(await violations(workbench.page.mainFrame(), step), []);
  });

  for (const theme of themes) {
    it(`has no violation that axe finds, and enough contrast, in ${theme}`, async () => {
      const address = `http://${authority}/?${new URLSearchParams({ folder }).toString()}`;
      workbench = await Workbench.open(browser, { address, settingsFile, theme });
      await workbench.openFile(bundle);
      await workbench.webview().getByRole('heading', { level: 1 }).waitFor();
      const overview = await frameOf(workbench);
      assert.deepEqual(await violations(overview), []);
      assert.deepEqual(await tooFaint(overview, texts, leastForText), []);
      await workbench.runCommand('Autopilot Triage: Show Timeline');
      // A selection fills the details: they are to be looked at as well.
      await workbench
        .webview()
        .getByRole('row')
        .filter({ hasText: /^Warning: / })
        .first()
        .click();
      await workbench.webview().getByRole('heading', { level: 2 }).waitFor();
      const page = await frameOf(workbench);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await tooFaint(page, texts, leastForText), []);
      assert.deepEqual(await tooFaint(page, marks, leastForMarks), []);
      for (const [box, key] of Object.entries(boxKeys)) {
        await workbench.webview().getByRole('application').press(key);
        await workbench.webview().getByRole('region', { name: box, exact: true }).waitFor();
        assert.deepEqual(await violations(page, `[role=region][aria-label="${box}"]`), [], box);
      }
    });
  }
});

/** The theme's colours that do not stand out enough from the editor's ground. */
async function tooFaint(page: Frame, names: readonly string[], least: number): Promise<readonly string[]> {
  const [ground, ...colors] = await page.evaluate(
    (variables) =>
      variables.map((variable) => {
        const probe = document.createElement('span');
        probe.style.color = `var(--vscode-${variable})`;
        document.body.append(probe);
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      }),
    ['editor-background', ...names],
  );
  return names.flatMap((name, index) => {
    const ratio = contrast(channels(colors[index] ?? ''), channels(ground ?? ''));
    return ratio < least ? [`${name} ${ratio.toFixed(2)}`] : [];
  });
}

/** Red, green, blue (0–255) and opacity of `rgb(…)` or `rgba(…)`. */
function channels(color: string): readonly [number, number, number, number] {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, opacity];
}

/** WCAG 2.2, "contrast ratio", with the foreground laid over the ground. */
function contrast(color: ReturnType<typeof channels>, ground: ReturnType<typeof channels>): number {
  const opacity = color[3];
  const mixed = [0, 1, 2].map((channel) => color[channel]! * opacity + ground[channel]! * (1 - opacity));
  const [lighter, darker] = [luminance(mixed), luminance(ground)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: readonly number[]): number {
  const [red, green, blue] = color.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
