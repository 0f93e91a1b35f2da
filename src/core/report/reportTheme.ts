import { paperTheme, type Theme } from '../timeline/paint/theme';

/** For the drawing in an HTML report: its colours are those of the page, light or dark, and of paper when printed. */
export const reportTheme: Theme = {
  ...paperTheme,
  background: 'var(--paper)',
  foreground: 'var(--ink)',
  dim: 'var(--dim)',
  line: 'var(--line)',
  focus: 'var(--progress)',
  selection: 'var(--quote)',
  tones: {
    neutral: 'var(--dim)',
    progress: 'var(--progress)',
    good: 'var(--good)',
    caution: 'var(--caution)',
    bad: 'var(--bad)',
    clock: 'var(--clock)',
    person: 'var(--good)',
  },
  error: 'var(--bad)',
  warning: 'var(--caution)',
};
