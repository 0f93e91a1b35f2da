/** An instant with the full 100 ns resolution of a FILETIME, which a double in ticks could not hold. */
export interface EventTime {
  /** Milliseconds since 1970 UTC, whole. */
  readonly ms: number;
  /** 100 ns units within that millisecond, 0–9999. */
  readonly ticks: number;
}

/** One named value of an event. Arrays are repeated fields of the same name; unnamed data has an empty name. */
export interface EventField {
  readonly name: string;
  /** As Event Viewer prints it: HexInt as 0x…, booleans true/false, GUIDs in braces, SIDs as S-…. */
  readonly value: string;
}

/** The text that the writing machine rendered, found in forwarded events only. Localised: show, never match. */
export interface RenderedEventText {
  readonly message: string | null;
  readonly level: string | null;
  readonly task: string | null;
  readonly opcode: string | null;
}

/** One event log record, decoded. `null` means that the record does not carry the value. */
export interface EventRecord {
  /** The record's own EventRecordID (not the renumbered one of an exported chunk). */
  readonly recordId: number;
  readonly time: EventTime;
  readonly provider: string;
  readonly providerGuid: string | null;
  readonly eventId: number;
  readonly qualifiers: number | null;
  readonly version: number | null;
  readonly level: number | null;
  readonly task: number | null;
  readonly opcode: number | null;
  readonly keywords: string | null;
  readonly channel: string;
  readonly computer: string;
  readonly userSid: string | null;
  readonly processId: number | null;
  readonly threadId: number | null;
  readonly activityId: string | null;
  readonly relatedActivityId: string | null;
  /** Values of EventData in document order. */
  readonly data: readonly EventField[];
  /**
   * Leaf elements and attributes of UserData, named by their local path below the publisher's wrapper element, e.g.
   * `Result/Code`. Sections beside EventData and UserData (ProcessingErrorData …) are here with their own name in front.
   */
  readonly userData: readonly EventField[];
  /** Hex text of an EventData `<Binary>` element. */
  readonly binary: string | null;
  readonly rendered: RenderedEventText | null;
}

/** The first value of the field called `name` (case-sensitive, as manifests spell it). */
export function fieldValue(record: EventRecord, name: string): string | undefined {
  return record.data.find((field) => field.name === name)?.value;
}
