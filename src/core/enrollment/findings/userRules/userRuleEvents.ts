import type { EventInterest, EventStore } from '../../../bundle/eventStore';
import type { EventField } from '../../../evtx/eventRecord';
import type { CorrectedClock } from '../../clock/clock';
import type { EvidenceRef } from '../../document/evidence';
import type { LoadedRule } from './readUserRules';

/** An event as rules see it. */
export interface RuleEvent {
  readonly provider: string;
  readonly eventId: number;
  readonly channel: string;
  readonly fields: readonly EventField[];
  /** Corrected time, milliseconds since 1970 UTC. */
  readonly at: number;
  readonly ref: EvidenceRef;
}

/** The events of a bundle that some rule asks for, channel by channel. */
export function* eventsFor(
  rules: readonly LoadedRule[],
  store: EventStore,
  clock: CorrectedClock,
): Generator<RuleEvent> {
  const interest = interestOf(rules);
  if (interest.size === 0) {
    return;
  }
  for (const event of store.select(interest)) {
    const { provider, eventId, data, userData } = event.record;
    yield {
      provider,
      eventId,
      channel: event.channel,
      fields: [...data, ...userData],
      at: clock.ofEvent(event),
      ref: { path: event.path, recordId: event.recordId },
    };
  }
}

function interestOf(rules: readonly LoadedRule[]): EventInterest {
  const interest = new Map<string, Set<number>>();
  for (const { rule } of rules) {
    const provider = rule.match.provider.toLowerCase();
    const ids = interest.get(provider) ?? new Set();
    interest.set(provider, ids.add(rule.match.eventId));
  }
  return interest;
}
