/*
 * The small drawings that tell kinds of items apart by shape. All are drawn around a centre, within a radius of
 * seven pixels, in one colour; `ground` is what shows through.
 */
import type { Glyph } from '../timelineModel';
import type { Pen } from './pen';

export interface Ink {
  readonly color: string;
  readonly ground: string;
  readonly fontFamily: string;
}

export function paintGlyph(pen: Pen, glyph: Glyph, x: number, y: number, ink: Ink): void {
  pen.save();
  pen.translate(x, y);
  pen.strokeStyle = ink.color;
  pen.fillStyle = ink.color;
  pen.lineWidth = 1.5;
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  draw(pen, glyph, ink);
  pen.restore();
}

function draw(pen: Pen, glyph: Glyph, ink: Ink): void {
  switch (glyph) {
    case 'firstBoot':
      ring(pen, ink, 6);
      polygon(pen, [-2, -3, 3.2, 0, -2, 3], 'fill');
      return;
    case 'restart':
      disc(pen, ink, 7);
      circularArrow(pen);
      return;
    case 'powerLoss':
      polygon(pen, [1.5, -7, -5, 1, -0.5, 1, -1.5, 7, 5, -1.5, 0.5, -1.5], 'fill');
      return;
    case 'fastStartup':
      disc(pen, ink, 7);
      line(pen, [-5, -4.5, -0.5, 0, -5, 4.5]);
      line(pen, [0.5, -4.5, 5, 0, 0.5, 4.5]);
      return;
    case 'shutdown':
      disc(pen, ink, 7);
      arc(pen, 5, -0.3 * Math.PI, 1.3 * Math.PI);
      line(pen, [0, -6.5, 0, -0.5]);
      return;
    case 'unknownBoot':
      ring(pen, ink, 6);
      letter(pen, '?', ink, ink.color);
      return;
    case 'clockStep':
      ring(pen, ink, 6);
      line(pen, [0, -3.5, 0, 0, 2.8, 1.6]);
      return;
    case 'zoneChange':
      ring(pen, ink, 6);
      pen.beginPath();
      pen.arc(0, 0, 6, -Math.PI / 2, Math.PI / 2);
      pen.fill();
      return;
    case 'rebootExpected':
      octagon(pen, ink, false);
      line(pen, [-3, 0.2, -0.8, 2.6, 3.2, -2.4]);
      return;
    case 'rebootUnexpected':
      octagon(pen, ink, true);
      letter(pen, '!', ink, ink.ground);
      return;
    case 'rebootUndecided':
      octagon(pen, ink, false);
      letter(pen, '?', ink, ink.color);
      return;
    case 'flag':
      pennant(pen, ink, 'full');
      return;
    case 'flagPossible':
      pennant(pen, ink, 'half');
      return;
    case 'flagRefuted':
      pennant(pen, ink, 'empty');
      line(pen, [-6, 6.5, 6.5, -6]);
      return;
    case 'otherCause':
      nut(pen, ink, 'full');
      return;
    case 'otherCausePossible':
      nut(pen, ink, 'half');
      return;
    case 'otherCauseRefuted':
      nut(pen, ink, 'empty');
      line(pen, [-6.5, 6.5, 6.5, -6.5]);
      return;
    case 'signIn':
      person(pen, ink);
      return;
    case 'refusal':
      disc(pen, ink, 7);
      arc(pen, 6, 0, 2 * Math.PI);
      line(pen, [-4, 4, 4, -4]);
      return;
    case 'tokenPresent':
      key(pen, ink);
      return;
    case 'tokenMissing':
      key(pen, ink);
      line(pen, [-6.5, 6.5, 6.5, -6.5]);
      return;
    case 'tokenUnknown':
      ring(pen, ink, 6);
      letter(pen, '?', ink, ink.color);
      return;
    case 'autoLogonCleared':
      disc(pen, ink, 7);
      line(pen, [-6.5, 0, 1, 0]);
      line(pen, [-2, -3, 1, 0, -2, 3]);
      line(pen, [3, -3.5, 7, 3.5]);
      line(pen, [3, 3.5, 7, -3.5]);
      return;
    case 'helloDone':
      face(pen, ink, 'smile');
      return;
    case 'helloUnfinished':
      face(pen, ink, 'flat');
      return;
    case 'helloTrace':
      disc(pen, ink, 5);
      arc(pen, 4, 0, 2 * Math.PI);
      return;
    case 'userMark':
      polygon(pen, [-4.5, -7, 4.5, -7, 4.5, 7, 0, 3, -4.5, 7], 'fill');
      return;
    case 'automaticSignIn':
      disc(pen, ink, 7);
      line(pen, [-6.5, 0, 2, 0]);
      line(pen, [-1, -3, 2, 0, -1, 3]);
      line(pen, [5.5, -5.5, 5.5, 5.5]);
      return;
    case 'rePrompt':
      polygon(pen, [0, -8, 8, 0, 0, 8, -8, 0], 'fill');
      letter(pen, '!', ink, ink.ground);
      return;
    case 'webRePrompt':
      globe(pen, ink);
      return;
    case 'findingError':
      filledCircle(pen, 6.5);
      pen.strokeStyle = ink.ground;
      line(pen, [-2.5, -2.5, 2.5, 2.5]);
      line(pen, [-2.5, 2.5, 2.5, -2.5]);
      return;
    case 'findingWarning':
      polygon(pen, [0, -6.5, 7, 6, -7, 6], 'fill');
      letter(pen, '!', ink, ink.ground, 1.5);
      return;
    case 'findingInfo':
      ring(pen, ink, 6);
      letter(pen, 'i', ink, ink.color);
      return;
  }
}

