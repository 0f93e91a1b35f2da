import type { TypedValue, ValueInputs, ValueType } from './eventValue';
import type { EventHeader, EventPayload, NamedValue } from './evtxRecord';

/** A provider and the channel it writes to. */
export interface EventSource {
  readonly provider: string;
  readonly guid: string | null;
  readonly eventSourceName?: string;
  readonly channel: string;
  /** The channel bit and whatever else all events of the source carry. */
  readonly keywords: bigint;
}

/** Names and types of an event's data, in the order of the manifest. */
export type FieldTypes = Readonly<Record<string, ValueType>>;

/** What has to be given to write an event: one value for each field. */
export type FieldValues<F extends FieldTypes> = { readonly [K in keyof F]: ValueInputs[F[K]] };

/** One event of a manifest: its header, and the names and types of its data. */
export interface EventKind<F extends FieldTypes> {
  readonly header: EventHeader;
  readonly fields: F;
}

/** The parts of a header that differ between the events of one source. */
export type HeaderDetails = Partial<
  Pick<EventHeader, 'version' | 'level' | 'task' | 'opcode' | 'keywords' | 'qualifiers'>
>;

const informational = 4;

/** Describes an event; everything not given is informational, version 0, without task and opcode. */
export function eventKind<F extends FieldTypes>(
  source: EventSource,
  eventId: number,
  fields: F,
  details: HeaderDetails = {},
): EventKind<F> {
  return {
    header: {
      provider: source.provider,
      providerGuid: source.guid,
      eventSourceName: source.eventSourceName ?? null,
      channel: source.channel,
      eventId,
      qualifiers: null,
      version: 0,
      level: informational,
      task: 0,
      opcode: 0,
      keywords: source.keywords,
      ...details,
    },
    fields,
  };
}

/** The payload of `kind` with its values in the order of the manifest. */
export function namedPayload<F extends FieldTypes>(kind: EventKind<F>, values: FieldValues<F>): EventPayload {
  return { shape: 'named', fields: Object.entries(kind.fields).map(([name, type]) => namedValue(name, type, values)) };
}

function namedValue<F extends FieldTypes>(name: keyof F & string, type: ValueType, values: FieldValues<F>): NamedValue {
  // The pairing of type and value was checked where the values were written down.
  return { name, ...({ type, value: values[name] } as TypedValue) };
}
