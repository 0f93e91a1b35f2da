/*
 * Bars, marks, their labels and the links between them.
 */
import type { StoryLaneFrame } from '../layout';
import type { PlacedLink, Point } from '../placeLinks';
import type { ItemBox } from '../itemBox';
import type { Fill, TimelineItem } from '../timelineModel';
import { paintGlyph } from './glyphPainter';
import { paintScene } from './scenePainter';
import { crisp, hatch, pauseSpacing, verticalLine } from './shapes';
import { faint, type Theme } from './theme';
import type { Pen } from './pen';

export function paintStoryLane(pen: Pen, lane: StoryLaneFrame, theme: Theme, selected: TimelineItem | null): void {
  for (const box of lane.boxes) {
    paintDoubt(pen, box, theme);
  }
  for (const box of lane.boxes.filter(({ items }) => items[0].shape === 'scene')) {
    paintScene(pen, box, lane.y + lane.height, theme);
  }
  // Bars first: the marks at their ends must stay whole.
  for (const box of lane.boxes.filter(({ items }) => items[0].shape === 'bar')) {
    paintBar(pen, box, theme);
  }
  for (const box of lane.boxes.filter(({ items }) => items[0].shape === 'mark')) {
    paintMark(pen, box, theme);
  }
  for (const box of lane.boxes) {
    if (box.anchorX === null) {
      paintLabel(pen, box, theme);
    }
    if (selected !== null && box.items.includes(selected)) {
      paintSelection(pen, box, theme);
    }
  }
}

/** Where it may lie as well: hatched, with open ends. */
function paintDoubt(pen: Pen, { uncertain, y, height, items }: ItemBox, theme: Theme): void {
  if (uncertain === null) {
    return;
  }
  const area = { x: uncertain.x, y: y + 1, width: uncertain.width, height: height - 2 };
  pen.save();
  pen.strokeStyle = theme.tones[items[0].tone];
  pen.lineWidth = 1;
  pen.globalAlpha = theme.highContrast ? 0.8 : 0.5;
  hatch(pen, area, 5, 'up');
  pen.setLineDash([2, 3]);
  verticalLine(pen, crisp(area.x, theme.pixelRatio) + 0.5, y - 1, y + height + 1);
  verticalLine(pen, crisp(area.x + area.width, theme.pixelRatio) - 0.5, y - 1, y + height + 1);
  pen.restore();
}

function paintBar(pen: Pen, box: ItemBox, theme: Theme): void {
  const [item] = box.items;
  const color = theme.tones[item.tone];
  const { x, y, width, height } = box;
  pen.save();
  pen.fillStyle = theme.background;
  pen.fillRect(x, y, width, height);
  pen.fillStyle = color;
  pen.strokeStyle = color;
  pen.lineWidth = 1;
  pen.globalAlpha = fillOpacity(item.fill, theme);
  pen.fillRect(x, y, width, height);

  pen.globalAlpha = theme.highContrast ? 1 : 0.7;
  if (item.fill === 'hatched' || item.fill === 'striped') {
    hatch(pen, box, item.fill === 'hatched' ? 6 : 4, item.fill === 'hatched' ? 'up' : 'down');
  }

  paintPauses(pen, box, theme);

  pen.globalAlpha = 1;
  pen.setLineDash(item.fill === 'dotted' ? [2, 3] : []);
  const top = crisp(y, theme.pixelRatio) + 0.5;
  const bottom = crisp(y + height, theme.pixelRatio) - 0.5;
  pen.beginPath();
  pen.moveTo(x, top);
  pen.lineTo(x + width, top);
  pen.moveTo(x, bottom);
  pen.lineTo(x + width, bottom);
  pen.stroke();
  paintEnd(pen, box.cutLeft, item.openStart, crisp(x, theme.pixelRatio), top, bottom);
  paintEnd(pen, box.cutRight, item.openEnd, crisp(x + width, theme.pixelRatio), top, bottom);
  pen.restore();
}

/** Time within a bar in which nothing could go on: the ground shows through, lightly hatched. */
function paintPauses(pen: Pen, { y, height, pauses }: ItemBox, theme: Theme): void {
  for (const { x, width } of pauses) {
    pen.save();
    pen.globalAlpha = 1;
    pen.fillStyle = theme.background;
    pen.fillRect(x, y, width, height);
    pen.globalAlpha = faint(theme);
    hatch(pen, { x, y, width, height }, pauseSpacing, 'up');
    pen.restore();
  }
}

