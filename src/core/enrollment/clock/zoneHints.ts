import type { Bundle } from '../../bundle/bundle';
import type { EventInterest, EventStore } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import { zoneOffsetAtLocal } from '../../catalog/windowsZones';
import { deviceZone } from '../device/deviceStory';
import type { CorrectedClock } from './clock';
import { findCommonEvents } from './commonEvents';
import { resolveLocalLog, setZonesIn, type SetZone, type ZoneHints } from './localClock';

type ZoneClock = Pick<CorrectedClock, 'localOffsets' | 'correctTrack' | 'ofEvent'>;

/** All that a bundle tells about the zone of its logs in local time. */
export function zoneHints({ logs, ...bundle }: Bundle, clock: ZoneClock): ZoneHints {
  const hints = {
    offsets: clock.localOffsets,
    zoneName: deviceZone({ logs, ...bundle }),
    commonEvents: findCommonEvents(logs.events),
  };
  const bySetup = logs.setup.flatMap(({ content }) =>
    setZonesIn(content.lines, clock.correctTrack(resolveLocalLog(content.lines, hints).utc, null)),
  );
  const setZones = [...bySetup, ...zonesAtStarts(logs.events, clock)].sort((a, b) => a.fromMs - b.fromMs);
  return { ...hints, setZones };
}

const uptimeInterest: EventInterest = new Map([[providers.eventLog.toLowerCase(), new Set([6013])]]);

/** EventLog 6013 tells the uptime, and beside it the zone as `<bias> <name>`; the bias is that of winter. */
function zonesAtStarts(store: EventStore, clock: ZoneClock): readonly SetZone[] {
  const zones: SetZone[] = [];
  for (const event of store.select(uptimeInterest)) {
    const zoneName = event.record.data.map(({ value }) => /^-?\d{1,4} (.{1,80})$/.exec(value)?.[1]).find(isZone);
    if (zoneName !== undefined) {
      zones.push({ fromMs: clock.ofEvent(event), zoneName });
    }
  }
  return zones;
}

function isZone(name: string | undefined): boolean {
  return name !== undefined && zoneOffsetAtLocal(name, 0) !== null;
}
