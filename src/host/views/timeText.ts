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

const written = /^(\d{4}-(\d\d-\d\d)) (\d\d:\d\d):\d\d(Z?)/;

/** The day that most of these times have, as {@link timeText} writes them; the first of several. `null` for no times. */
export function commonDay(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const day = written.exec(text)?.[1];
    if (day !== undefined) {
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/**
 * `13:14`, a time for a narrow row. A time of another day than `day` has its own before it: `02-18 13:14`, with the
 * year where that is another one too. Among times of the device, those in UTC say so.
 *
 * @param text as {@link timeText} writes it; anything else stays as it is
 */
export function rowTimeText(text: string, display: TimeDisplay, day: string | null): string {
  const [, fullDay, monthAndDay, minutes, utc] = written.exec(text) ?? [];
  if (fullDay === undefined || monthAndDay === undefined || minutes === undefined) {
    return text;
  }
  const time = display === 'device' ? `${minutes}${utc ?? ''}` : minutes;
  if (fullDay === day) {
    return time;
  }
  return `${fullDay.slice(0, 4) === day?.slice(0, 4) ? monthAndDay : fullDay} ${time}`;
}
