/**
 * A wall clock as if it were UTC, milliseconds since 1970; `null` for what no calendar and no clock shows, which
 * `Date.UTC` would silently carry over into another day.
 */
export function wallClockMs(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(ms);
  const isSame =
    read.getUTCFullYear() === year &&
    read.getUTCMonth() === month - 1 &&
    read.getUTCDate() === day &&
    read.getUTCHours() === hour &&
    read.getUTCMinutes() === minute &&
    read.getUTCSeconds() === second;
  return isSame ? ms : null;
}
