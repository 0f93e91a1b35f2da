import * as l10n from '@vscode/l10n';
import { phrase } from '../words/language';
import { isInstant, timeOfDay } from '../words/instant';
import type { TimeRange } from './timeScale';
import { spanOf } from './timeScale';
import { elapsedText, utcDisplay, type TimeDisplay } from './timeDisplay';
import { noFolds, type TimeFolds } from './timeFolds';

/** One mark of the time axis. */
export interface Tick {
  readonly time: number;
  readonly label: string;
  /** A new day (or year) begins here: drawn stronger. */
  readonly strong: boolean;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Steps people count in; longer ones are calendar months. */
const steps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7].map((count) => count * day),
];
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 12_000];

/** 1970-01-05 was a Monday: weeks are counted from there. */
const firstMonday = 4 * day;

const monthNames: readonly string[] = [
  phrase('Jan'),
  phrase('Feb'),
  phrase('Mar'),
  phrase('Apr'),
  phrase('May'),
  phrase('Jun'),
  phrase('Jul'),
  phrase('Aug'),
  phrase('Sep'),
  phrase('Oct'),
  phrase('Nov'),
  phrase('Dec'),
];

/** How the axis runs, where it is not plain UTC from end to end. */
interface AxisOptions {
  readonly folds?: TimeFolds;
  readonly display?: TimeDisplay;
}

/**
 * Round times for an axis `width` pixels long, on the clock of the display, far enough apart for their labels.
 * Labels name what changes between ticks: milliseconds, seconds, minutes, days, months. There are none inside folds.
 */
export function timeTicks(
  range: TimeRange,
  width: number,
  { folds = noFolds, display = utcDisplay }: AxisOptions = {},
): readonly Tick[] {
  if (!(spanOf(range) > 0) || !isInstant(range.start) || !isInstant(range.end)) {
    return [];
  }
  const perPixel = spanOf(folds.rangeToAxis(range)) / Math.max(1, width);
  return pieces(range, folds, display).flatMap((piece) => {
    const shift = display.shiftAt(piece.start);
    const shown = { start: piece.start + shift, end: piece.end + shift };
    return ticksOf(shown, perPixel, display.kind === 'elapsed')
      .map((tick) => ({ ...tick, time: tick.time - shift }))
      .filter(({ time }) => time < piece.end || piece.end === range.end);
  });
}

function ticksOf(range: TimeRange, perPixel: number, isElapsed: boolean): readonly Tick[] {
  const step = steps.find((candidate) => candidate >= perPixel * labelRoom(candidate));
  if (isElapsed) {
    return elapsedTicks(range, step ?? Math.ceil((perPixel * labelRoom(day)) / day) * day);
  }
  return step === undefined ? monthTicks(range, perPixel * labelRoom(day)) : evenTicks(range, step);
}

/** The parts of the axis that run straight: between folds, and between changes of the clock. */
function pieces(range: TimeRange, { folds }: TimeFolds, { changes }: TimeDisplay): readonly TimeRange[] {
  const parts: TimeRange[] = [];
  let start = range.start;
  const holes = [...folds, ...changes.map((time) => ({ start: time, end: time }))].sort((a, b) => a.start - b.start);
  for (const hole of holes) {
    if (hole.end <= start || hole.start >= range.end) {
      continue;
    }
    parts.push({ start, end: Math.max(start, hole.start) });
    start = Math.max(start, hole.end);
  }
  parts.push({ start, end: range.end });
  return parts.filter((part) => part.end > part.start);
}

/** Zero, the start of the enrollment, stands out as days do. */
function elapsedTicks(range: TimeRange, step: number): Tick[] {
  const ticks: Tick[] = [];
  const last = Math.floor(range.end / step);
  for (let index = Math.ceil(range.start / step); index <= last; index += 1) {
    const time = index * step;
    const label = time === 0 ? l10n.t('start') : elapsedText(time, step < second ? 12 : step < minute ? 8 : 5);
    ticks.push({ time, label, strong: time === 0 });
  }
  return ticks;
}

/** Pixels that a label of this step needs, with the air around it. */
function labelRoom(step: number): number {
  return step < second ? 104 : step < minute ? 76 : 64;
}

function evenTicks(range: TimeRange, step: number): Tick[] {
  const origin = step > day ? firstMonday : 0;
  const ticks: Tick[] = [];
  const first = Math.ceil((range.start - origin) / step);
  const last = Math.floor((range.end - origin) / step);
  for (let index = first; index <= last; index += 1) {
    const time = origin + index * step;
    const startsDay = time % day === 0;
    ticks.push({ time, label: startsDay ? dayLabel(time) : clockLabel(time, step), strong: startsDay && step < day });
  }
  return ticks;
}

function monthTicks(range: TimeRange, shortest: number): Tick[] {
  const months = monthSteps.find((count) => count * 28 * day >= shortest) ?? monthSteps.at(-1)!;
  const from = new Date(range.start);
  const ticks: Tick[] = [];
  let index = Math.floor((from.getUTCFullYear() * 12 + from.getUTCMonth()) / months) * months;
  for (;;) {
    const time = startOfMonth(index);
    if (!(time <= range.end)) {
      return ticks;
    }
    if (time >= range.start) {
      const startsYear = index % 12 === 0;
      const year = String(Math.floor(index / 12));
      const label = startsYear ? year : `${monthName(index % 12)} ${year}`;
      ticks.push({ time, label, strong: startsYear && months < 12 });
    }
    index += months;
  }
}

/** `Date.UTC` reads years 0–99 as 1900–1999; setting the year says what is meant. */
function startOfMonth(monthIndex: number): number {
  return new Date(0).setUTCFullYear(Math.floor(monthIndex / 12), ((monthIndex % 12) + 12) % 12, 1);
}

function dayLabel(time: number): string {
  const date = new Date(time);
  return l10n.t('{0} {1}', date.getUTCDate(), monthName(date.getUTCMonth()));
}

function monthName(index: number): string {
  return l10n.t(monthNames[index] ?? '');
}

function clockLabel(time: number, step: number): string {
  return timeOfDay(time, step < second ? 12 : step < minute ? 8 : 5);
}
