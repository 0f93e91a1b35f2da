/*
 * The shapes that glyphs are made of, around the origin.
 */
import type { Pen } from './pen';

export interface Ink {
  readonly color: string;
  readonly ground: string;
  readonly fontFamily: string;
}

export function line(pen: Pen, points: readonly number[]): void {
  trace(pen, points);
  pen.stroke();
}

export function polygon(pen: Pen, points: readonly number[], how: 'fill' | 'stroke'): void {
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

export function arc(pen: Pen, radius: number, from: number, to: number): void {
  pen.beginPath();
  pen.arc(0, 0, radius, from, to);
  pen.stroke();
}

export function filledCircle(pen: Pen, radius: number): void {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** Clears the ground behind a glyph made of lines, so that bands and bars do not run through it. */
export function disc(pen: Pen, ink: Ink, radius: number): void {
  pen.fillStyle = ink.ground;
  filledCircle(pen, radius);
  pen.fillStyle = ink.color;
}

export function ring(pen: Pen, ink: Ink, radius: number): void {
  disc(pen, ink, radius + 0.5);
  arc(pen, radius, 0, 2 * Math.PI);
}

export function circularArrow(pen: Pen): void {
  arc(pen, 5, -0.25 * Math.PI, 1.3 * Math.PI);
  polygon(pen, [0.5, -6.5, 5.5, -5, 3.6, -0.6], 'fill');
}

export function octagon(pen: Pen, ink: Ink, filled: boolean): void {
  const points = [-3, -7, 3, -7, 7, -3, 7, 3, 3, 7, -3, 7, -7, 3, -7, -3];
  pen.fillStyle = filled ? ink.color : ink.ground;
  polygon(pen, points, 'fill');
  polygon(pen, points, 'stroke');
}

export function pennant(pen: Pen, ink: Ink, filling: 'full' | 'half' | 'empty'): void {
  const cloth = [-4, -6, 6, -2.5, -4, 1];
  pen.fillStyle = ink.ground;
  polygon(pen, cloth, 'fill');
  pen.fillStyle = ink.color;
  if (filling === 'full') {
    polygon(pen, cloth, 'fill');
  }
  if (filling === 'half') {
    polygon(pen, [-4, -2.5, 6, -2.5, -4, 1], 'fill');
  }
  polygon(pen, cloth, 'stroke');
  line(pen, [-4, -6.5, -4, 7]);
}

/** A hexagon: something mechanical, not a policy. */
export function nut(pen: Pen, ink: Ink, filling: 'full' | 'half' | 'empty'): void {
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

export function key(pen: Pen, ink: Ink): void {
  disc(pen, ink, 7);
  pen.beginPath();
  pen.arc(-3.5, 0, 3, 0, 2 * Math.PI);
  pen.stroke();
  line(pen, [-0.5, 0, 6.5, 0, 6.5, 3.5]);
  line(pen, [3.5, 0, 3.5, 2.8]);
}

export function face(pen: Pen, ink: Ink, mouth: 'smile' | 'flat'): void {
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

export function person(pen: Pen, ink: Ink): void {
  disc(pen, ink, 7);
  pen.beginPath();
  pen.arc(0, -3, 3, 0, 2 * Math.PI);
  pen.fill();
  pen.beginPath();
  pen.arc(0, 7, 6, Math.PI, 2 * Math.PI);
  pen.fill();
}

export function globe(pen: Pen, ink: Ink): void {
  filledCircle(pen, 8);
  pen.strokeStyle = ink.ground;
  pen.lineWidth = 1.2;
  line(pen, [-8, 0, 8, 0]);
  line(pen, [0, -8, 0, 8]);
  pen.beginPath();
  pen.ellipse(0, 0, 4, 8, 0, 0, 2 * Math.PI);
  pen.stroke();
}

export function letter(pen: Pen, text: string, ink: Ink, color: string, drop = 0): void {
  pen.fillStyle = color;
  pen.font = `bold 10px ${ink.fontFamily}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, 0, 0.5 + drop);
}

/** A moon: a disc with another one taken out of it. */
export function crescent(pen: Pen, ink: Ink): void {
  disc(pen, ink, 7);
  pen.beginPath();
  pen.arc(0, 0, 6, 0.05 * Math.PI, 1.45 * Math.PI);
  pen.bezierCurveTo(-3.6, -3, -1.5, 4.2, 5.9, 0.9);
  pen.fill();
}

/** Torn off a roll: two notches, and the line to tear along. */
export function ticket(pen: Pen, ink: Ink): void {
  polygon(pen, [-8.5, -5.5, 8.5, -5.5, 8.5, 5.5, -8.5, 5.5], 'fill');
  pen.fillStyle = ink.ground;
  for (const x of [-8.5, 8.5]) {
    pen.beginPath();
    pen.arc(x, 0, 2.2, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.strokeStyle = ink.ground;
  pen.lineWidth = 1.2;
  for (const y of [-4, -1, 2]) {
    line(pen, [-2.5, y, -2.5, y + 1.5]);
  }
  line(pen, [0.8, -1.5, 4.2, -1.5]);
  line(pen, [0.8, 1.5, 4.2, 1.5]);
}

/** A field with three dots in it. */
export function passwordField(pen: Pen, ink: Ink): void {
  polygon(pen, [-8.5, -5.5, 8.5, -5.5, 8.5, 5.5, -8.5, 5.5], 'fill');
  pen.fillStyle = ink.ground;
  for (const x of [-4.6, 0, 4.6]) {
    pen.beginPath();
    pen.arc(x, 0, 1.5, 0, 2 * Math.PI);
    pen.fill();
  }
}

/** Something was said. */
export function bubble(pen: Pen, ink: Ink, filled: boolean): void {
  const outline = [-6.5, -6, 6.5, -6, 6.5, 3, 0.5, 3, -3, 6.5, -3, 3, -6.5, 3];
  pen.fillStyle = filled ? ink.color : ink.ground;
  polygon(pen, outline, 'fill');
  polygon(pen, outline, 'stroke');
}

/** In the middle of a bubble. */
export function star(pen: Pen, color: string): void {
  const points = Array.from({ length: 10 }, (_, corner) => {
    const radius = corner % 2 === 0 ? 3.8 : 1.6;
    const angle = (corner / 5 - 0.5) * Math.PI;
    return [radius * Math.cos(angle), radius * Math.sin(angle) - 1.5];
  });
  pen.fillStyle = color;
  polygon(pen, points.flat(), 'fill');
}
