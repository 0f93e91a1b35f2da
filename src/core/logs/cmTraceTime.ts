import { wallClockMs } from './wallClock';

/** When a CMTrace record was written, as far as it tells. */
export interface CmTraceTime {
  /** The wall clock of the writing process as if it were UTC, milliseconds since 1970; `null` when unreadable. */
  readonly localMs: number | null;
  /** Minutes to add to the wall clock to get UTC; `null` when the writer gives none (the IME never does). */
  readonly biasMinutes: number | null;
}

/** `M-D-YYYY` in every locale, `HH:mm:ss.fffffff` with an optional bias in minutes behind it. */
export function parseCmTraceTime(date: string, time: string): CmTraceTime {
  const day = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(date);
  const clock = /^(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,7}))?([+-]\d{1,4})?$/.exec(time);
  if (day === null || clock === null) {
    return { localMs: null, biasMinutes: null };
  }
  const [, month, dayOfMonth, year] = day.map(Number);
  const [, hour, minute, second] = clock.map(Number);
  const milliseconds = Number((clock[4] ?? '').padEnd(3, '0').slice(0, 3));
  const localMs = wallClockMs(year!, month!, dayOfMonth!, hour!, minute!, second!);
  return {
    localMs: localMs === null ? null : localMs + milliseconds,
    biasMinutes: localMs === null || clock[5] === undefined ? null : Number(clock[5]),
  };
}
