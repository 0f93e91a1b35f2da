/*
 * The small drawings that tell kinds of items apart by shape. All are drawn around a centre, within a radius of
 * seven pixels, in one colour; `ground` is what shows through.
 */
import type { Glyph } from '../../core/timeline/timelineModel';

export interface Ink {
  readonly color: string;
  readonly ground: string;
  readonly fontFamily: string;
}

type Context = CanvasRenderingContext2D;

export function paintGlyph(context: Context, glyph: Glyph, x: number, y: number, ink: Ink): void {
  context.save();
  context.translate(x, y);
  context.strokeStyle = ink.color;
  context.fillStyle = ink.color;
  context.lineWidth = 1.5;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  draw(context, glyph, ink);
  context.restore();
}

function draw(context: Context, glyph: Glyph, ink: Ink): void {
  switch (glyph) {
    case 'firstBoot':
      ring(context, ink, 6);
      polygon(context, [-2, -3, 3.2, 0, -2, 3], 'fill');
      return;
    case 'restart':
      disc(context, ink, 7);
      circularArrow(context);
      return;
    case 'powerLoss':
      polygon(context, [1.5, -7, -5, 1, -0.5, 1, -1.5, 7, 5, -1.5, 0.5, -1.5], 'fill');
      return;
    case 'fastStartup':
      disc(context, ink, 7);
      line(context, [-5, -4.5, -0.5, 0, -5, 4.5]);
      line(context, [0.5, -4.5, 5, 0, 0.5, 4.5]);
      return;
    case 'shutdown':
      disc(context, ink, 7);
      arc(context, 5, -0.3 * Math.PI, 1.3 * Math.PI);
      line(context, [0, -6.5, 0, -0.5]);
      return;
    case 'unknownBoot':
      ring(context, ink, 6);
      letter(context, '?', ink, ink.color);
      return;
    case 'clockStep':
      ring(context, ink, 6);
      line(context, [0, -3.5, 0, 0, 2.8, 1.6]);
      return;
    case 'zoneChange':
      ring(context, ink, 6);
      context.beginPath();
      context.arc(0, 0, 6, -Math.PI / 2, Math.PI / 2);
      context.fill();
      return;
    case 'rebootExpected':
      octagon(context, ink, false);
      line(context, [-3, 0.2, -0.8, 2.6, 3.2, -2.4]);
      return;
    case 'rebootUnexpected':
      octagon(context, ink, true);
      letter(context, '!', ink, ink.ground);
      return;
    case 'rebootUndecided':
      octagon(context, ink, false);
      letter(context, '?', ink, ink.color);
      return;
    case 'flag':
      pennant(context, ink, 'full');
      return;
    case 'flagPossible':
      pennant(context, ink, 'half');
      return;
    case 'flagRefuted':
      pennant(context, ink, 'empty');
      line(context, [-6, 6.5, 6.5, -6]);
      return;
    case 'signIn':
      person(context, ink);
      return;
    case 'automaticSignIn':
      disc(context, ink, 7);
      line(context, [-6.5, 0, 2, 0]);
      line(context, [-1, -3, 2, 0, -1, 3]);
      line(context, [5.5, -5.5, 5.5, 5.5]);
      return;
    case 'rePrompt':
      polygon(context, [0, -8, 8, 0, 0, 8, -8, 0], 'fill');
      letter(context, '!', ink, ink.ground);
      return;
    case 'webRePrompt':
      globe(context, ink);
      return;
    case 'findingError':
      filledCircle(context, 6.5);
      context.strokeStyle = ink.ground;
      line(context, [-2.5, -2.5, 2.5, 2.5]);
      line(context, [-2.5, 2.5, 2.5, -2.5]);
      return;
    case 'findingWarning':
      polygon(context, [0, -6.5, 7, 6, -7, 6], 'fill');
      letter(context, '!', ink, ink.ground, 1.5);
      return;
    case 'findingInfo':
      ring(context, ink, 6);
      letter(context, 'i', ink, ink.color);
      return;
  }
}

function line(context: Context, points: readonly number[]): void {
  trace(context, points);
  context.stroke();
}

function polygon(context: Context, points: readonly number[], how: 'fill' | 'stroke'): void {
  trace(context, points);
  context.closePath();
  if (how === 'fill') {
    context.fill();
  } else {
    context.stroke();
  }
}

function trace(context: Context, points: readonly number[]): void {
  context.beginPath();
  for (let index = 0; index + 1 < points.length; index += 2) {
    context.lineTo(points[index]!, points[index + 1]!);
  }
}

function arc(context: Context, radius: number, from: number, to: number): void {
  context.beginPath();
  context.arc(0, 0, radius, from, to);
  context.stroke();
}

function filledCircle(context: Context, radius: number): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fill();
}

/** Clears the ground behind a glyph made of lines, so that bands and bars do not run through it. */
function disc(context: Context, ink: Ink, radius: number): void {
  context.fillStyle = ink.ground;
  filledCircle(context, radius);
  context.fillStyle = ink.color;
}

function ring(context: Context, ink: Ink, radius: number): void {
  disc(context, ink, radius + 0.5);
  arc(context, radius, 0, 2 * Math.PI);
}

function circularArrow(context: Context): void {
  arc(context, 5, -0.25 * Math.PI, 1.3 * Math.PI);
  polygon(context, [0.5, -6.5, 5.5, -5, 3.6, -0.6], 'fill');
}

function octagon(context: Context, ink: Ink, filled: boolean): void {
  const points = [-3, -7, 3, -7, 7, -3, 7, 3, 3, 7, -3, 7, -7, 3, -7, -3];
  context.fillStyle = filled ? ink.color : ink.ground;
  polygon(context, points, 'fill');
  polygon(context, points, 'stroke');
}

function pennant(context: Context, ink: Ink, filling: 'full' | 'half' | 'empty'): void {
  const cloth = [-4, -6, 6, -2.5, -4, 1];
  context.fillStyle = ink.ground;
  polygon(context, cloth, 'fill');
  context.fillStyle = ink.color;
  if (filling === 'full') {
    polygon(context, cloth, 'fill');
  }
  if (filling === 'half') {
    polygon(context, [-4, -6, 1, -4.2, 1, -0.8, -4, 1], 'fill');
  }
  polygon(context, cloth, 'stroke');
  line(context, [-4, -6.5, -4, 7]);
}

function person(context: Context, ink: Ink): void {
  disc(context, ink, 7);
  context.beginPath();
  context.arc(0, -3, 3, 0, 2 * Math.PI);
  context.fill();
  context.beginPath();
  context.arc(0, 7, 6, Math.PI, 2 * Math.PI);
  context.fill();
}

function globe(context: Context, ink: Ink): void {
  filledCircle(context, 8);
  context.strokeStyle = ink.ground;
  context.lineWidth = 1.2;
  line(context, [-8, 0, 8, 0]);
  line(context, [0, -8, 0, 8]);
  context.beginPath();
  context.ellipse(0, 0, 4, 8, 0, 0, 2 * Math.PI);
  context.stroke();
}

function letter(context: Context, text: string, ink: Ink, color: string, drop = 0): void {
  context.fillStyle = color;
  context.font = `bold 10px ${ink.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, 0, 0.5 + drop);
}
