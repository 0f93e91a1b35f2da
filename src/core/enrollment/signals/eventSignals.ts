import type { EventInterest, EventStore } from '../../bundle/eventStore';
import { restartNodes } from '../../catalog/oobeNodes';
import type { CorrectedClock } from '../clock/clock';
import { bootReaders } from './bootSignals';
import { cloudReaders } from './cloudSignals';
import type { EventReader } from './eventReader';
import { identityReaders } from './identitySignals';
import { managementReaders } from './managementSignals';
import { oobeReaders } from './oobeSignals';
import { powerReaders } from './powerSignals';
import { securityReaders } from './securitySignals';
import type { Signal, SignalMeaning } from './signal';
import { troubleReaders } from './troubleSignals';

/** All readers, by provider in lower case, then by event id; several lists may read one provider. */
const readers = new Map<string, Readonly<Record<number, EventReader<SignalMeaning>>>>();
for (const [provider, byId] of [
  ...bootReaders,
  ...powerReaders,
  ...oobeReaders,
  ...managementReaders,
  ...identityReaders,
  ...cloudReaders,
  ...troubleReaders,
  ...securityReaders,
]) {
  const key = provider.toLowerCase();
  readers.set(key, { ...readers.get(key), ...byId });
}

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
  return signals.map((signal, index) => restartNodeOr(signal, index, signals));
}

/** What ends a restart node that only passes through is written this many signals later at most. */
const nodeReach = 8;

/**
 * Restart nodes pass through at once unless the flow has asked for a restart: only one that is not left again is a
 * restart. `signals` are in the order of writing, so what follows in the same log decides.
 */
function restartNodeOr(signal: Signal, index: number, signals: readonly Signal[]): Signal {
  if (signal.kind !== 'oobeNode' || !restartNodes.has(signal.node)) {
    return signal;
  }
  const following = signals
    .slice(index + 1, index + 1 + nodeReach)
    .find(
      ({ kind, source }) =>
        source === signal.source && (kind === 'oobeNodeEnd' || kind === 'oobeNode' || kind === 'oobeStart'),
    );
  return following?.kind === 'oobeNodeEnd' ? signal : { ...signal, kind: 'restartNode' };
}
