/*
 * The strip at the top: the whole bundle in small, and which part of it is shown below.
 */
import * as l10n from '@vscode/l10n';
import type { Frame } from '../layout';
import type { Minimap } from '../minimap';
import { xAt } from '../timeScale';
import type { LaneGroup, TimelineModel } from '../timelineModel';
import type { Pen } from './pen';
import { clipped, columns, crisp } from './shapes';
import { faint, type Theme } from './theme';

export function paintMinimap(pen: Pen, model: TimelineModel, frame: Frame, theme: Theme): void {
  const { minimap } = frame;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.fillStyle = theme.dim;
  pen.fillText(l10n.t('Whole bundle'), 12, minimap.height / 2);
  clipped(pen, { ...frame.plot, y: 0, height: minimap.height }, () => {
    paintMinimapEvents(pen, minimap, theme);
    paintMinimapStory(pen, model, minimap, theme);
    paintMinimapWindow(pen, minimap, theme, frame);
  });
  pen.fillStyle = theme.line;
  pen.fillRect(0, minimap.height - 1, frame.width, 1);
}

/** Phases at the top, in a stack one line for each bundle; reboots from top to bottom, re-prompts as dots. */
function paintMinimapStory(pen: Pen, model: TimelineModel, { scale, height }: Minimap, theme: Theme): void {
  const groups: (LaneGroup | null)[] = [];
  for (const { kind, group, tone, start, end } of model.items.values()) {
    const x = crisp(xAt(scale, start), theme.pixelRatio);
    if (kind === 'phase') {
      if (!groups.includes(group)) {
        groups.push(group);
      }
      pen.fillStyle = theme.tones[tone];
      pen.fillRect(x, 2 + 4 * groups.indexOf(group), Math.max(2, xAt(scale, end) - x), 3);
    }
    if (kind === 'reboot') {
      pen.fillStyle = theme.foreground;
      pen.fillRect(x, 0, 1, height);
    }
    if (kind === 'signIn' && tone === 'bad') {
      pen.fillStyle = theme.tones[tone];
      pen.beginPath();
      pen.arc(x, height - 6, 3, 0, 2 * Math.PI);
      pen.fill();
    }
  }
}

function paintMinimapEvents(pen: Pen, minimap: Minimap, theme: Theme): void {
  const { heights, scale, height } = minimap;
  const room = height - 10;
  pen.strokeStyle = theme.tones.neutral;
  pen.globalAlpha = faint(theme);
  columns(pen, { left: scale.left, foot: height - 2, count: heights.length }, theme.pixelRatio, (column) => {
    const share = heights[column]!;
    return share > 0 ? Math.max(2, share * room) : 0;
  });
  pen.globalAlpha = 1;
}

/** Dims what is not shown below, and frames what is. */
function paintMinimapWindow(pen: Pen, { window: view, height }: Minimap, theme: Theme, frame: Frame): void {
  const right = frame.plot.x + frame.plot.width;
  pen.globalAlpha = 0.6;
  pen.fillStyle = theme.background;
  pen.fillRect(frame.plot.x, 0, view.x - frame.plot.x, height);
  pen.fillRect(view.x + view.width, 0, right - view.x - view.width, height);
  pen.globalAlpha = 1;
  pen.strokeStyle = theme.focus;
  pen.lineWidth = 1;
  pen.strokeRect(
    crisp(view.x, theme.pixelRatio) + 0.5,
    0.5,
    Math.max(1, crisp(view.width, theme.pixelRatio) - 1),
    height - 2,
  );
}