/** A known end is a firm line, an unknown one dashed, one beyond the view none. */
function paintEnd(pen: Pen, cut: boolean, open: boolean, x: number, top: number, bottom: number): void {
  if (cut) {
    return;
  }
  pen.lineWidth = 2;
  pen.setLineDash(open ? [2, 3] : []);
  verticalLine(pen, x, top, bottom);
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

function paintMark(pen: Pen, box: ItemBox, theme: Theme): void {
  const shown = weightiest(box.items);
  if (shown.glyph !== null) {
    const ink = { color: theme.tones[shown.tone], ground: theme.background, fontFamily: theme.fontFamily };
    paintGlyph(
      pen,
      shown.glyph,
      crisp(box.x + box.width / 2, theme.pixelRatio),
      crisp(box.y + box.height / 2, theme.pixelRatio),
      ink,
    );
  }
}

/** Of marks drawn as one, the glyph of the gravest. */
function weightiest(items: readonly [TimelineItem, ...TimelineItem[]]): TimelineItem {
  const grave = ['neutral', 'good', 'progress', 'person', 'clock', 'caution', 'bad'];
  return items.reduce((worst, item) => (grave.indexOf(item.tone) > grave.indexOf(worst.tone) ? item : worst));
}

function paintLabel(pen: Pen, { items, label, pauses, y, height }: ItemBox, theme: Theme): void {
  if (label === null) {
    return;
  }
  const middle = y + height / 2 + 0.5;
  const crossesPause = pauses.some(({ x, width }) => x < label.x + label.width && x + width > label.x);
  if (!label.inside || ['hatched', 'striped'].includes(items[0].fill) || crossesPause) {
    // Text that may cross a band, a link or a bar's strokes gets clear ground.
    pen.save();
    pen.globalAlpha = 0.85;
    pen.fillStyle = theme.background;
    pen.fillRect(label.x - 2, middle - 7, label.width + 4, 14);
    pen.restore();
  }
  pen.fillStyle = theme.foreground;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(label.text, label.x, middle);
}

function paintSelection(pen: Pen, { x, y, width, height }: ItemBox, theme: Theme): void {
  pen.strokeStyle = theme.focus;
  pen.lineWidth = 2;
  pen.setLineDash([]);
  pen.strokeRect(x - 3, y - 3, width + 6, height + 6);
}

/** From a cause to what it led to; quiet unless one of its ends is selected. */
export function paintLinks(pen: Pen, links: readonly PlacedLink[], theme: Theme, selected: TimelineItem | null): void {
  for (const { link, from, to } of links) {
    const isSelected = selected !== null && [link.from, link.to].some((end) => isSameStory(end, selected));
    if (link.verdict === 'refuted' && !isSelected) {
      continue;
    }
    pen.save();
    pen.strokeStyle = isSelected ? theme.focus : theme.tones.caution;
    pen.fillStyle = pen.strokeStyle;
    pen.globalAlpha = isSelected ? 1 : faint(theme);
    pen.lineWidth = isSelected ? 1.5 : 1;
    pen.setLineDash(link.verdict === 'refuted' ? [1, 4] : link.verdict === 'possible' ? [4, 3] : []);
    paintArrow(pen, from, to);
    pen.restore();
  }
}

function isSameStory(left: TimelineItem, right: TimelineItem): boolean {
  return left.storyId === right.storyId && left.group === right.group;
}

/** An arrow begins and ends beside the glyphs, and runs straight down where they stand nearly above each other. */
const arrowGap = 9;
const steepest = 2 * arrowGap + 10;

function paintArrow(pen: Pen, from: Point, to: Point): void {
  if (Math.abs(to.x - from.x) < steepest) {
    const down = Math.sign(to.y - from.y);
    const tip = { x: to.x, y: to.y - down * arrowGap };
    pen.beginPath();
    pen.moveTo(from.x, from.y + down * arrowGap);
    pen.lineTo(tip.x, tip.y - down * 3);
    pen.stroke();
    paintTip(pen, tip, { x: 0, y: down });
    return;
  }
  const ahead = Math.sign(to.x - from.x);
  const tip = { x: to.x - ahead * arrowGap, y: to.y };
  const bend = (ahead * Math.min(120, Math.abs(to.x - from.x))) / 2;
  // Below the glyph's own label, which stands beside it.
  const foot = from.y + Math.sign(to.y - from.y) * arrowGap;
  pen.beginPath();
  pen.moveTo(from.x, foot);
  pen.bezierCurveTo(from.x + bend, foot, to.x - bend, to.y, tip.x - ahead * 3, tip.y);
  pen.stroke();
  paintTip(pen, tip, { x: ahead, y: 0 });
}

/** `direction`: a step of length one along an axis. */
function paintTip(pen: Pen, { x, y }: Point, direction: Point): void {
  const [back, side] = [6, 3.5];
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(x - back * direction.x - side * direction.y, y - back * direction.y - side * direction.x);
  pen.lineTo(x, y);
  pen.lineTo(x - back * direction.x + side * direction.y, y - back * direction.y + side * direction.x);
  pen.closePath();
  pen.fill();
}
