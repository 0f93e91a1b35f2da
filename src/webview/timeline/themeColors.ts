import type { Theme } from '../../core/timeline/paint/theme';

/** Reads the theme from the variables that VS Code sets on the page. */
export function readTheme(): Theme {
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

/** Calls back when the user picks another theme: VS Code changes the body's class and the root's variables then. */
export function onThemeChange(callback: () => void): void {
  const observer = new MutationObserver(callback);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}
