/** The first line of a rendered event record, taken apart. Columns count from 0, ends are exclusive. */
export interface RecordHeader {
  /** Time as the record has it, milliseconds since 1970 UTC. */
  readonly rawMs: number;
  readonly timeEnd: number;
  readonly level: string;
  readonly provider: string;
  readonly eventId: number;
  /** Where provider and event id stand. */
  readonly eventStart: number;
  readonly eventEnd: number;
  readonly recordId: number;
  readonly recordStart: number;
  readonly recordEnd: number;
  /** What the event means, where the catalogue knows it; otherwise empty. */
  readonly meaning: string;
}

/** Far more than any header has before its meaning; a hostile line is not read further. */
const headerLimit = 1000;

const headerShape =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,9})?Z {2}([A-Z][A-Za-z0-9 ]{0,30}?) {2}(\S.{0,300}?) (\d{1,10}) {2}#(\d{1,20})(?: {2}· (.*))?$/;

/** Reads a header line such as `2026-08-20 02:07:58.1234567Z  Information  User32 1074  #247  · …`; else `null`. */
export function parseRecordHeader(line: string): RecordHeader | null {
  const match = headerShape.exec(line.slice(0, headerLimit));
  if (match === null) {
    return null;
  }
  const [, date, clock, fraction = '', level, provider, eventId, recordId, meaning = ''] = match;
  const rawMs = Date.parse(`${date!}T${clock!}${fraction.slice(0, 4)}Z`);
  if (Number.isNaN(rawMs)) {
    return null;
  }
  const timeEnd = `${date!} ${clock!}${fraction}Z`.length;
  const eventStart = timeEnd + 2 + level!.length + 2;
  const eventEnd = eventStart + provider!.length + 1 + eventId!.length;
  const recordStart = eventEnd + 2;
  return {
    rawMs,
    timeEnd,
    level: level!,
    provider: provider!,
    eventId: Number(eventId),
    eventStart,
    eventEnd,
    recordId: Number(recordId),
    recordStart,
    recordEnd: recordStart + 1 + recordId!.length,
    meaning,
  };
}
