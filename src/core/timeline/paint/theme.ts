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
