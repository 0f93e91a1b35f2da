import type { Bundle } from '../../bundle/bundle';
import type { EventInterest, EventStore } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import { zoneOffsetAtLocal } from '../../catalog/windowsZones';
import { deviceZone } from '../device/deviceStory';
import type { CorrectedClock } from './clock';
import { findCommonEvents } from './commonEvents';
import { resolveLocalLog, setZonesIn, type SetZone, type ZoneHints } from './localClock';

/** All that a bundle tells about the zone of its logs in local time. */
export function zoneHints({ logs, ...bundle }: Bundle, clock: Pick<CorrectedClock, 'localOffsets'>): ZoneHints {
  const hints = {
    offsets: clock.localOffsets,
    zoneName: deviceZone({ logs, ...bundle }),
    commonEvents: findCommonEvents(logs.events),
  };
  const bySetup = logs.setup.flatMap(({ content }) =>
    setZonesIn(content.lines, resolveLocalLog(content.lines, hints).utc),
  );
  const setZones = [...bySetup, ...zonesAtStarts(logs.events)].sort((a, b) => a.fromMs - b.fromMs);
  return { ...hints, setZones };
}

const uptimeInterest: EventInterest = new Map([[providers.eventLog.toLowerCase(), new Set([6013])]]);

/** EventLog 6013 tells the uptime, and beside it the zone as `<bias> <name>`; the bias is that of winter. */
function zonesAtStarts(store: EventStore): readonly SetZone[] {
  const zones: SetZone[] = [];
  for (const { record, rawMs } of store.select(uptimeInterest)) {
    const zoneName = record.data.map(({ value }) => /^-?\d{1,4} (.{1,80})$/.exec(value)?.[1]).find(isZone);
    if (zoneName !== undefined) {
      zones.push({ fromMs: rawMs, zoneName });
    }
  }
  return zones;
}

function isZone(name: string | undefined): boolean {
  return name !== undefined && zoneOffsetAtLocal(name, 0) !== null;
}
