import type { StoredEvent } from '../../bundle/eventStore';
import { fieldValue } from '../../evtx/eventRecord';

/** What an event means, and the time that it tells of where that is not the time of its record (ms since 1970 UTC). */
export type EventMeaning<Meaning> = Meaning & { readonly valueMs?: number | null };

/** What one event means, or `null` when it means nothing here. */
export type EventReader<Meaning> = (event: StoredEvent) => EventMeaning<Meaning> | null;

/** Readers by provider, then by event id: the same id of another provider is another event. */
export type EventReaders<Meaning> = readonly (readonly [
  provider: string,
  byId: Readonly<Record<number, EventReader<Meaning>>>,
])[];

/** The value of a named field. */
export function field(event: StoredEvent, name: string): string | undefined {
  return fieldValue(event.record, name);
}

/** A field that holds a number; `NaN` when it is missing or holds none. */
export function numberField(event: StoredEvent, name: string): number {
  const text = field(event, name);
  return text === undefined || text === '' ? NaN : Number(text);
}
