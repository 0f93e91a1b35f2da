/*
 * What the user lays over the picture: the selected range, and lines at marked moments.
 */
import { shortDuration } from '../../words/duration';
import { sizes } from '../laneGeometry';
import type { Frame } from '../layout';
import type { TimeRange } from '../timeScale';
import { xAt } from '../timeScale';
import type { Pen } from './pen';
import { crisp, verticalLine } from './shapes';
import type { Theme } from './theme';

export interface Overlay {
  readonly span: TimeRange | null;
  /** Times of marks. */
  readonly marks: readonly number[];
}

/** Over a painted picture; `pen` is scaled to CSS pixels. */
export function paintOverlay(pen: Pen, frame: Frame, theme: Theme, { span, marks }: Overlay): void {
  const { plot } = frame;
  pen.save();
  pen.beginPath();
  pen.rect(plot.x, sizes.minimap, plot.width, frame.height - sizes.minimap);
  pen.clip();
  pen.strokeStyle = theme.tones.progress;
  pen.lineWidth = 1;
  pen.setLineDash([2, 4]);
  for (const time of marks) {
    const x = xAt(frame.scale, time);
    if (x >= plot.x && x <= plot.x + plot.width) {
      verticalLine(pen, crisp(x, theme.pixelRatio) + 0.5, plot.y, frame.height);
    }
  }
  pen.setLineDash([]);
  if (span !== null) {
    paintSpan(pen, frame, theme, span);
  }
  pen.restore();
}

/** A veil between two edges; how long it is stands on the axis, where there is room for it. */
function paintSpan(pen: Pen, frame: Frame, theme: Theme, span: TimeRange): void {
  const { plot } = frame;
  const from = Math.max(plot.x - 2, xAt(frame.scale, span.start));
  const to = Math.min(plot.x + plot.width + 2, xAt(frame.scale, span.end));
  if (to < plot.x || from > plot.x + plot.width) {
    return;
  }
  pen.fillStyle = theme.focus;
  pen.globalAlpha = theme.highContrast ? 0 : 0.14;
  pen.fillRect(from, plot.y, to - from, plot.height);
  pen.globalAlpha = 1;
  pen.strokeStyle = theme.focus;
  for (const x of [from, to]) {
    verticalLine(pen, crisp(x, theme.pixelRatio) + 0.5, plot.y - 8, frame.height);
  }
  const text = shortDuration(span.end - span.start);
  const width = pen.measureText(text).width;
  const middle = sizes.minimap + sizes.axis / 2 + 1;
  if (width + 12 < to - from) {
    pen.fillStyle = theme.background;
    pen.fillRect((from + to - width) / 2 - 4, sizes.minimap + 3, width + 8, sizes.axis - 6);
    pen.fillStyle = theme.foreground;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(text, (from + to) / 2, middle);
    pen.textAlign = 'left';
  }
}
