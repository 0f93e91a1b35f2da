import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { ChannelSeries } from '../../protocol/bundleService';

/** The record of one channel that lies nearest to a time. */
export interface NearRecord {
  readonly evidence: EvidenceRef;
  /** Corrected, milliseconds since 1970 UTC. */
  readonly time: number;
}

/** The nearest record of each channel, the nearest of all first. */
export function nearestRecords(channels: readonly ChannelSeries[], time: number): readonly NearRecord[] {
  return channels
    .flatMap(({ path, times, recordIds }) => {
      const index = nearestIndex(times, time);
      return index === null ? [] : [{ evidence: { path, recordId: recordIds[index]! }, time: times[index]! }];
    })
    .sort((a, b) => Math.abs(a.time - time) - Math.abs(b.time - time));
}

/** Times may step back where the clock was uncertain, so every one is looked at. */
function nearestIndex(times: Float64Array, time: number): number | null {
  let nearest: number | null = null;
  let distance = Infinity;
  for (let index = 0; index < times.length; index += 1) {
    const away = Math.abs(times[index]! - time);
    if (away < distance) {
      distance = away;
      nearest = index;
    }
  }
  return nearest;
}
