import type { EventTime } from '../evtx/eventRecord';

/** The time of an event in an XML export. */
export interface ExportedTime {
  readonly time: EventTime;
  /** The text ends in a zone that no clock has, as `+59:59`, which tracerpt is known to write: taken as UTC. */
  readonly hasOddZone: boolean;
}

const shape = /^\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))?\s*$/;

/**
 * Reads `SystemTime` as Event Viewer (`…0513480Z`), wevtutil and tracerpt (nine digits, local offsets) write it; `null`
 * for other text.
 */
export function parseExportedTime(text: string): ExportedTime | null {
  const match = shape.exec(text);
  const wholeMs = match === null ? Number.NaN : Date.parse(`${match[1]!}Z`);
  if (match === null || Number.isNaN(wholeMs)) {
    return null;
  }
  const fraction = Number((match[2] ?? '').padEnd(7, '0').slice(0, 7));
  const minutes = match[3] === undefined ? 0 : Number(match[4]) * 60 + Number(match[5]);
  const hasOddZone = minutes > 14 * 60 || Number(match[5] ?? 0) > 59;
  const offsetMs = hasOddZone ? 0 : minutes * 60_000 * (match[3] === '-' ? -1 : 1);
  return {
    time: { ms: wholeMs - offsetMs + Math.floor(fraction / 10_000), ticks: fraction % 10_000 },
    hasOddZone,
  };
}
