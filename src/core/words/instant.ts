/*
 * Times as text. Without a word about the zone they are UTC: a bundle comes from a device whose zone may change in the
 * middle of its setup.
 */
import * as l10n from '@vscode/l10n';

/** The farthest instants a `Date` can hold (ECMAScript, "Time Values and Time Range"), a day less for zones, milliseconds. */
const farthest = 8.64e15 - 86_400_000;

/** Can this number be drawn and printed as an instant, in any zone? */
export function isInstant(time: number): boolean {
  return Math.abs(time) <= farthest;
}

/** Milliseconds since 1970 UTC of an ISO 8601 text, or `null` when there is none or it does not parse. */
export function instantOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return isInstant(time) ? time : null;
}

/** `2026-08-19 10:42:17.123 UTC`; empty for what is not an instant. */
export function fullTime(time: number): string {
  return isInstant(time) ? `${new Date(time).toISOString().replace('T', ' ').replace('Z', '')} UTC` : '';
}

/** `2026-08-19 10:42:17`, where a heading says UTC. */
export function dayAndTime(time: number): string {
  return fullTime(time).slice(0, '2026-08-19 10:42:17'.length);
}

/** `2026-08-19 10:42:17 UTC`, as sentences say it; empty for what is not an instant. */
export function saidTime(time: number): string {
  return isInstant(time) ? `${dayAndTime(time)} UTC` : '';
}

/** `2026-08-20 02:07:58.123Z`; empty for what is not an instant. */
export function utcText(time: number): string {
  return fullTime(time).replace(' UTC', 'Z');
}

/** `2026-08-19 19:07:58 -07:00`, the clock on the wall beside the device. */
export function wallText(time: number, minutesEastOfUtc: number): string {
  return `${dayAndTime(time + minutesEastOfUtc * 60_000)} ${offsetText(minutesEastOfUtc, '-')}`;
}

/** `19:07:58`, the same without the day. */
export function wallClockText(time: number, minutesEastOfUtc = 0): string {
  return timeOfDay(time + minutesEastOfUtc * 60_000, 8);
}

/** How the times of one column are written: all alike, so that they stand below each other. */
export interface TimeColumn {
  readonly heading: string;
  /** Has each time its day, and needs the room for it? */
  readonly hasDays: boolean;
  readonly text: (time: number) => string;
}

/** Times of a single day need no day each: the heading has it. All others have theirs, with the year. */
export function timeColumn(times: readonly number[]): TimeColumn {
  const days = new Set(times.filter(isInstant).map(calendarDay));
  const [day] = days;
  return days.size === 1 && day !== undefined
    ? { heading: `${day} UTC`, hasDays: false, text: (time) => timeOfDay(time, 8) }
    : { heading: l10n.t('When (UTC)'), hasDays: true, text: dayAndTime };
}

/** `10:42:17 UTC`, as spoken labels say it. */
export function clockTime(time: number): string {
  return isInstant(time) ? `${timeOfDay(time, 8)} UTC` : '';
}

/** `2026-08-19`. */
export function calendarDay(time: number): string {
  return isInstant(time) ? (new Date(time).toISOString().split('T')[0] ?? '') : '';
}

/** The first `characters` of `10:42:17.123`. */
export function timeOfDay(time: number, characters: 5 | 8 | 12): string {
  return isInstant(time) ? (new Date(time).toISOString().split('T')[1] ?? '').slice(0, characters) : '';
}

/** Minutes east of UTC as `UTC−07:00`. */
export function zoneText(minutesEastOfUtc: number): string {
  return `UTC${offsetText(minutesEastOfUtc, '−')}`;
}

function offsetText(minutesEastOfUtc: number, minus: string): string {
  const minutes = Math.abs(Math.round(minutesEastOfUtc));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutesEastOfUtc < 0 ? minus : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
