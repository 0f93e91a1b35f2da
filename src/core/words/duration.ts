/*
 * Lengths of time for people: the two largest units that matter, never more. "6 min 36 s" tells more than
 * "396000 ms" and no less than anyone needs; the exact value is one click away in the log. What is smaller than the
 * second unit is dropped and not rounded, as the findings do it: both say "7 h 59 min" of the same clock step.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spokenCount } from './language';

interface Unit {
  readonly ms: number;
  readonly short: string;
  readonly long: readonly [one: string, many: string];
}

const units: readonly Unit[] = [
  { ms: 86_400_000, short: phrase('{0} d'), long: [phrase('1 day'), phrase('{0} days')] },
  { ms: 3_600_000, short: phrase('{0} h'), long: [phrase('1 hour'), phrase('{0} hours')] },
  { ms: 60_000, short: phrase('{0} min'), long: [phrase('1 minute'), phrase('{0} minutes')] },
  { ms: 1_000, short: phrase('{0} s'), long: [phrase('1 second'), phrase('{0} seconds')] },
  { ms: 1, short: phrase('{0} ms'), long: [phrase('1 millisecond'), phrase('{0} milliseconds')] },
];

/** Index of the second; from ten of them on nobody needs milliseconds. */
const seconds = 3;

/** `396000` → `6 min 36 s`. The sign is dropped; what is not a number is an empty text. */
export function shortDuration(milliseconds: number): string {
  return partsOf(milliseconds)
    .map(({ count, unit }) => l10n.t(unit.short, count))
    .join(' ');
}

/** `396000` → `6 minutes 36 seconds`, for screen readers. */
export function longDuration(milliseconds: number): string {
  return partsOf(milliseconds)
    .map(({ count, unit }) => spokenCount(count, ...unit.long))
    .join(' ');
}

/** `-44860060` → `−12 h 28 min`, `39000` → `+39 s`. */
export function signedDuration(milliseconds: number): string {
  return `${milliseconds < 0 ? '−' : '+'}${shortDuration(milliseconds)}`;
}

function partsOf(milliseconds: number): { count: number; unit: Unit }[] {
  if (!Number.isFinite(milliseconds)) {
    return [];
  }
  const length = Math.abs(milliseconds);
  const smallest = units[length >= 10_000 ? seconds : units.length - 1]!;
  // Rounding before taking apart: 59.6 s is one minute, not "0 min 60 s".
  const rounded = Math.round(length / smallest.ms) * smallest.ms;
  const largest = units.findIndex((unit) => rounded >= unit.ms);
  if (largest < 0) {
    return [{ count: 0, unit: smallest }];
  }
  const [first, second] = units.slice(largest, largest + 2);
  const count = Math.floor(rounded / first!.ms);
  const rest = second === undefined ? 0 : Math.floor((rounded - count * first!.ms) / second.ms);
  return [{ count, unit: first! }, ...(second === undefined || rest === 0 ? [] : [{ count: rest, unit: second }])];
}
