/*
 * The drawings of the storyboard: what a screen looked like in general, in our own strokes. A hollow one, dashed and
 * without fills, has no evidence.
 */
import type { ItemBox } from '../itemBox';
import type { Point } from '../placeLinks';
import { gravestOf } from '../placeScenes';
import type { SceneKind } from '../timelineModel';
import { crisp } from './shapes';
import { faint, type Theme } from './theme';
import type { Pen } from './pen';

/** How a drawing is inked. The grid that it is drawn on is 62 by 42. */
interface SceneInk {
  readonly pen: Pen;
  readonly stroke: string;
  readonly accent: string;
  readonly ground: string;
  readonly isHollow: boolean;
}

/** From the foot of a drawing to the middle of its caption, and from there to that of a second line. */
const captionMiddle = 11;
const captionLine = 13;

export function paintScene(pen: Pen, box: ItemBox, laneFoot: number, theme: Theme): void {
  const item = gravestOf(box.items);
  const isHollow = item.scene?.isSeen !== true;
  const x = crisp(box.x, theme.pixelRatio);
  const y = crisp(box.y, theme.pixelRatio);
  paintLeader(pen, box, laneFoot, theme, isHollow);
  pen.save();
  pen.translate(x, y);
  pen.lineWidth = 1.25;
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  const ink = {
    pen,
    stroke: isHollow ? theme.dim : theme.foreground,
    accent: isHollow ? theme.dim : theme.tones[item.tone],
    ground: theme.background,
    isHollow,
  };
  if (box.items.length > 1) {
    paintStack(pen, theme);
  }
  paintScreen(ink);
  if (item.scene !== null) {
    drawings[item.scene.kind](ink);
  }
  if (box.items.length > 1) {
    paintCount(pen, box.items.length, theme);
  }
  pen.restore();
  if (box.label !== null) {
    const ink = isHollow ? theme.dim : theme.foreground;
    const middle = box.y + box.height + captionMiddle;
    paintCaption(pen, box.label.text, { x: box.label.x, y: middle }, ink, theme);
    if (box.label.secondLine !== undefined) {
      const { text, x: left } = box.label.secondLine;
      paintCaption(pen, text, { x: left, y: middle + captionLine }, ink, theme);
    }
  }
}

/** On clear ground, as a band may cross it. */
function paintCaption(pen: Pen, text: string, { x, y }: Point, ink: string, theme: Theme): void {
  pen.save();
  pen.globalAlpha = 0.85;
  pen.fillStyle = theme.background;
  pen.fillRect(x - 2, y - 7, pen.measureText(text).width + 4, 14);
  pen.restore();
  pen.fillStyle = ink;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(text, x, y);
}

/** The edges of what lies behind a drawing that stands for several. */
function paintStack(pen: Pen, theme: Theme): void {
  pen.strokeStyle = theme.dim;
  pen.fillStyle = theme.background;
  for (const offset of [4, 2]) {
    pen.fillRect(offset, -offset, 62, 42);
    pen.strokeRect(offset + 0.5, 0.5 - offset, 61, 41);
  }
}

/** How many scenes share the place, in its lower corner. */
function paintCount(pen: Pen, count: number, theme: Theme): void {
  const text = `×${count}`;
  const width = pen.measureText(text).width + 6;
  const [left, top, height] = [66 - width, 31, 15];
  pen.fillStyle = theme.background;
  pen.fillRect(left - 1, top - 1, width + 2, height + 2);
  pen.fillStyle = theme.foreground;
  pen.fillRect(left, top, width, height);
  pen.fillStyle = theme.background;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(text, left + 3, top + height / 2 + 0.5);
}

/** From below the caption to the moment on the lane's lower edge. */
function paintLeader(
  pen: Pen,
  { x, y, width, height, anchorX, label }: ItemBox,
  foot: number,
  theme: Theme,
  isHollow: boolean,
): void {
  if (anchorX === null) {
    return;
  }
  const top = y + height + captionMiddle + 8 + (label?.secondLine === undefined ? 0 : captionLine);
  pen.save();
  pen.strokeStyle = theme.dim;
  pen.fillStyle = theme.dim;
  pen.globalAlpha = faint(theme);
  pen.lineWidth = 1;
  pen.setLineDash(isHollow ? [2, 2] : []);
  const middle = (top + foot - 4) / 2;
  pen.beginPath();
  pen.moveTo(x + width / 2, top);
  pen.bezierCurveTo(x + width / 2, middle + 2, anchorX, middle - 2, anchorX, foot - 4);
  pen.stroke();
  pen.beginPath();
  pen.arc(anchorX, foot - 4, 2, 0, 2 * Math.PI);
  pen.fill();
  pen.restore();
}

