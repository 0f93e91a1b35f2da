import type { Theme } from '../../core/timeline/paint/theme';

/** Has the system put colours of the user's choice in place of all others? Then it has on the rest of the page. */
const forcedColors = window.matchMedia('(forced-colors: active)');

/** Reads the theme from the variables that VS Code sets on the page, or from the system where that decides. */
export function readTheme(): Theme {
  return forcedColors.matches ? systemTheme() : editorTheme();
}

function editorTheme(): Theme {
  const style = getComputedStyle(document.body);
  const read = (...names: readonly string[]): string => {
    const values = names.map((name) => style.getPropertyValue(name).trim());
    return values.find((value) => value !== '') ?? style.color;
  };
  const highContrast = [...document.body.classList].some((name) => name.startsWith('vscode-high-contrast'));
  const foreground = read('--vscode-editor-foreground', '--vscode-foreground');
  const border = read('--vscode-contrastBorder', '--vscode-panel-border', '--vscode-widget-border');
  return {
    highContrast,
    background: read('--vscode-editor-background'),
    foreground,
    dim: highContrast ? foreground : read('--vscode-descriptionForeground'),
    line: border,
    focus: read('--vscode-contrastActiveBorder', '--vscode-focusBorder'),
    selection: read('--vscode-list-activeSelectionBackground', '--vscode-focusBorder'),
    fontFamily: read('--vscode-font-family'),
    tones: {
      neutral: highContrast ? foreground : read('--vscode-descriptionForeground'),
      progress: read('--vscode-autopilotTriage-progress', '--vscode-charts-blue'),
      good: read('--vscode-autopilotTriage-good', '--vscode-charts-green'),
      caution: read('--vscode-autopilotTriage-caution', '--vscode-charts-orange'),
      bad: read('--vscode-autopilotTriage-bad', '--vscode-charts-red'),
      clock: read('--vscode-autopilotTriage-clock', '--vscode-charts-purple'),
      person: read('--vscode-autopilotTriage-good', '--vscode-charts-green'),
    },
    error: read('--vscode-charts-red', '--vscode-editorError-foreground'),
    warning: read('--vscode-charts-yellow', '--vscode-editorWarning-foreground'),
    pixelRatio: window.devicePixelRatio || 1,
  };
}

/** Signs differ by their shapes; what must not be missed has the colour that stands out. */
function systemTheme(): Theme {
  const [background, text, accent, focus] = systemColors(['Canvas', 'CanvasText', 'LinkText', 'Highlight']);
  return {
    highContrast: true,
    background,
    foreground: text,
    dim: text,
    line: text,
    focus,
    selection: focus,
    fontFamily: getComputedStyle(document.body).fontFamily,
    tones: { neutral: text, progress: text, good: text, caution: accent, bad: accent, clock: text, person: text },
    error: accent,
    warning: accent,
    pixelRatio: window.devicePixelRatio || 1,
  };
}

/** As numbers: a picture that leaves the page must not change with the system of whoever looks at it. */
function systemColors<const Names extends readonly string[]>(names: Names): { [Index in keyof Names]: string } {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colors = names.map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return colors as { [Index in keyof Names]: string };
}

/**
 * Calls back when the user picks other colours: VS Code changes the body's class and the root's variables then; and when
 * pixels get another size, as strokes are fitted to them.
 */
export function onThemeChange(callback: () => void): void {
  const observer = new MutationObserver(callback);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  forcedColors.addEventListener('change', callback);
  onScaleChange(callback);
}

/** Calls back when the page is zoomed, or moved to a screen with larger or smaller pixels. */
function onScaleChange(callback: () => void): void {
  const current = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const changed = (): void => {
    callback();
    onScaleChange(callback);
  };
  current.addEventListener('change', changed, { once: true });
}
