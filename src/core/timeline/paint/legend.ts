/*
 * What the signs mean, drawn by the same hand as the signs themselves: for the page, and below drawings that stand alone.
 */
import * as l10n from '@vscode/l10n';
import { phrase } from '../../words/language';
import { fitText, type MeasureText } from '../fitText';
import { allItems } from '../selection';
import type { Glyph, TimelineItem, TimelineModel, Tone } from '../timelineModel';
import { paintArea, type Area } from './areaSigns';
import { paintGlyph } from './glyphPainter';
import type { Pen } from './pen';
import type { Theme } from './theme';

/** Every sign there is: what can be drawn can be explained. The most telling come first. */
const signs: Readonly<Record<Glyph, readonly [Tone, string]>> = {
  rebootUnexpected: ['caution', phrase('reboot not called for')],
  rebootExpected: ['neutral', phrase('expected reboot')],
  rebootUndecided: ['neutral', phrase('reboot, not decidable')],
  webRePrompt: ['bad', phrase('re-prompt: web sign-in')],
  passRePrompt: ['bad', phrase('re-prompt: Temporary Access Pass')],
  passwordRePrompt: ['bad', phrase('re-prompt: password')],
  rePrompt: ['bad', phrase('re-prompt: Hello, key or card')],
  unknownRePrompt: ['bad', phrase('re-prompt: credential unknown')],
  flag: ['caution', phrase('confirmed or likely cause')],
  flagPossible: ['caution', phrase('possible cause')],
  flagRefuted: ['neutral', phrase('refuted cause')],
  flagUnanswered: ['neutral', phrase('asked for a restart, none answered')],
  otherCause: ['caution', phrase('other cause, confirmed or likely')],
  otherCausePossible: ['caution', phrase('other cause, possible')],
  otherCauseRefuted: ['neutral', phrase('other cause, refuted')],
  refusal: ['caution', phrase('sign-in or token refused')],
  tokenMissing: ['bad', phrase('no token')],
  tokenPresent: ['good', phrase('token')],
  tokenUnknown: ['neutral', phrase('token unknown')],
  autoLogonCleared: ['caution', phrase('auto-logon cleared')],
  helloDone: ['good', phrase('Hello set up')],
  helloUnfinished: ['bad', phrase('Hello not finished')],
  helloTrace: ['caution', phrase('sign of Hello')],
  userMark: ['progress', phrase('your mark')],
  note: ['progress', phrase('note')],
  noteStarred: ['progress', phrase('starred note')],
  noteSettled: ['neutral', phrase('settled note')],
  findingError: ['bad', phrase('finding: error')],
  findingWarning: ['caution', phrase('finding: warning')],
  findingInfo: ['neutral', phrase('finding: info')],
  powerLoss: ['bad', phrase('power loss')],
  signIn: ['person', phrase('sign-in')],
  automaticSignIn: ['person', phrase('automatic sign-in')],
  restart: ['neutral', phrase('restart')],
  fastStartup: ['neutral', phrase('fast startup')],
  shutdown: ['neutral', phrase('shutdown and start')],
  firstBoot: ['neutral', phrase('first boot')],
  unknownBoot: ['neutral', phrase('start, cause unknown')],
  clockStep: ['clock', phrase('clock step')],
  zoneChange: ['clock', phrase('time zone change')],
  sleep: ['neutral', phrase('asleep')],
};

interface Drawn {
  readonly items: readonly TimelineItem[];
  readonly model: TimelineModel;
}

