import type { TypedValue } from './eventValue';

/** A value with the name its provider's manifest gives it. */
export type NamedValue = TypedValue & { readonly name: string };

/** What an event says, in the three shapes that real channels use. */
export type EventPayload =
  | { readonly shape: 'named'; readonly fields: readonly NamedValue[] }
  /** Classic events: strings without names, and an optional block of bytes. */
  | { readonly shape: 'unnamed'; readonly strings: readonly string[]; readonly binary?: Uint8Array }
  | {
      readonly shape: 'userData';
      readonly element: string;
      readonly namespace: string;
      readonly fields: readonly NamedValue[];
    };

/** The fixed facts of an event: what its provider's manifest says about it. */
export interface EventHeader {
  readonly provider: string;
  readonly providerGuid: string | null;
  /** Set for providers that also have a classic event source. */
  readonly eventSourceName: string | null;
  readonly channel: string;
  readonly eventId: number;
  readonly qualifiers: number | null;
  readonly version: number;
  readonly level: number;
  readonly task: number;
  readonly opcode: number;
  readonly keywords: bigint;
}

/** One event log record, ready to be written. */
export interface EvtxRecord {
  readonly header: EventHeader;
  /** The EventRecordID inside the event, which an export keeps. */
  readonly recordId: number;
  /** Whole milliseconds since 1970 UTC. */
  readonly timeMs: number;
  /** 100 ns units within that millisecond, 0–9999. */
  readonly timeTicks: number;
  readonly computer: string;
  readonly userSid: string | null;
  readonly processId: number;
  readonly threadId: number;
  readonly activityId: string | null;
  readonly payload: EventPayload;
}
