import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import { enrollmentStart, localOffsetAt } from '../../core/language/storyTime';

/** From where relative times count. */
export interface TimeOrigin {
  /** Corrected time at the cursor or of what is selected, milliseconds since 1970 UTC; `null` when there is none. */
  readonly here: number | null;
}

/** What is wrong with a typed time. */
export type TimeProblem =
  'notATime' | 'noSuchBoot' | 'noDay' | 'noEnrollment' | 'deviceTimeUnknown' | 'nothingToCountFrom';

/** A corrected instant, milliseconds since 1970 UTC, or why there is none. */
export type TimeAnswer = { readonly time: number } | { readonly problem: TimeProblem };

const dateShape = /^(?:(\d{4}-\d\d-\d\d)[ t])?(\d{1,2}:\d\d(?::\d\d(?:\.\d{1,3})?)?) ?(z|utc|local|device)?$/;
const dayShape = /^(\d{4}-\d\d-\d\d)() ?(z|utc|local|device)?$/;
const distanceShape = /^([+-])\s*((?:\d+(?:\.\d+)?\s*(?:ms|s|m|min|h|d)\s*)+)$/;

/**
 * Reads what people type for a time: `2026-02-17 13:14:27`, `13:14 local`, `+5m`, `-1h30m`, `boot 2 +30s`,
 * `enrollment +10m`. Without a word behind it a time of day is UTC; without a date it is of the day where the person
 * stands, or the enrollment's, or the last start's. A date alone is the start of that day.
 */
export function readTime(text: string, document: TriageDocument, { here }: TimeOrigin): TimeAnswer {
  const input = text.trim().toLowerCase();
  const fromBoot = /^boot\s*(\d+)\s*(.*)$/.exec(input);
  if (fromBoot !== null) {
    const boot = document.boots[Number(fromBoot[1]) - 1];
    return boot === undefined ? { problem: 'noSuchBoot' } : distanceFrom(Date.parse(boot.start), fromBoot[2]!);
  }
  const fromEnrollment = /^enrollment\s*(.*)$/.exec(input);
  if (fromEnrollment !== null) {
    const start = enrollmentStart(document);
    return start === null ? { problem: 'noEnrollment' } : distanceFrom(start, fromEnrollment[1]!);
  }
  if (distanceShape.test(input)) {
    const origin = here ?? enrollmentStart(document);
    return origin === null ? { problem: 'nothingToCountFrom' } : distanceFrom(origin, input);
  }
  return readDate(input, document, here);
}

function distanceFrom(origin: number, text: string): TimeAnswer {
  if (text === '') {
    return { time: origin };
  }
  const match = distanceShape.exec(text);
  if (match === null) {
    return { problem: 'notATime' };
  }
  const length = [...match[2]!.matchAll(/(\d+(?:\.\d+)?)\s*(ms|s|min|m|h|d)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * unitMs[unit as keyof typeof unitMs],
    0,
  );
  return instant(origin + (match[1] === '-' ? -length : length));
}

const unitMs = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function readDate(input: string, document: TriageDocument, here: number | null): TimeAnswer {
  const match = dateShape.exec(input) ?? dayShape.exec(input);
  if (match === null) {
    return { problem: 'notATime' };
  }
  const [, date, clock, zone] = match;
  const timeOfDay = clock === undefined || clock === '' ? '00:00' : clock.replace(/^\d:/, '0$&');
  const isLocal = zone === 'local' || zone === 'device';
  const near = here ?? enrollmentStart(document) ?? lastStart(document);
  const offset = isLocal ? offsetNear(document, near) : 0;
  if (offset === null) {
    return { problem: 'deviceTimeUnknown' };
  }
  const day = date ?? (near === null ? null : isoDay(near + offset * 60_000));
  if (day === null) {
    return { problem: 'noDay' };
  }
  return instant(Date.parse(`${day}T${timeOfDay}Z`) - offset * 60_000);
}

/** Minutes east of UTC on the device's wall around a time; `null` where the bundle does not tell. */
function offsetNear(document: TriageDocument, near: number | null): number | null {
  const [first] = document.clock.localOffsets;
  return (near === null ? null : localOffsetAt(document, near)) ?? first?.minutesEastOfUtc ?? null;
}

function lastStart({ boots }: TriageDocument): number | null {
  const last = boots.at(-1);
  return last === undefined ? null : Date.parse(last.start);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function instant(time: number): TimeAnswer {
  return Math.abs(time) < 8.64e15 - 86_400_000 ? { time } : { problem: 'notATime' };
}
