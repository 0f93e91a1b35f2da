import type { LocalOffset } from '../../core/enrollment/document/clockFacts';
import { dayAndTime, instantOf, wallText } from '../../core/words/instant';

/** `utc`, or the clock on the wall beside the device. */
export type TimeDisplay = 'utc' | 'device';

/**
 * `2026-08-20 02:07:58Z`, or with the device's offset `2026-08-19 19:07:58 -07:00`. Times before the first known
 * offset, and all of them where none is known, stay in UTC.
 *
 * @param iso ISO 8601 UTC
 */
export function timeText(iso: string, display: TimeDisplay, offsets: readonly LocalOffset[]): string {
  const time = instantOf(iso);
  if (time === null) {
    return iso;
  }
  const offset = display === 'device' ? offsets.findLast((known) => Date.parse(known.from) <= time) : undefined;
  return offset === undefined ? `${dayAndTime(time)}Z` : wallText(time, offset.minutesEastOfUtc);
}