function paintScreen({ pen, stroke, ground, isHollow }: SceneInk): void {
  pen.fillStyle = ground;
  pen.fillRect(0, 0, 62, 42);
  pen.strokeStyle = stroke;
  pen.setLineDash(isHollow ? [3, 3] : []);
  pen.strokeRect(0.5, 0.5, 61, 41);
  pen.setLineDash([]);
}

const drawings: Readonly<Record<SceneKind, (ink: SceneInk) => void>> = {
  /** A picture at the left, questions and a button at the right. */
  setup(ink) {
    ring(ink, 15, 19, 8);
    curve(ink, [9, 22, 13, 16, 17, 22, 21, 16]);
    bar(ink, 30, 9, 24, 3);
    bar(ink, 30, 16, 18, 2);
    bar(ink, 30, 21, 20, 2);
    button(ink, 44, 31, 12, 5);
  },
  deviceEsp(ink) {
    laptop(ink, 31, 9);
    steps(ink, [1, 0.55, 0]);
  },
  accountEsp(ink) {
    person(ink, 31, 9, 3.5);
    steps(ink, [1, 1, 0.55]);
  },
  restart(ink) {
    const { pen } = ink;
    pen.strokeStyle = ink.accent;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(31, 18, 8, -0.25 * Math.PI, 1.35 * Math.PI);
    pen.stroke();
    pen.lineWidth = 1.25;
    shape(ink, [31.5, 7, 39.5, 9, 36.5, 16], ink.accent);
    bar(ink, 20, 34, 22, 2);
  },
  /** A clock in the corner, the person in the middle, a padlock. */
  lockScreen(ink) {
    bar(ink, 6, 29, 13, 4);
    bar(ink, 6, 35, 9, 2);
    padlock(ink, 31, 17);
  },
  /** Other user in the corner, the options in a row, the globe among them picked. */
  signInOptions(ink) {
    person(ink, 31, 8, 3);
    bar(ink, 22, 17, 18, 2);
    box(ink, 13, 24, 9, 9, ink.stroke);
    keyhole(ink, 17.5, 28.5);
    box(ink, 40, 24, 9, 9, ink.stroke);
    bar(ink, 42, 28, 5, 2);
    globe(ink, 31, 28.5, 6);
    shape(ink, [2.5, 41, 10, 41, 6.2, 36.5], ink.stroke);
    person(ink, 6.2, 33, 1.6);
  },
  /** The web page: address, a field of dots, a ticket. */
  accessPass(ink) {
    bar(ink, 4, 4, 54, 3);
    box(ink, 12, 14, 38, 15, ink.accent);
    dots(ink, 18, 21.5, 5);
    button(ink, 38, 33, 12, 4);
  },
  password(ink) {
    person(ink, 31, 9, 4);
    box(ink, 15, 25, 32, 8, ink.accent);
    dots(ink, 20, 29, 4);
  },
  /** A page that asks for the account. */
  signIn(ink) {
    bar(ink, 4, 4, 54, 3);
    bar(ink, 14, 13, 20, 3);
    box(ink, 14, 20, 34, 7, ink.accent);
    button(ink, 36, 32, 12, 4);
  },
  /** A face in a frame, and the keys of the PIN below. */
  hello(ink) {
    const { pen } = ink;
    ring(ink, 31, 16, 9);
    shape(ink, [27.5, 14, 28.5, 14, 28.5, 15, 27.5, 15], ink.accent);
    shape(ink, [33.5, 14, 34.5, 14, 34.5, 15, 33.5, 15], ink.accent);
    pen.strokeStyle = ink.accent;
    pen.beginPath();
    pen.arc(31, 16, 4.5, 0.2 * Math.PI, 0.8 * Math.PI);
    pen.stroke();
    dots(ink, 21, 34, 4);
  },
  /** Icons, and the bar at the bottom. */
  desktop(ink) {
    box(ink, 6, 6, 6, 6, ink.stroke);
    box(ink, 6, 16, 6, 6, ink.stroke);
    bar(ink, 1, 35, 60, 6);
    for (const x of [23, 30, 37]) {
      shape(ink, [x, 36.5, x + 3, 36.5, x + 3, 39.5, x, 39.5], ink.ground);
    }
  },
};

