import { recordIdAt, type EventStore } from '../bundle/eventStore';
import type { CorrectedClock } from '../enrollment/clock/clock';
import type { EventSeries } from './eventSeries';

/** The records of each channel, corrected, for a timeline. */
export function channelSeries({ channels }: EventStore, clock: CorrectedClock): readonly EventSeries[] {
  return channels.map((channel) => {
    const { files, fileOf, indexOf, count } = channel;
    return {
      log: channel.channel,
      path: files[0]!.path,
      times: Float64Array.from(clock.ofChannel(channel)),
      recordIds: Float64Array.from({ length: count }, (_, position) => recordIdAt(channel, position)),
      levels: Uint8Array.from(
        { length: count },
        (_, position) => files[fileOf[position]!]!.log.columns.level[indexOf[position]!]!,
      ),
    };
  });
}
