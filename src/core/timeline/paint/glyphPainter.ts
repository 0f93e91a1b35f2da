/*
 * The small drawings that tell kinds of items apart by shape. All are drawn around a centre, within a radius of
 * seven pixels, in one colour; `ground` is what shows through.
 */
import type { Glyph } from '../timelineModel';
import {
  arc,
  bubble,
  circularArrow,
  crescent,
  disc,
  face,
  filledCircle,
  globe,
  key,
  letter,
  line,
  nut,
  octagon,
  passwordField,
  pennant,
  person,
  polygon,
  ring,
  star,
  ticket,
  type Ink,
} from './glyphShapes';
import type { Pen } from './pen';

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
    case 'sleep':
      crescent(pen, ink);
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
    case 'flagUnanswered':
      pennant(pen, ink, 'empty');
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
    case 'note':
      bubble(pen, ink, true);
      return;
    case 'noteStarred':
      bubble(pen, ink, true);
      star(pen, ink.ground);
      return;
    case 'noteSettled':
      bubble(pen, ink, false);
      line(pen, [-2.8, -1.5, -0.7, 0.6, 3, -3.4]);
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
    case 'unknownRePrompt':
      polygon(pen, [0, -8, 8, 0, 0, 8, -8, 0], 'fill');
      letter(pen, '?', ink, ink.ground);
      return;
    case 'webRePrompt':
      globe(pen, ink);
      return;
    case 'passRePrompt':
      ticket(pen, ink);
      return;
    case 'passwordRePrompt':
      passwordField(pen, ink);
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