/** The rows of a status page with how far each has come. */
function steps(ink: SceneInk, shares: readonly number[]): void {
  shares.forEach((share, index) => {
    const y = 20 + index * 7;
    box(ink, 10, y, 42, 3.5, ink.stroke);
    if (share > 0 && !ink.isHollow) {
      shape(ink, [10, y, 10 + 42 * share, y, 10 + 42 * share, y + 3.5, 10, y + 3.5], ink.accent);
    }
  });
}

function person(ink: SceneInk, x: number, y: number, radius: number): void {
  ring(ink, x, y, radius);
  ink.pen.beginPath();
  ink.pen.arc(x, y + radius * 2.6, radius * 1.6, Math.PI, 2 * Math.PI);
  ink.pen.stroke();
}

function laptop(ink: SceneInk, x: number, y: number): void {
  box(ink, x - 7, y - 5, 14, 9, ink.accent);
  curve(ink, [x - 10, y + 6, x + 10, y + 6]);
}

function padlock(ink: SceneInk, x: number, y: number): void {
  const { pen } = ink;
  pen.strokeStyle = ink.accent;
  pen.beginPath();
  pen.arc(x, y - 2, 4.5, Math.PI, 2 * Math.PI);
  pen.stroke();
  const body = [x - 7, y - 2, x + 7, y - 2, x + 7, y + 8, x - 7, y + 8];
  shape(ink, body, ink.accent);
}

function globe(ink: SceneInk, x: number, y: number, radius: number): void {
  const { pen } = ink;
  ring(ink, x, y, radius);
  pen.beginPath();
  pen.ellipse(x, y, radius / 2, radius, 0, 0, 2 * Math.PI);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(x - radius, y);
  pen.lineTo(x + radius, y);
  pen.stroke();
}

function keyhole(ink: SceneInk, x: number, y: number): void {
  ink.pen.strokeStyle = ink.stroke;
  ink.pen.beginPath();
  ink.pen.arc(x, y, 2, 0, 2 * Math.PI);
  ink.pen.stroke();
}

function dots(ink: SceneInk, x: number, y: number, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const left = x + index * 6;
    shape(ink, [left - 1.3, y - 1.3, left + 1.3, y - 1.3, left + 1.3, y + 1.3, left - 1.3, y + 1.3], ink.accent);
  }
}

function ring(ink: SceneInk, x: number, y: number, radius: number): void {
  ink.pen.strokeStyle = ink.accent;
  ink.pen.beginPath();
  ink.pen.arc(x, y, radius, 0, 2 * Math.PI);
  ink.pen.stroke();
}

function box({ pen }: SceneInk, x: number, y: number, width: number, height: number, color: string): void {
  pen.strokeStyle = color;
  pen.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}

/** A line of text, as far as a drawing needs one. */
function bar(ink: SceneInk, x: number, y: number, width: number, height: number): void {
  shape(ink, [x, y, x + width, y, x + width, y + height, x, y + height], ink.stroke);
}

function button(ink: SceneInk, x: number, y: number, width: number, height: number): void {
  shape(ink, [x, y, x + width, y, x + width, y + height, x, y + height], ink.accent);
}

/** Filled, or only its outline where the scene is hollow. */
function shape({ pen, isHollow }: SceneInk, points: readonly number[], color: string): void {
  trace(pen, points);
  pen.closePath();
  if (isHollow) {
    pen.strokeStyle = color;
    pen.stroke();
  } else {
    pen.fillStyle = color;
    pen.fill();
  }
}

function curve({ pen, accent }: SceneInk, points: readonly number[]): void {
  pen.strokeStyle = accent;
  trace(pen, points);
  pen.stroke();
}

function trace(pen: Pen, points: readonly number[]): void {
  pen.beginPath();
  for (let index = 0; index + 1 < points.length; index += 2) {
    if (index === 0) {
      pen.moveTo(points[index]!, points[index + 1]!);
    } else {
      pen.lineTo(points[index]!, points[index + 1]!);
    }
  }
}
