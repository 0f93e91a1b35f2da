import type { EventTime } from './eventRecord';

/** Milliseconds from 1601-01-01 UTC, where FILETIME starts, to 1970-01-01 UTC. */
const EPOCH_MS = 11_644_473_600_000;

/** 2^32 · 100 ns = 429,496 ms + 7,296 · 100 ns: splits a FILETIME without ever leaving the exact integers. */
const HIGH_MS = 429_496;
const HIGH_TICKS = 7_296;

/** Milliseconds since 1970 UTC of the FILETIME with these two halves. */
export function fileTimeMs(low: number, high: number): number {
  return high * HIGH_MS + Math.floor((high * HIGH_TICKS + low) / 10_000) - EPOCH_MS;
}

/** Its 100 ns units within the millisecond. */
export function fileTimeTicks(low: number, high: number): number {
  return (high * HIGH_TICKS + low) % 10_000;
}

/** As Event Viewer writes it: `2025-06-08T07:15:00.0513480Z`. Any FILETIME lies within the years of `Date`. */
export function timeText(time: EventTime): string {
  return `${new Date(time.ms).toISOString().slice(0, -1)}${String(time.ticks).padStart(4, '0')}Z`;
}

/** Reads {@link timeText} and the shapes with fewer or more digits that other writers use; `null` for other text. */
export function parseTime(text: string): EventTime | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/.exec(text);
  if (match === null) {
    return null;
  }
  const ms = Date.parse(`${match[1]!}Z`);
  const fraction = Number((match[2] ?? '').padEnd(7, '0').slice(0, 7));
  return Number.isNaN(ms) ? null : { ms: ms + Math.floor(fraction / 10_000), ticks: fraction % 10_000 };
}
