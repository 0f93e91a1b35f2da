/*
 * What the signs mean, drawn by the same hand as the signs themselves: for the page, and below drawings that stand alone.
 */
import { fitText, type MeasureText } from '../fitText';
import { allItems } from '../selection';
import type { Glyph, TimelineItem, TimelineModel, Tone } from '../timelineModel';
import { paintArea, type Area } from './areaSigns';
import { paintGlyph } from './glyphPainter';
import type { Pen } from './pen';
import type { Theme } from './theme';

/** Every sign there is: what can be drawn can be explained. The most telling come first. */
const signs: Readonly<Record<Glyph, readonly [Tone, string]>> = {
  rebootUnexpected: ['caution', 'reboot not called for'],
  rebootExpected: ['neutral', 'expected reboot'],
  rebootUndecided: ['neutral', 'reboot, not decidable'],
  webRePrompt: ['bad', 're-prompt: web sign-in'],
  passRePrompt: ['bad', 're-prompt: Temporary Access Pass'],
  passwordRePrompt: ['bad', 're-prompt: password'],
  rePrompt: ['bad', 're-prompt: Hello, key or card'],
  unknownRePrompt: ['bad', 're-prompt: credential unknown'],
  flag: ['caution', 'confirmed or likely cause'],
  flagPossible: ['caution', 'possible cause'],
  flagRefuted: ['neutral', 'refuted cause'],
  flagUnanswered: ['neutral', 'asked for a restart, none answered'],
  otherCause: ['caution', 'other cause, confirmed or likely'],
  otherCausePossible: ['caution', 'other cause, possible'],
  otherCauseRefuted: ['neutral', 'other cause, refuted'],
  refusal: ['caution', 'sign-in or token refused'],
  tokenMissing: ['bad', 'no token'],
  tokenPresent: ['good', 'token'],
  tokenUnknown: ['neutral', 'token unknown'],
  autoLogonCleared: ['caution', 'auto-logon cleared'],
  helloDone: ['good', 'Hello set up'],
  helloUnfinished: ['bad', 'Hello not finished'],
  helloTrace: ['caution', 'sign of Hello'],
  userMark: ['progress', 'your mark'],
  note: ['progress', 'note'],
  noteStarred: ['progress', 'starred note'],
  noteSettled: ['neutral', 'settled note'],
  findingError: ['bad', 'finding: error'],
  findingWarning: ['caution', 'finding: warning'],
  findingInfo: ['neutral', 'finding: info'],
  powerLoss: ['bad', 'power loss'],
  signIn: ['person', 'sign-in'],
  automaticSignIn: ['person', 'automatic sign-in'],
  restart: ['neutral', 'restart'],
  fastStartup: ['neutral', 'fast startup'],
  shutdown: ['neutral', 'shutdown and start'],
  firstBoot: ['neutral', 'first boot'],
  unknownBoot: ['neutral', 'start, cause unknown'],
  clockStep: ['clock', 'clock step'],
  zoneChange: ['clock', 'time zone change'],
  sleep: ['neutral', 'asleep'],
};

interface Drawn {
  readonly items: readonly TimelineItem[];
  readonly model: TimelineModel;
}

const areas: Readonly<Record<Area, readonly [text: string, occurs: (drawn: Drawn) => boolean]>> = {
  hollowScene: ['no log shows it', ({ items }) => items.some(({ scene }) => scene?.isSeen === false)],
  openEnd: [
    'start or end not known',
    ({ items }) => items.some(({ shape, openStart, openEnd }) => shape === 'bar' && (openStart || openEnd)),
  ],
  doubt: ['time may be off by as much', ({ items }) => items.some(({ uncertaintyMs }) => (uncertaintyMs ?? 0) > 0)],
  wait: ['lock screen waiting', ({ items }) => items.some(({ kind }) => kind === 'wait')],
  pause: ['pause within a phase', ({ items }) => items.some(({ pauses }) => pauses.length > 0)],
  failed: ['failed', ({ items }) => items.some(({ fill }) => fill === 'striped')],
  noData: [
    'no data (not the same as quiet)',
    ({ model: { lanes } }) => lanes.some((lane) => lane.kind === 'channel' && lane.noData.length > 0),
  ],
  powerLoss: ['power lost', ({ model: { bands } }) => bands.some(({ style }) => style === 'powerLoss')],
  error: [
    'error records',
    ({ model: { lanes } }) => lanes.some((lane) => lane.kind === 'channel' && (lane.series?.errors.length ?? 0) > 0),
  ],
  warning: [
    'warning records',
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
    text,
    paint: (pen, theme) => {
      const ink = { color: theme.tones[tone], ground: theme.background, fontFamily: theme.fontFamily };
      paintGlyph(pen, glyph, signSide / 2, signSide / 2, ink);
    },
  };
}

function areaEntry(area: Area): LegendEntry {
  return {
    text: areas[area][0],
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
