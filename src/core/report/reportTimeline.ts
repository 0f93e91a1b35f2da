import { buildTimeline } from '../timeline/buildTimeline';
import { timelineSvg } from '../timeline/timelineSvg';
import { withoutHidden } from './escapeText';
import type { ReportInput } from './reportInput';
import { reportTheme } from './reportTheme';

/** Pixels: as wide as a landscape page, and as the column of text on a screen. */
const width = 1080;

/** The timeline of a report as SVG, in colours that the page defines: the story, without the lanes of the logs. */
export function reportTimeline({ document, series }: Pick<ReportInput, 'document' | 'series'>): string {
  const model = buildTimeline(document, series);
  return withoutHidden(timelineSvg(model, { width, withChannels: false, theme: reportTheme, idPrefix: 'report' }));
}
