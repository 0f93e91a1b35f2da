/*
 * Bars, marks, their labels and the links between them.
 */
import type { StoryLaneFrame } from '../../core/timeline/layout';
import type { PlacedLink } from '../../core/timeline/layout';
import type { ItemBox } from '../../core/timeline/placeItems';
import type { Fill, TimelineItem } from '../../core/timeline/timelineModel';
import { paintGlyph } from './glyphPainter';
import { crisp, hatch, pauseSpacing, verticalLine } from './shapes';
import { faint, type Theme } from './themeColors';

type Context = CanvasRenderingContext2D;

export function paintStoryLane(
  context: Context,
  lane: StoryLaneFrame,
  theme: Theme,
  selected: TimelineItem | null,
): void {
  // Bars first: the marks at their ends must stay whole.
  for (const box of lane.boxes.filter(({ items }) => items[0].shape === 'bar')) {
    paintBar(context, box, theme);
  }
  for (const box of lane.boxes.filter(({ items }) => items[0].shape === 'mark')) {
    paintMark(context, box, theme);
  }
  for (const box of lane.boxes) {
    paintLabel(context, box, theme);
    if (selected !== null && box.items.includes(selected)) {
      paintSelection(context, box, theme);
    }
  }
}

function paintBar(context: Context, box: ItemBox, theme: Theme): void {
  const [item] = box.items;
  const color = theme.tones[item.tone];
  const { x, y, width, height } = box;
  context.save();
  context.fillStyle = theme.background;
  context.fillRect(x, y, width, height);
  context.fillStyle = color;
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.globalAlpha = fillOpacity(item.fill, theme);
  context.fillRect(x, y, width, height);

  context.globalAlpha = theme.highContrast ? 1 : 0.7;
  if (item.fill === 'hatched' || item.fill === 'striped') {
    hatch(context, box, item.fill === 'hatched' ? 6 : 4, item.fill === 'hatched' ? 'up' : 'down');
  }

  paintPauses(context, box, theme);

  context.globalAlpha = 1;
  context.setLineDash(item.fill === 'dotted' ? [2, 3] : []);
  const top = crisp(y) + 0.5;
  const bottom = crisp(y + height) - 0.5;
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x + width, top);
  context.moveTo(x, bottom);
  context.lineTo(x + width, bottom);
  context.stroke();
  paintEnd(context, box.cutLeft, item.openStart, crisp(x), top, bottom);
  paintEnd(context, box.cutRight, item.openEnd, crisp(x + width), top, bottom);
  context.restore();
}

/** Time within a bar in which nothing could go on: the ground shows through, lightly hatched. */
function paintPauses(context: Context, { y, height, pauses }: ItemBox, theme: Theme): void {
  for (const { x, width } of pauses) {
    context.save();
    context.globalAlpha = 1;
    context.fillStyle = theme.background;
    context.fillRect(x, y, width, height);
    context.globalAlpha = faint(theme);
    hatch(context, { x, y, width, height }, pauseSpacing, 'up');
    context.restore();
  }
}

/** A known end is a firm line, an unknown one dashed, one beyond the view none. */
function paintEnd(context: Context, cut: boolean, open: boolean, x: number, top: number, bottom: number): void {
  if (cut) {
    return;
  }
  context.lineWidth = 2;
  context.setLineDash(open ? [2, 3] : []);
  verticalLine(context, x, top, bottom);
}

function fillOpacity(fill: Fill, theme: Theme): number {
  if (theme.highContrast) {
    return 0;
  }
  switch (fill) {
    case 'solid':
      return 0.22;
    case 'hatched':
    case 'striped':
      return 0.12;
    case 'outline':
    case 'dotted':
      return 0.05;
  }
}

function paintMark(context: Context, box: ItemBox, theme: Theme): void {
  const shown = weightiest(box.items);
  if (shown.glyph !== null) {
    const ink = { color: theme.tones[shown.tone], ground: theme.background, fontFamily: theme.fontFamily };
    paintGlyph(context, shown.glyph, crisp(box.x + box.width / 2), crisp(box.y + box.height / 2), ink);
  }
}

/** Of marks drawn as one, the glyph of the gravest. */
function weightiest(items: readonly [TimelineItem, ...TimelineItem[]]): TimelineItem {
  const grave = ['neutral', 'good', 'progress', 'person', 'clock', 'caution', 'bad'];
  return items.reduce((worst, item) => (grave.indexOf(item.tone) > grave.indexOf(worst.tone) ? item : worst));
}

function paintLabel(context: Context, { items, label, pauses, y, height }: ItemBox, theme: Theme): void {
  if (label === null) {
    return;
  }
  const middle = y + height / 2 + 0.5;
  const crossesPause = pauses.some(({ x, width }) => x < label.x + label.width && x + width > label.x);
  if (!label.inside || ['hatched', 'striped'].includes(items[0].fill) || crossesPause) {
    // Text that may cross a band, a link or a bar's strokes gets clear ground.
    context.save();
    context.globalAlpha = 0.85;
    context.fillStyle = theme.background;
    context.fillRect(label.x - 2, middle - 7, label.width + 4, 14);
    context.restore();
  }
  context.fillStyle = theme.foreground;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(label.text, label.x, middle);
}

function paintSelection(context: Context, { x, y, width, height }: ItemBox, theme: Theme): void {
  context.strokeStyle = theme.focus;
  context.lineWidth = 2;
  context.setLineDash([]);
  context.strokeRect(x - 3, y - 3, width + 6, height + 6);
}

/** From a cause to what it led to; quiet unless one of its ends is selected. */
export function paintLinks(
  context: Context,
  links: readonly PlacedLink[],
  theme: Theme,
  selected: TimelineItem | null,
): void {
  for (const { link, from, to } of links) {
    const isSelected = selected !== null && [link.from.storyId, link.to.storyId].includes(selected.storyId);
    if (link.verdict === 'refuted' && !isSelected) {
      continue;
    }
    context.save();
    context.strokeStyle = isSelected ? theme.focus : theme.tones.caution;
    context.globalAlpha = isSelected ? 1 : faint(theme);
    context.lineWidth = isSelected ? 1.5 : 1;
    context.setLineDash(link.verdict === 'refuted' ? [1, 4] : link.verdict === 'possible' ? [4, 3] : []);
    const bend = Math.min(60, Math.abs(to.x - from.x) / 2);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.bezierCurveTo(from.x + bend, from.y, to.x - bend, to.y, to.x, to.y);
    context.stroke();
    context.restore();
  }
}
