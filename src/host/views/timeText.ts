import type { LocalOffset } from '../../core/enrollment/document/clockFacts';

/** `utc`, or the clock on the wall beside the device. */
export type TimeDisplay = 'utc' | 'device';

/**
 * `2026-08-20 02:07:58Z`, or with the device's offset `2026-08-19 19:07:58 -07:00`. Times before the first known
 * offset, and all of them where none is known, stay in UTC.
 *
 * @param iso ISO 8601 UTC
 */
export function timeText(iso: string, display: TimeDisplay, offsets: readonly LocalOffset[]): string {
  const ms = Date.parse(iso);
  const offset = display === 'device' ? offsets.findLast((known) => Date.parse(known.from) <= ms) : undefined;
  if (Number.isNaN(ms)) {
    return iso;
  }
  if (offset === undefined) {
    return `${dateAndTime(ms)}Z`;
  }
  const east = offset.minutesEastOfUtc;
  return `${dateAndTime(ms + east * 60_000)} ${offsetText(east)}`;
}

function dateAndTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

function offsetText(minutesEast: number): string {
  const minutes = Math.abs(minutesEast);
  return `${minutesEast < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
