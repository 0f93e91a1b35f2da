import * as l10n from '@vscode/l10n';
import { fontOf, paintPicture } from './paint/picturePainter';
import { legendOf, paintLegend, placeLegend } from './paint/legend';
import { SvgPen } from './paint/svgPen';
import { paperTheme, type Theme } from './paint/theme';
import { headerHeight, layOutLanes } from './laneGeometry';
import { layOutFrame } from './layout';
import { minimapHeights } from './minimap';
import { isInstant, utcText } from '../words/instant';
import { utcDisplay, type TimeDisplay } from './timeDisplay';
import { noFolds, type TimeFolds } from './timeFolds';
import type { TimeRange } from './timeScale';
import type { StoryLaneId, TimelineModel } from './timelineModel';

export interface SvgOptions {
  /** Pixels. */
  readonly width: number;
  /** What is shown; the enrollment unless it is given. */
  readonly range?: TimeRange;
  /** Lanes of single logs too, or the story alone. */
  readonly withChannels?: boolean;
  /** All lanes of the story, or those alone that tell it in short. */
  readonly withDetails?: boolean;
  /** What the signs mean, below the lanes: whoever gets the drawing alone has nobody to ask. */
  readonly withLegend?: boolean;
  readonly theme?: Theme;
  /** Ids of lanes that get one thin row. */
  readonly collapsed?: readonly string[];
  readonly folds?: TimeFolds;
  readonly display?: TimeDisplay;
  /** Keeps ids of several drawings on one page apart. */
  readonly idPrefix?: string;
}

/** Lanes that a short telling leaves out. */
const details: ReadonlySet<StoryLaneId> = new Set(['apps', 'token', 'hello', 'security']);

/** The timeline as a drawing of its own: all lanes, without selection and pointer. */
export function timelineSvg(model: TimelineModel, options: SvgOptions): string {
  const { width, range = model.story, theme = paperTheme, idPrefix = 'timeline' } = options;
  const { withChannels = true, withDetails = true, withLegend = true } = options;
  const { collapsed, folds = noFolds, display = utcDisplay } = options;
  const lanesShown = model.lanes.filter((lane) =>
    lane.kind === 'channel' ? withChannels : withDetails || !details.has(lane.topic),
  );
  const shown = { ...model, lanes: lanesShown };
  const lanes = layOutLanes(shown, collapsed === undefined ? {} : { collapsed });
  const height = headerHeight() + lanes.height;
  const pen = new SvgPen(idPrefix);
  pen.font = fontOf(theme);
  const request = {
    model: shown,
    lanes,
    width,
    height,
    scrollTop: 0,
    range,
    folds,
    display,
    measure: (text: string) => pen.measureText(text).width,
  };
  const { plot } = layOutFrame({ ...request, minimapHeights: new Float32Array() });
  const frame = layOutFrame({ ...request, minimapHeights: minimapHeights(model, plot.width, folds) });
  paintPicture(pen, { model: shown, frame, theme, selection: null, selectedLane: null, pointerX: null });
  const legend = placeLegend(withLegend ? legendOf(shown) : [], width, request.measure);
  const fullHeight = height + legend.height;
  pen.fillStyle = theme.background;
  pen.fillRect(0, height, width, legend.height);
  paintLegend(pen, legend.entries, height, theme);
  const reach = isInstant(range.start) ? `${utcText(range.start)} – ${utcText(range.end)}` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${fullHeight}" viewBox="0 0 ${width} ${fullHeight}" ` +
    `role="img" aria-label="${l10n.t('Timeline')} ${reach}">${pen.content()}</svg>`
  );
}
