import type { LocalLog } from '../document/clockFacts';
import { widestZoneMs, type ResolvedLog } from './localClock';

/** The logs of setup and of servicing tell whole seconds, milliseconds. */
export const wholeSecondMs = 1_000;

/** The stretches of a log for the document; `lineOf` gives the line of the log at an index. */
export function zonesOf(
  path: string,
  { stretches }: ResolvedLog,
  lineOf: (index: number) => number,
): readonly LocalLog[] {
  const told: LocalLog[] = [];
  for (const { first, source, minutesEast, certain } of stretches) {
    const last = told.at(-1);
    if (last?.source !== source || last.minutesEast !== minutesEast || last.certain !== certain) {
      told.push({ path, fromLine: lineOf(first), source, minutesEast, certain });
    }
  }
  return told;
}

/**
 * How far lines of a log may be off, by index, in an ascending order of calls: `exactMs` where the zone is sure, by any
 * zone of the world where it is not. Nothing is said of lines that are exact.
 */
export function zoneDoubt(
  { stretches }: ResolvedLog,
  exactMs: number,
): (index: number) => { readonly mayBeOffMs?: number } {
  let next = 0;
  return (index) => {
    while (next + 1 < stretches.length && stretches[next + 1]!.first <= index) {
      next += 1;
    }
    const mayBeOffMs = stretches[next]?.certain === false ? widestZoneMs : exactMs;
    return mayBeOffMs === 0 ? {} : { mayBeOffMs };
  };
}