function line(pen: Pen, points: readonly number[]): void {
  trace(pen, points);
  pen.stroke();
}

function polygon(pen: Pen, points: readonly number[], how: 'fill' | 'stroke'): void {
  trace(pen, points);
  pen.closePath();
  if (how === 'fill') {
    pen.fill();
  } else {
    pen.stroke();
  }
}

function trace(pen: Pen, points: readonly number[]): void {
  pen.beginPath();
  for (let index = 0; index + 1 < points.length; index += 2) {
    pen.lineTo(points[index]!, points[index + 1]!);
  }
}

function arc(pen: Pen, radius: number, from: number, to: number): void {
  pen.beginPath();
  pen.arc(0, 0, radius, from, to);
  pen.stroke();
}

function filledCircle(pen: Pen, radius: number): void {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** Clears the ground behind a glyph made of lines, so that bands and bars do not run through it. */
function disc(pen: Pen, ink: Ink, radius: number): void {
  pen.fillStyle = ink.ground;
  filledCircle(pen, radius);
  pen.fillStyle = ink.color;
}

function ring(pen: Pen, ink: Ink, radius: number): void {
  disc(pen, ink, radius + 0.5);
  arc(pen, radius, 0, 2 * Math.PI);
}

function circularArrow(pen: Pen): void {
  arc(pen, 5, -0.25 * Math.PI, 1.3 * Math.PI);
  polygon(pen, [0.5, -6.5, 5.5, -5, 3.6, -0.6], 'fill');
}

function octagon(pen: Pen, ink: Ink, filled: boolean): void {
  const points = [-3, -7, 3, -7, 7, -3, 7, 3, 3, 7, -3, 7, -7, 3, -7, -3];
  pen.fillStyle = filled ? ink.color : ink.ground;
  polygon(pen, points, 'fill');
  polygon(pen, points, 'stroke');
}

function pennant(pen: Pen, ink: Ink, filling: 'full' | 'half' | 'empty'): void {
  const cloth = [-4, -6, 6, -2.5, -4, 1];
  pen.fillStyle = ink.ground;
  polygon(pen, cloth, 'fill');
  pen.fillStyle = ink.color;
  if (filling === 'full') {
    polygon(pen, cloth, 'fill');
  }
  if (filling === 'half') {
    polygon(pen, [-4, -6, 1, -4.2, 1, -0.8, -4, 1], 'fill');
  }
  polygon(pen, cloth, 'stroke');
  line(pen, [-4, -6.5, -4, 7]);
}

/** A hexagon: something mechanical, not a policy. */
function nut(pen: Pen, ink: Ink, filling: 'full' | 'half' | 'empty'): void {
  const outline = [0, -6.5, 5.6, -3.2, 5.6, 3.2, 0, 6.5, -5.6, 3.2, -5.6, -3.2];
  pen.fillStyle = filling === 'full' ? ink.color : ink.ground;
  polygon(pen, outline, 'fill');
  if (filling === 'half') {
    pen.fillStyle = ink.color;
    polygon(pen, [0, -6.5, 0, 6.5, -5.6, 3.2, -5.6, -3.2], 'fill');
  }
  polygon(pen, outline, 'stroke');
  pen.fillStyle = filling === 'full' ? ink.ground : ink.color;
  filledCircle(pen, 1.8);
}

function key(pen: Pen, ink: Ink): void {
  disc(pen, ink, 7);
  pen.beginPath();
  pen.arc(-3.5, 0, 3, 0, 2 * Math.PI);
  pen.stroke();
  line(pen, [-0.5, 0, 6.5, 0, 6.5, 3.5]);
  line(pen, [3.5, 0, 3.5, 2.8]);
}

function face(pen: Pen, ink: Ink, mouth: 'smile' | 'flat'): void {
  ring(pen, ink, 6.2);
  line(pen, [-2.2, -2.2, -2.2, -1.4]);
  line(pen, [2.2, -2.2, 2.2, -1.4]);
  if (mouth === 'smile') {
    pen.beginPath();
    pen.arc(0, 0, 3.2, 0.15 * Math.PI, 0.85 * Math.PI);
    pen.stroke();
  } else {
    line(pen, [-2.6, 2.6, 2.6, 2.6]);
  }
}

function person(pen: Pen, ink: Ink): void {
  disc(pen, ink, 7);
  pen.beginPath();
  pen.arc(0, -3, 3, 0, 2 * Math.PI);
  pen.fill();
  pen.beginPath();
  pen.arc(0, 7, 6, Math.PI, 2 * Math.PI);
  pen.fill();
}

function globe(pen: Pen, ink: Ink): void {
  filledCircle(pen, 8);
  pen.strokeStyle = ink.ground;
  pen.lineWidth = 1.2;
  line(pen, [-8, 0, 8, 0]);
  line(pen, [0, -8, 0, 8]);
  pen.beginPath();
  pen.ellipse(0, 0, 4, 8, 0, 0, 2 * Math.PI);
  pen.stroke();
}

function letter(pen: Pen, text: string, ink: Ink, color: string, drop = 0): void {
  pen.fillStyle = color;
  pen.font = `bold 10px ${ink.fontFamily}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, 0, 0.5 + drop);
}
