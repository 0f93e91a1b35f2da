import type { TriageDocument } from '../enrollment/document/triageDocument';
import { buildTimeline } from '../timeline/buildTimeline';
import { timelineSvg } from '../timeline/timelineSvg';
import { withoutHidden } from './escapeText';
import { reportTheme } from './reportTheme';

/** Pixels: as wide as a landscape page, and as the column of text on a screen. */
const width = 1080;

/** The timeline of a report as SVG, in colours that the page defines. Drawn from the document alone. */
export function reportTimeline(document: TriageDocument): string {
  const model = buildTimeline(document, []);
  return withoutHidden(timelineSvg(model, { width, withChannels: false, theme: reportTheme, idPrefix: 'report' }));
}
