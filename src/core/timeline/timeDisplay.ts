/*
 * How times are written: in UTC, on the device's own clock, or counted from the start of the enrollment.
 */
import * as l10n from '@vscode/l10n';
import {
  calendarDay,
  dayAndTime,
  fullTime,
  isInstant,
  timeColumn,
  timeOfDay,
  wallText,
  zoneText,
} from '../words/instant';
import type { TimeColumn } from '../words/instant';
import type { TimelineModel } from './timelineModel';

export type TimeDisplayKind = 'utc' | 'device' | 'elapsed';

export interface TimeDisplay {
  readonly kind: TimeDisplayKind;
  /** For a heading: `2026-08-19 UTC`. */
  readonly heading: (time: number) => string;
  /** With its day and milliseconds. */
  readonly full: (time: number) => string;
  /** With its day, to the second. */
  readonly short: (time: number) => string;
  readonly column: (times: readonly number[]) => TimeColumn;
  /** What to add to an instant so that its UTC text reads as this clock, milliseconds. */
  readonly shiftAt: (time: number) => number;
  /** Where {@link shiftAt} changes, ascending. */
  readonly changes: readonly number[];
}

export const utcDisplay: TimeDisplay = {
  kind: 'utc',
  heading: (time) => `${calendarDay(time)} UTC`,
  full: fullTime,
  short: (time) => `${dayAndTime(time)} UTC`,
  column: timeColumn,
  shiftAt: () => 0,
  changes: [],
};

export const displayKinds: readonly TimeDisplayKind[] = ['utc', 'device', 'elapsed'];

/** Several bundles share no clock, only the time since the moment that they are aligned on. */
export function displayKindsOf({ meeting }: TimelineModel): readonly TimeDisplayKind[] {
  return meeting === null ? displayKinds : ['elapsed'];
}

/** The device's clock is UTC where the bundle does not tell its zone; a stack of bundles knows only `elapsed`. */
export function timeDisplay(
  kind: TimeDisplayKind,
  { localOffsets, enrollmentStart, meeting }: TimelineModel,
): TimeDisplay {
  if (meeting !== null) {
    return elapsedDisplay(enrollmentStart, `+0:00 = ${meeting}`);
  }
  switch (kind) {
    case 'utc':
      return utcDisplay;
    case 'device':
      return deviceDisplay(localOffsets);
    case 'elapsed':
      return elapsedDisplay(enrollmentStart, l10n.t('Since the start'));
  }
}

function deviceDisplay(offsets: TimelineModel['localOffsets']): TimeDisplay {
  const minutesAt = (time: number): number =>
    (offsets.findLast(({ from }) => from <= time) ?? offsets[0])?.minutesEastOfUtc ?? 0;
  const shiftAt = (time: number): number => minutesAt(time) * 60_000;
  const short = (time: number): string => (isInstant(time) ? wallText(time, minutesAt(time)) : '');
  return {
    kind: 'device',
    heading: (time) => `${calendarDay(time + shiftAt(time))} ${zoneText(minutesAt(time))}`,
    full: (time) =>
      isInstant(time) ? `${fullTime(time + shiftAt(time)).replace(' UTC', '')} ${zoneText(minutesAt(time))}` : '',
    short,
    column: () => ({
      heading: l10n.t('When (device)'),
      hasDays: true,
      text: (time) => dayAndTime(time + shiftAt(time)),
    }),
    shiftAt,
    changes: offsets.slice(1).map(({ from }) => from),
  };
}

function elapsedDisplay(origin: number, heading: string): TimeDisplay {
  const text = (time: number): string => (isInstant(time) ? elapsedText(time - origin, 8) : '');
  return {
    kind: 'elapsed',
    heading: () => heading,
    full: (time) => (isInstant(time) ? elapsedText(time - origin, 12) : ''),
    short: text,
    column: () => ({ heading, hasDays: false, text }),
    shiftAt: () => -origin,
    changes: [],
  };
}

/** `+1:02:03` or `−0:00:05.250`; with five characters of a clock `+1:02`. */
export function elapsedText(milliseconds: number, characters: 5 | 8 | 12): string {
  const length = Math.abs(milliseconds);
  const hours = Math.floor(length / 3_600_000);
  const rest = timeOfDay(length % 3_600_000, characters).slice(2);
  return `${milliseconds < 0 ? '−' : '+'}${hours}${rest}`;
}
