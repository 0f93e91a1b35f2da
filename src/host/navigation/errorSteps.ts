import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { ChannelSeries } from '../../protocol/bundleService';
import type { StepDirection } from './stopSteps';

/** Where someone stands among the records; without a record, only the time counts. */
export interface RecordPosition {
  /** Corrected, milliseconds since 1970 UTC. */
  readonly time: number;
  readonly record: { readonly path: string; readonly recordId: number } | null;
}

/** A record in the order in which all logs together were written: by time, then by log, then by its place in it. */
interface RecordKey {
  readonly time: number;
  readonly channel: number;
  readonly index: number;
}

/** Windows event levels. */
const critical = 1;
const error = 2;

/** The next or previous critical or error record of all event logs; `null` when there is none. */
export function stepError(
  channels: readonly ChannelSeries[],
  position: RecordPosition | null,
  direction: StepDirection,
): EvidenceRef | null {
  const forward = direction === 'next';
  const from = position === null ? null : keyOf(channels, position, forward);
  let best: RecordKey | null = null;
  for (const [channel, { levels, times }] of channels.entries()) {
    for (let index = 0; index < levels.length; index += 1) {
      if (levels[index] === critical || levels[index] === error) {
        const key = { time: times[index]!, channel, index };
        const isAhead = from === null || (forward ? isBefore(from, key) : isBefore(key, from));
        if (isAhead && (best === null || (forward ? isBefore(key, best) : isBefore(best, key)))) {
          best = key;
        }
      }
    }
  }
  return best === null ? null : evidenceOf(channels, best);
}

/** A position between records lies behind all records of its millisecond when going on, before them when going back. */
function keyOf(channels: readonly ChannelSeries[], { time, record }: RecordPosition, forward: boolean): RecordKey {
  const channel = record === null ? -1 : channels.findIndex(({ path }) => path === record.path);
  const index = record === null ? -1 : (channels[channel]?.recordIds.indexOf(record.recordId) ?? -1);
  if (index >= 0) {
    return { time: channels[channel]!.times[index]!, channel, index };
  }
  return { time, channel: forward ? Infinity : -1, index: -1 };
}

function isBefore(a: RecordKey, b: RecordKey): boolean {
  return a.time !== b.time ? a.time < b.time : a.channel !== b.channel ? a.channel < b.channel : a.index < b.index;
}

function evidenceOf(channels: readonly ChannelSeries[], { channel, index }: RecordKey): EvidenceRef {
  const { path, recordIds } = channels[channel]!;
  return { path, recordId: recordIds[index]! };
}
