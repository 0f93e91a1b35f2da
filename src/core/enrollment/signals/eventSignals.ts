import type { EventInterest, EventStore } from '../../bundle/eventStore';
import { restartNodes } from '../../catalog/oobeNodes';
import type { CorrectedClock } from '../clock/clock';
import { bootReaders } from './bootSignals';
import type { EventReader } from './eventReader';
import { identityReaders } from './identitySignals';
import { managementReaders } from './managementSignals';
import { oobeReaders } from './oobeSignals';
import type { Signal, SignalMeaning } from './signal';

/** All readers, by provider in lower case, then by event id. */
const readers = new Map<string, Readonly<Record<number, EventReader<SignalMeaning>>>>(
  [...bootReaders, ...oobeReaders, ...managementReaders, ...identityReaders].map(([provider, byId]) => [
    provider.toLowerCase(),
    byId,
  ]),
);

/** The events that {@link eventSignals} reads. */
const signalInterest: EventInterest = new Map(
  [...readers].map(([provider, byId]) => [provider, new Set(Object.keys(byId).map(Number))]),
);

/** The signals in the event channels of a bundle. */
export function eventSignals(store: EventStore, clock: CorrectedClock): readonly Signal[] {
  const signals: Signal[] = [];
  for (const event of store.select(signalInterest)) {
    const meaning = readers.get(event.record.provider.toLowerCase())?.[event.record.eventId]?.(event) ?? null;
    if (meaning === null) {
      continue;
    }
    const { valueMs, ...what } = meaning;
    const rawAt = valueMs ?? event.rawMs;
    signals.push({
      ...what,
      at: valueMs === undefined || valueMs === null ? clock.ofEvent(event) : clock.ofValueIn(event, valueMs),
      rawAt,
      ref: { path: event.path, recordId: event.recordId },
      source: event.channel,
    });
  }
  return signals.map((signal, index) => restartNodeOr(signal, signals[index + 1], signals));
}

/**
 * Restart nodes pass through at once unless the flow has asked for a restart: only one that is not left again is a
 * restart. `signals` are in the order of writing, so what follows in the same log decides.
 */
function restartNodeOr(signal: Signal, next: Signal | undefined, signals: readonly Signal[]): Signal {
  if (signal.kind !== 'oobeNode' || !restartNodes.has(signal.node)) {
    return signal;
  }
  const sameLog = next?.source === signal.source ? signals.indexOf(next) : signals.length;
  const following = signals
    .slice(sameLog, sameLog + 8)
    .find(({ kind }) => kind === 'oobeNodeEnd' || kind === 'oobeNode' || kind === 'oobeStart');
  return following?.kind === 'oobeNodeEnd' ? signal : { ...signal, kind: 'restartNode' };
}
