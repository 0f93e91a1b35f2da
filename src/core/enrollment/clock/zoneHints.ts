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
  const bySetup = logs.setup.flatMap(({ content }) => {
    const { utc } = resolveLocalLog(content.lines, hints);
    const corrected = clock.correctTrack(utc, null);
    return setZonesIn(
      content.lines,
      utc.map((time, line) => onEitherClock(time, corrected[line]!)),
    );
  });
  const setZones = [...bySetup, ...zonesAtStarts(logs.events, clock)].sort((a, b) => a.fromMs - b.fromMs);
  return { ...hints, setZones };
}

/**
 * A zone that was set while the clock was hours ahead holds for what was written after the correction too, whose times
 * are smaller.
 */
function onEitherClock(rawMs: number, correctedMs: number): number {
  return Math.min(rawMs, correctedMs);
}

const uptimeInterest: EventInterest = new Map([[providers.eventLog.toLowerCase(), new Set([6013])]]);

/** EventLog 6013 tells the uptime, and beside it the zone as `<bias> <name>`; the bias is that of winter. */
function zonesAtStarts(store: EventStore, clock: ZoneClock): readonly SetZone[] {
  const zones: SetZone[] = [];
  for (const event of store.select(uptimeInterest)) {
    const { record, rawMs } = event;
    const zoneName = record.data.map(({ value }) => /^-?\d{1,4} (.{1,80})$/.exec(value)?.[1]).find(isZone);
    if (zoneName !== undefined) {
      zones.push({ fromMs: onEitherClock(rawMs, clock.ofEvent(event)), zoneName });
    }
  }
  return zones;
}

function isZone(name: string | undefined): boolean {
  return name !== undefined && zoneOffsetAtLocal(name, 0) !== null;
}
