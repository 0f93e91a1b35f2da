/*
 * What leaves the page: the picture and the rows of a range. The host asks where to and writes it.
 */
import * as l10n from '@vscode/l10n';
import { timelineSvg } from '../../core/timeline/timelineSvg';
import type { TimeRange } from '../../core/timeline/timeScale';
import { rangeText, type RangeFormat } from '../../core/timeline/view/rangeRows';
import { spanWords, summariseSpan } from '../../core/timeline/view/spanSummary';
import type { FromTimeline } from '../../protocol/timelineMessages';
import type { OpenPage } from './openPage';
import { readTheme } from './themeColors';

/** `png`: what is on the canvas; `svg`: all lanes over the same range. */
export async function pictureMessage(page: OpenPage, format: 'png' | 'svg'): Promise<FromTimeline | null> {
  const { session, stage } = page;
  switch (format) {
    case 'png': {
      const bytes = await stage.png();
      return bytes === null ? null : { type: 'savePng', bytes };
    }
    case 'svg': {
      const { view, shown, folds, display } = session;
      const text = timelineSvg(shown, {
        width: stage.width,
        range: view.range,
        theme: readTheme(),
        collapsed: view.lanes.collapsed,
        folds,
        display,
      });
      return { type: 'saveText', format, text };
    }
  }
}

export function rowsMessage({ session }: OpenPage, format: RangeFormat, target: 'clipboard' | 'file'): FromTimeline {
  const text = rangeText(session.shown, exportedRange(session.view), format);
  return target === 'clipboard' ? { type: 'copyText', text } : { type: 'saveText', format, text };
}

/** What the rows are of, for the box that offers them. */
export function exportWords({ session }: OpenPage): string {
  const { view, shown, display } = session;
  const range = exportedRange(view);
  const words = spanWords(summariseSpan(shown, range), range, display);
  return view.span === null ? l10n.t('What is in view: {0}', words) : l10n.t('The selected range: {0}', words);
}

function exportedRange({ span, range }: OpenPage['session']['view']): TimeRange {
  return span ?? range;
}
