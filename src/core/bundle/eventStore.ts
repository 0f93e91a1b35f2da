import * as l10n from '@vscode/l10n';
import { warningProblem, type Problem } from '../bytes/problem';
import type { EventLog } from '../evtx/eventLog';
import type { EventRecord } from '../evtx/eventRecord';

/** One opened .evtx member. */
export interface EventFile {
  readonly path: string;
  readonly log: EventLog;
}

/**
 * All records of one channel in the order of their record ids, whatever files they came in. The record's own
 * channel counts, never the file name.
 */
export interface ChannelRecords {
  readonly channel: string;
  /** Files that contributed, the largest first. */
  readonly files: readonly EventFile[];
  readonly count: number;
  /** Index into {@link files} of record i. */
  readonly fileOf: Uint16Array;
  /** Index within that file's log of record i. */
  readonly indexOf: Uint32Array;
}

/** A record picked out of the store, decoded. */
export interface StoredEvent {
  readonly channel: string;
  readonly path: string;
  /** Position in {@link ChannelRecords}, i.e. order of writing within the channel. */
  readonly position: number;
  readonly recordId: number;
  /** As recorded, milliseconds since 1970 UTC. */
  readonly rawMs: number;
  readonly record: EventRecord;
}

/** Which events are wanted: provider name in lower case → event ids. */
export type EventInterest = ReadonlyMap<string, ReadonlySet<number>>;

/** The event records of a bundle by channel. */
export class EventStore {
  /** Every opened event log, also those whose records are kept out of {@link channels}. */
  readonly files: readonly EventFile[];
  readonly channels: readonly ChannelRecords[];
  /** About files whose records contradict those of another file of the same channel. */
  readonly problems: readonly Problem[];

  constructor(files: readonly EventFile[]) {
    const problems: Problem[] = [];
    const parts = new Map<string, ChannelPart[]>();
    for (const file of files) {
      for (const part of partsOf(file)) {
        const key = part.channel.toLowerCase();
        parts.set(key, [...(parts.get(key) ?? []), part]);
      }
    }
    this.files = files;
    this.channels = [...parts.values()].map((channelParts) => mergeParts(channelParts, problems));
    this.problems = problems;
  }

  /** Total of the records of all channels, duplicates not counted. */
  get count(): number {
    return this.channels.reduce((sum, channel) => sum + channel.count, 0);
  }

  channel(name: string): ChannelRecords | undefined {
    const wanted = name.toLowerCase();
    return this.channels.find((channel) => channel.channel.toLowerCase() === wanted);
  }

  /** The wanted records, channel by channel, each in the order of writing. Only these are decoded. */
  *select(interest: EventInterest): Generator<StoredEvent> {
    for (const channel of this.channels) {
      const wantedByFile = channel.files.map((file) =>
        file.log.providers.map((name) => interest.get(name.toLowerCase())),
      );
      for (let position = 0; position < channel.count; position += 1) {
        const fileIndex = channel.fileOf[position]!;
        const { path, log } = channel.files[fileIndex]!;
        const index = channel.indexOf[position]!;
        const wanted = wantedByFile[fileIndex]![log.columns.provider[index]!];
        if (wanted?.has(log.columns.eventId[index]!) !== true) {
          continue;
        }
        const record = log.record(index);
        if (record !== null) {
          yield {
            channel: channel.channel,
            path,
            position,
            recordId: record.recordId,
            rawMs: log.columns.timeMs[index]!,
            record,
          };
        }
      }
    }
  }
}

/** Raw time of a record, milliseconds since 1970 UTC. */
export function rawTimeAt(channel: ChannelRecords, position: number): number {
  return channel.files[channel.fileOf[position]!]!.log.columns.timeMs[channel.indexOf[position]!]!;
}

/** EventRecordID of a record. */
export function recordIdAt(channel: ChannelRecords, position: number): number {
  return channel.files[channel.fileOf[position]!]!.log.columns.recordId[channel.indexOf[position]!]!;
}

interface ChannelPart {
  readonly channel: string;
  readonly file: EventFile;
  /** Record indices in the file, ascending by record id. */
  readonly indices: Uint32Array;
}

function partsOf(file: EventFile): readonly ChannelPart[] {
  const { log } = file;
  const byChannel: number[][] = log.channels.map(() => []);
  for (let index = 0; index < log.count; index += 1) {
    byChannel[log.columns.channel[index]!]!.push(index);
  }
  const { recordId } = log.columns;
  return byChannel.flatMap((indices, channelIndex) =>
    // A record that is damaged beyond reading has a row, but its channel is not known.
    indices.length === 0 || log.channels[channelIndex] === ''
      ? []
      : [
          {
            channel: log.channels[channelIndex]!,
            file,
            indices: Uint32Array.from(indices).sort((a, b) => recordId[a]! - recordId[b]!),
          },
        ],
  );
}

function mergeParts(parts: readonly ChannelPart[], problems: Problem[]): ChannelRecords {
  const largestFirst = [...parts].sort((a, b) => b.indices.length - a.indices.length);
  if (largestFirst.length === 1) {
    return singlePart(largestFirst[0]!);
  }
  const files: EventFile[] = [];
  /** Record id → where it was taken from. */
  const taken = new Map<number, { readonly file: number; readonly index: number }>();
  for (const part of largestFirst) {
    const { log, path } = part.file;
    if (contradicts(part, taken, files)) {
      problems.push(
        warningProblem(
          'bundle.same-channel-differs',
          path,
          l10n.t(
            'Holds other records of {0} under the same record ids as {1}: another device or a cleared log. The story is told from the larger file.',
            part.channel,
            files[0]!.path,
          ),
        ),
      );
      continue;
    }
    const fileIndex = files.push(part.file) - 1;
    for (const index of part.indices) {
      const id = log.columns.recordId[index]!;
      if (!taken.has(id)) {
        taken.set(id, { file: fileIndex, index });
      }
    }
  }
  const ordered = [...taken].sort((a, b) => a[0] - b[0]);
  return {
    channel: largestFirst[0]!.channel,
    files,
    count: ordered.length,
    fileOf: Uint16Array.from(ordered, ([, place]) => place.file),
    indexOf: Uint32Array.from(ordered, ([, place]) => place.index),
  };
}

/** The common case without a map: ids ascend, so a repeated record stands beside its twin. */
function singlePart({ channel, file, indices }: ChannelPart): ChannelRecords {
  const { recordId } = file.log.columns;
  const indexOf = indices.filter((index, at) => at === 0 || recordId[index] !== recordId[indices[at - 1]!]);
  return { channel, files: [file], count: indexOf.length, fileOf: new Uint16Array(indexOf.length), indexOf };
}

function contradicts(
  part: ChannelPart,
  taken: ReadonlyMap<number, { readonly file: number; readonly index: number }>,
  files: readonly EventFile[],
): boolean {
  const { columns } = part.file.log;
  return part.indices.some((index) => {
    const other = taken.get(columns.recordId[index]!);
    return other !== undefined && files[other.file]!.log.columns.timeMs[other.index] !== columns.timeMs[index];
  });
}
