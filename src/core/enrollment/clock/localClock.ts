import { zoneOffsetAtLocal } from '../../catalog/windowsZones';
import type { LocalOffset, ZoneSource } from '../document/clockFacts';
import { offsetByCommonEvents, type CommonEvents } from './commonEvents';
import { offsetInStamp } from './utcStamp';

/** A line of a log that carries the wall clock of the device. */
export interface LocalLine {
  /** Wall clock as if it were UTC, milliseconds since 1970. */
  readonly localMs: number;
  readonly message: string;
}

/** Lines of a log that were written in one zone: those of one run of the agent, or up to the next change of the zone. */
export interface LocalStretch {
  /** Index of its first line. */
  readonly first: number;
  readonly source: ZoneSource;
  /** At its first line; `null` where it is not known. */
  readonly minutesEast: number | null;
  readonly certain: boolean;
}

export interface ResolvedLog {
  /** Raw UTC of each line, milliseconds since 1970 (not yet corrected for clock steps). */
  readonly utc: Float64Array;
  /** Of the first stretch. */
  readonly source: ZoneSource;
  readonly stretches: readonly LocalStretch[];
}

/** A zone that Windows setup gave the device. */
export interface SetZone {
  /** The earlier of the recorded and the corrected time, milliseconds since 1970 UTC. */
  readonly fromMs: number;
  readonly zoneName: string;
}

/** What else in the bundle tells the zone of the device. */
export interface ZoneHints {
  readonly offsets: readonly LocalOffset[];
  /** Windows zone name of the device when the bundle was taken. */
  readonly zoneName: string | null;
  /** What the event logs tell in UTC; absent where there are none. */
  readonly commonEvents?: CommonEvents;
  /** The zones that a setup log names; absent for a setup log itself. */
  readonly setZones?: readonly SetZone[];
}

/** How far another zone than the assumed one may put a line off, milliseconds. */
export const widestZoneMs = 14 * 3_600_000;

const quarterMs = 15 * 60_000;

/** Turns the wall clock of a log into UTC, each stretch by the best evidence there is for it. */
export function resolveLocalLog(lines: readonly LocalLine[], hints: ZoneHints): ResolvedLog {
  const starts = lines.flatMap((line, index) =>
    index === 0 || line.message === agentStart || zoneNameIn(line) !== null ? [index] : [],
  );
  const ways = starts.map((first, run) => wayOf(lines, first, starts[run + 1] ?? lines.length, hints));
  const whole = fillGaps(ways, starts, lines, hints.zoneName);
  const utc = new Float64Array(lines.length);
  whole.forEach((way, run) => {
    const end = starts[run + 1] ?? lines.length;
    for (let index = starts[run]!; index < end; index += 1) {
      utc[index] = lines[index]!.localMs - way.offsetAt(lines[index]!.localMs);
    }
  });
  return {
    utc,
    source: whole[0]?.source ?? 'unknown',
    stretches: whole.map((way, run) => ({
      first: starts[run]!,
      source: way.source,
      minutesEast: way.source === 'unknown' ? null : way.offsetAt(lines[starts[run]!]!.localMs) / 60_000,
      certain: way.certain,
    })),
  };
}

/**
 * A process keeps the zone that it found when it started, so each start of the agent may begin another one. Setup logs
 * write `Set time zone to [name]`.
 */
const agentStart = 'EMS Agent Started';

/** How a stretch is turned into UTC. */
interface Way {
  readonly source: ZoneSource;
  readonly certain: boolean;
  /** Milliseconds east of UTC at a wall clock time. */
  readonly offsetAt: (localMs: number) => number;
}

function constant(source: ZoneSource, offset: number, certain = true): Way {
  return { source, certain, offsetAt: () => offset };
}

function inZone(source: ZoneSource, zoneName: string, certain = true): Way {
  return { source, certain, offsetAt: (localMs) => (zoneOffsetAtLocal(zoneName, localMs) ?? 0) * 60_000 };
}

function wayOf(lines: readonly LocalLine[], first: number, end: number, hints: ZoneHints): Way | null {
  const stamped = offsetByStamps(lines, first, end);
  if (stamped !== null) {
    return constant('utcStamp', stamped);
  }
  const { localMs } = lines[first]!;
  const common =
    hints.commonEvents === undefined ? null : offsetByCommonEvents(linesOf(lines, first, end), hints.commonEvents);
  const named = zoneNameIn(lines[first]!);
  const byName = named === null ? null : inZone('zoneName', named);
  if (common !== null && (byName === null || common.votes >= votesAgainstName)) {
    return byName?.offsetAt(localMs) === common.offset ? byName : constant('commonEvent', common.offset);
  }
  if (byName !== null) {
    return byName;
  }
  const recorded = offsetInForce(hints.offsets, localMs);
  if (recorded !== null) {
    return constant('eventLog', recorded);
  }
  const zone = zoneInForce(hints.setZones ?? [], localMs);
  return zone === null ? null : inZone('setupLog', zone);
}

/** That many votes of common events are believed more than a name and the rules of its zone. */
const votesAgainstName = 4;

