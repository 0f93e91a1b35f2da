import { zoneOffsetAtLocal } from '../../catalog/windowsZones';
import type { LocalOffset } from '../document/clockFacts';

/** A line of a log that carries the wall clock of the device. */
export interface LocalLine {
  /** Wall clock as if it were UTC, milliseconds since 1970. */
  readonly localMs: number;
  readonly message: string;
}

/** How the zone of a log was found; `unknown` means its times are shown as written. */
export type ZoneSource = 'utcStamp' | 'zoneName' | 'deviceZone' | 'eventLog' | 'unknown';

export interface ResolvedLog {
  /** Raw UTC of each line, milliseconds since 1970 (not yet corrected for clock steps). */
  readonly utc: Float64Array;
  readonly source: ZoneSource;
}

/** What else in the bundle tells the zone of the device. */
export interface ZoneHints {
  readonly offsets: readonly LocalOffset[];
  /** Windows zone name of the device when the bundle was taken. */
  readonly zoneName: string | null;
}

const quarterMs = 15 * 60_000;

/**
 * Turns the wall clock of a log into UTC, by the best evidence there is: UTC stamps inside its lines, zone names it
 * sets itself, the offset that the event log recorded, the zone of the device.
 */
export function resolveLocalLog(lines: readonly LocalLine[], hints: ZoneHints): ResolvedLog {
  return (
    fromUtcStamps(lines) ??
    fromZoneNames(lines) ??
    fromEventLog(lines, hints.offsets) ??
    fromDeviceZone(lines, hints.zoneName)
  );
}

/** The management extension prints `UtcNow=` and similar into some lines. */
function fromUtcStamps(lines: readonly LocalLine[]): ResolvedLog | null {
  const anchors = lines.flatMap((line, index) => {
    const offset = offsetFromStamp(line);
    return offset === null ? [] : [{ index, offset }];
  });
  if (anchors.length === 0) {
    return null;
  }
  let next = 0;
  let offset = anchors[0]!.offset;
  const utc = Float64Array.from(lines, (line, index) => {
    while (next < anchors.length && anchors[next]!.index <= index) {
      offset = anchors[next]!.offset;
      next += 1;
    }
    return line.localMs - offset;
  });
  return { utc, source: 'utcStamp' };
}

const stampShape = /\bUtcNow\s*=\s*(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4}) (\d{1,2}):(\d{2}):(\d{2})/;

/** Milliseconds east of UTC, if the line holds a UTC stamp that lies a whole number of quarters away. */
function offsetFromStamp(line: LocalLine): number | null {
  const match = stampShape.exec(line.message);
  if (match === null) {
    return null;
  }
  const [a, b, c, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // The order of day and month follows the culture of the device: take the one that gives a possible zone.
  const dates =
    a > 31
      ? [[a, b, c]]
      : [
          [c, a, b],
          [c, b, a],
        ];
  for (const [year, month, day] of dates as [number, number, number][]) {
    const offset = line.localMs - Date.UTC(year, month - 1, day, hour, minute, second);
    const rounded = Math.round(offset / quarterMs) * quarterMs;
    if (Math.abs(offset - rounded) < 60_000 && Math.abs(rounded) <= 14 * 3_600_000) {
      return rounded;
    }
  }
  return null;
}

/** Setup logs write `Set time zone to [name]`; the jump at that line tells the zone before it. */
function fromZoneNames(lines: readonly LocalLine[]): ResolvedLog | null {
  const first = lines.findIndex((line) => zoneNameIn(line) !== null);
  if (first < 0) {
    return null;
  }
  const utc = new Float64Array(lines.length);
  let zone = zoneNameIn(lines[first]!)!;
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index]!;
    zone = zoneNameIn(line) ?? zone;
    utc[index] = line.localMs - (zoneOffsetAtLocal(zone, line.localMs) ?? 0) * 60_000;
  }
  const jump = first === 0 ? 0 : lines[first]!.localMs - lines[first - 1]!.localMs;
  const zoneJump = Math.round(jump / quarterMs) * quarterMs;
  const isZoneJump = Math.abs(zoneJump) <= 24 * 3_600_000 && Math.abs(jump - zoneJump) < 60_000;
  const offsetBefore = lines[first]!.localMs - utc[first]! - (isZoneJump ? zoneJump : 0);
  for (let index = 0; index < first; index += 1) {
    utc[index] = lines[index]!.localMs - offsetBefore;
  }
  return { utc, source: 'zoneName' };
}

function zoneNameIn(line: LocalLine): string | null {
  const name = /\bSet time zone to \[([^\]]+)\]/.exec(line.message)?.[1];
  return name !== undefined && zoneOffsetAtLocal(name, line.localMs) !== null ? name : null;
}

function fromEventLog(lines: readonly LocalLine[], offsets: readonly LocalOffset[]): ResolvedLog | null {
  if (offsets.length === 0) {
    return null;
  }
  const utc = Float64Array.from(lines, ({ localMs }) => {
    const inForce =
      offsets.findLast((offset) => localMs - offset.minutesEastOfUtc * 60_000 >= Date.parse(offset.from)) ??
      offsets[0]!;
    return localMs - inForce.minutesEastOfUtc * 60_000;
  });
  return { utc, source: 'eventLog' };
}

function fromDeviceZone(lines: readonly LocalLine[], zoneName: string | null): ResolvedLog {
  const isKnown = zoneName !== null && zoneOffsetAtLocal(zoneName, 0) !== null;
  const utc = Float64Array.from(lines, ({ localMs }) =>
    isKnown ? localMs - (zoneOffsetAtLocal(zoneName, localMs) ?? 0) * 60_000 : localMs,
  );
  return { utc, source: isKnown ? 'deviceZone' : 'unknown' };
}