const areas: Readonly<Record<Area, readonly [text: string, occurs: (drawn: Drawn) => boolean]>> = {
  hollowScene: [phrase('no log shows it'), ({ items }) => items.some(({ scene }) => scene?.isSeen === false)],
  openEnd: [
    phrase('start or end not known'),
    ({ items }) => items.some(({ shape, openStart, openEnd }) => shape === 'bar' && (openStart || openEnd)),
  ],
  doubt: [
    phrase('time may be off by as much'),
    ({ items }) => items.some(({ uncertaintyMs }) => (uncertaintyMs ?? 0) > 0),
  ],
  wait: [phrase('lock screen waiting'), ({ items }) => items.some(({ kind }) => kind === 'wait')],
  pause: [phrase('pause within a phase'), ({ items }) => items.some(({ pauses }) => pauses.length > 0)],
  failed: [phrase('failed'), ({ items }) => items.some(({ fill }) => fill === 'striped')],
  noData: [
    phrase('no data (not the same as quiet)'),
    ({ model: { lanes } }) => lanes.some((lane) => lane.kind === 'channel' && lane.noData.length > 0),
  ],
  powerLoss: [phrase('power lost'), ({ model: { bands } }) => bands.some(({ style }) => style === 'powerLoss')],
  error: [
    phrase('error records'),
    ({ model: { lanes } }) => lanes.some((lane) => lane.kind === 'channel' && (lane.series?.errors.length ?? 0) > 0),
  ],
  warning: [
    phrase('warning records'),
    ({ model: { lanes } }) => lanes.some((lane) => lane.kind === 'channel' && (lane.series?.warnings.length ?? 0) > 0),
  ],
};

/** One sign and its meaning. */
export interface LegendEntry {
  readonly text: string;
  /** Draws the sign into a square of {@link signSide} pixels at the pen's origin. */
  readonly paint: (pen: Pen, theme: Theme) => void;
}

/** Pixels. */
export const signSide = 18;

/** The signs that occur in what a model shows, the most telling first. */
export function legendOf(model: TimelineModel): readonly LegendEntry[] {
  const items = model.lanes.flatMap((lane) => (lane.kind === 'story' ? allItems(lane) : []));
  const glyphs = new Set(items.map(({ glyph }) => glyph));
  return [
    ...(Object.keys(signs) as Glyph[]).filter((glyph) => glyphs.has(glyph)).map(glyphEntry),
    ...(Object.keys(areas) as Area[]).filter((area) => areas[area][1]({ items, model })).map(areaEntry),
  ];
}

function glyphEntry(glyph: Glyph): LegendEntry {
  const [tone, text] = signs[glyph];
  return {
    text: l10n.t(text),
    paint: (pen, theme) => {
      const ink = { color: theme.tones[tone], ground: theme.background, fontFamily: theme.fontFamily };
      paintGlyph(pen, glyph, signSide / 2, signSide / 2, ink);
    },
  };
}

function areaEntry(area: Area): LegendEntry {
  return {
    text: l10n.t(areas[area][0]),
    paint: (pen, theme) => {
      paintArea(pen, area, signSide, theme);
    },
  };
}

/** Pixels. */
const row = { height: 20, padding: 6, side: 12, signGap: 4, entryGap: 14 };

export interface PlacedEntry extends LegendEntry {
  readonly x: number;
  readonly y: number;
}

/** Entries in rows of a width, from the top. */
export function placeLegend(
  entries: readonly LegendEntry[],
  width: number,
  measure: MeasureText,
): { readonly entries: readonly PlacedEntry[]; readonly height: number } {
  let [x, y] = [row.side, row.padding];
  const placed = entries.map((entry) => {
    const text = fitText(entry.text, width - 2 * row.side - signSide - row.signGap, measure);
    const length = signSide + row.signGap + measure(text);
    if (x > row.side && x + length > width - row.side) {
      x = row.side;
      y += row.height;
    }
    const place = { ...entry, text, x, y };
    x += length + row.entryGap;
    return place;
  });
  return { entries: placed, height: placed.length === 0 ? 0 : y + row.height + row.padding };
}

export function paintLegend(pen: Pen, entries: readonly PlacedEntry[], top: number, theme: Theme): void {
  for (const { x, y, text, paint } of entries) {
    pen.save();
    pen.translate(x, top + y);
    paint(pen, theme);
    pen.restore();
    pen.fillStyle = theme.foreground;
    pen.textAlign = 'left';
    pen.textBaseline = 'middle';
    pen.fillText(text, x + signSide + row.signGap, top + y + signSide / 2 + 0.5);
  }
}
