import type { Tone } from '../timelineModel';

/** Colours and font, and the grid that strokes are fitted to. */
export interface Theme {
  /** Borders and shapes instead of fills. */
  readonly highContrast: boolean;
  readonly background: string;
  readonly foreground: string;
  /** Secondary text. */
  readonly dim: string;
  /** Separators between lanes, grid lines. */
  readonly line: string;
  readonly focus: string;
  readonly selection: string;
  readonly fontFamily: string;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly error: string;
  readonly warning: string;
  /** Device pixels per CSS pixel: a stroke that sits on whole ones looks the same everywhere. */
  readonly pixelRatio: number;
}

/** Opacity of what has to stay in the background and still be seen: three to one against it in the editor's own themes. */
export function faint(theme: Theme): number {
  return theme.highContrast ? 1 : 0.75;
}

/** For paper and for readers of any theme: dark on white, each colour at least three to one against it. */
export const paperTheme: Theme = {
  highContrast: false,
  background: '#ffffff',
  foreground: '#1f1f1f',
  dim: '#5c5c5c',
  line: '#c8c8c8',
  focus: '#005fb8',
  selection: '#cce4f7',
  fontFamily: 'system-ui, "Segoe UI", Arial, sans-serif',
  tones: {
    neutral: '#5c5c5c',
    progress: '#1a66b8',
    good: '#2b7a2b',
    caution: '#a85a00',
    bad: '#c0262d',
    clock: '#7b3fa0',
    person: '#2b7a2b',
  },
  error: '#c0262d',
  warning: '#8a6d00',
  pixelRatio: 1,
};

/** For drawings inside pages of the editor: they follow its theme by themselves. */
export const editorTheme: Theme = {
  highContrast: false,
  background: 'var(--vscode-editor-background)',
  foreground: 'var(--vscode-editor-foreground, var(--vscode-foreground))',
  dim: 'var(--vscode-descriptionForeground, var(--vscode-foreground))',
  line: 'var(--vscode-contrastBorder, var(--vscode-panel-border, var(--vscode-widget-border)))',
  focus: 'var(--vscode-contrastActiveBorder, var(--vscode-focusBorder))',
  selection: 'var(--vscode-list-activeSelectionBackground)',
  fontFamily: 'var(--vscode-font-family)',
  tones: {
    neutral: 'var(--vscode-descriptionForeground, var(--vscode-foreground))',
    progress: 'var(--vscode-autopilotTriage-progress, var(--vscode-charts-blue))',
    good: 'var(--vscode-autopilotTriage-good, var(--vscode-charts-green))',
    caution: 'var(--vscode-autopilotTriage-caution, var(--vscode-charts-orange))',
    bad: 'var(--vscode-autopilotTriage-bad, var(--vscode-charts-red))',
    clock: 'var(--vscode-autopilotTriage-clock, var(--vscode-charts-purple))',
    person: 'var(--vscode-autopilotTriage-good, var(--vscode-charts-green))',
  },
  error: 'var(--vscode-charts-red, var(--vscode-editorError-foreground))',
  warning: 'var(--vscode-charts-yellow, var(--vscode-editorWarning-foreground))',
  pixelRatio: 1,
};