function* linesOf(lines: readonly LocalLine[], first: number, end: number): Generator<LocalLine> {
  for (let index = first; index < end; index += 1) {
    yield lines[index]!;
  }
}

/** The offset that most of the UTC stamps in a stretch agree on. */
function offsetByStamps(lines: readonly LocalLine[], first: number, end: number): number | null {
  const votes = new Map<number, number>();
  for (const line of linesOf(lines, first, end)) {
    const offset = offsetInStamp(line);
    if (offset !== null) {
      votes.set(offset, (votes.get(offset) ?? 0) + 1);
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** More changes of the zone than any device has seen; the last of them count. */
const enoughChanges = 100;

function offsetInForce(offsets: readonly LocalOffset[], localMs: number): number | null {
  const last = offsets.slice(-enoughChanges);
  const inForce =
    last.findLast(({ from, minutesEastOfUtc }) => localMs - minutesEastOfUtc * 60_000 >= Date.parse(from)) ?? last[0];
  return inForce === undefined ? null : inForce.minutesEastOfUtc * 60_000;
}

function zoneInForce(zones: readonly SetZone[], localMs: number): string | null {
  const inForce = zones
    .slice(-enoughChanges)
    .findLast(({ fromMs, zoneName }) => localMs - (zoneOffsetAtLocal(zoneName, localMs) ?? 0) * 60_000 >= fromMs);
  return inForce?.zoneName ?? null;
}

/** Stretches without evidence of their own go by the one beside them; without any, by the zone of the device. */
function fillGaps(
  ways: readonly (Way | null)[],
  starts: readonly number[],
  lines: readonly LocalLine[],
  zoneName: string | null,
): readonly Way[] {
  const filled: (Way | null)[] = [...ways];
  const isAnyKnown = ways.some((way) => way !== null);
  if (!isAnyKnown && filled.length > 0) {
    const isKnown = zoneName !== null && zoneOffsetAtLocal(zoneName, 0) !== null;
    filled[filled.length - 1] = isKnown ? inZone('deviceZone', zoneName, false) : constant('unknown', 0, false);
  }
  for (let run = 1; run < filled.length; run += 1) {
    filled[run] ??= beside(filled[run - 1] ?? null, shiftAt(lines, starts[run]!), lines[starts[run]!]!);
  }
  for (let run = filled.length - 2; run >= 0; run -= 1) {
    filled[run] ??= beside(filled[run + 1] ?? null, -shiftAt(lines, starts[run + 1]!), lines[starts[run + 1]!]!);
  }
  return filled as readonly Way[];
}

/** `line` is the one at which the zone may have been moved: where it says so itself, the jump is sure. */
function beside(way: Way | null, shift: number, line: LocalLine): Way | null {
  if (way === null) {
    return null;
  }
  const source = way.source === 'unknown' || way.source === 'deviceZone' ? way.source : 'sameLog';
  if (shift === 0) {
    return { ...way, source };
  }
  const offset = way.offsetAt(line.localMs) + shift;
  return Math.abs(offset) > widestZoneMs && way.source !== 'unknown'
    ? { ...way, source, certain: false }
    : constant(source, offset, way.certain && zoneNameIn(line) !== null);
}

/** Between its stop and its next start at a restart the agent is silent for this long at most, milliseconds. */
const longestRestartMs = 5 * 60_000;
/** A smaller jump is time that has passed, milliseconds. */
const noticeableShiftMs = 30 * 60_000;

/** The zones of the world are no further apart than this, milliseconds. */
const widestShiftMs = 26 * 3_600_000;
/** A line that sets the zone is written at once after the one before it, milliseconds. */
const atOnceMs = 60_000;

/**
 * How far the zone was moved at the start of a stretch, milliseconds; 0 where nothing shows it. A jump by hours that is
 * a restart longer than a whole number of quarters is read as a new zone, and so is any jump back.
 */
function shiftAt(lines: readonly LocalLine[], start: number): number {
  const jump = lines[start]!.localMs - lines[start - 1]!.localMs;
  const isRestart = lines[start]!.message === agentStart;
  const shift = isRestart ? Math.floor(jump / quarterMs) * quarterMs : Math.round(jump / quarterMs) * quarterMs;
  const fits = isRestart ? jump - shift <= longestRestartMs : Math.abs(jump - shift) < atOnceMs;
  return fits && Math.abs(shift) >= noticeableShiftMs && Math.abs(shift) <= widestShiftMs ? shift : 0;
}

/** The zones that a setup log gives the device, in its order; `utc` are the times of its lines. */
export function setZonesIn(lines: readonly LocalLine[], utc: Float64Array): readonly SetZone[] {
  return lines.flatMap((line, index) => {
    const zoneName = zoneNameIn(line);
    return zoneName === null ? [] : [{ fromMs: utc[index]!, zoneName }];
  });
}

/** The zone that a line of a setup log gives the device (`Set time zone to [name]`); `null` for other lines. */
export function zoneNameIn(line: LocalLine): string | null {
  const name = /\bSet time zone to \[([^\]]+)\]/.exec(line.message)?.[1];
  return name !== undefined && zoneOffsetAtLocal(name, line.localMs) !== null ? name : null;
}
