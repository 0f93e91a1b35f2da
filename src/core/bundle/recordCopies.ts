import type { EventFile, EventStore } from './eventStore';

/** A member that holds records of a channel, and how far they reach. */
export interface RecordRange {
  readonly path: string;
  readonly firstRecordId: number;
  readonly lastRecordId: number;
}

/** Two or more members that hold records of the same channel and do not contradict each other. */
export type SharedChannel = readonly RecordRange[];

/**
 * The channels that came in several files, as when Collect diagnostics takes a log itself and again in the cabinet of
 * the diagnostics tool. In these files the same record id is the same record. A file of several channels is left out:
 * there an id alone names no record.
 */
export function sharedChannels({ channels }: Pick<EventStore, 'channels'>): readonly SharedChannel[] {
  return channels.map(({ files }) => files.filter(hasOneChannel).map(rangeOf)).filter((files) => files.length > 1);
}

function hasOneChannel({ log }: EventFile): boolean {
  // Damaged records have no channel.
  return log.channels.filter((name) => name !== '').length === 1;
}

function rangeOf({ path, log }: EventFile): RecordRange {
  const ids = log.columns.recordId;
  return {
    path,
    firstRecordId: ids.reduce((least, id) => Math.min(least, id), Infinity),
    lastRecordId: ids.reduce((most, id) => Math.max(most, id), -Infinity),
  };
}

/** From a member to those that hold the same records. */
export class RecordCopies {
  private readonly groups = new Map<string, SharedChannel>();

  constructor(channels: readonly SharedChannel[]) {
    for (const files of channels) {
      files.forEach(({ path }) => this.groups.set(path, files));
    }
  }

  /** The other members that hold records of the channel of the member at `path`. */
  of(path: string): readonly string[] {
    return this.others(path).map((file) => file.path);
  }

  /** The other members that hold that record too, as far as their first and last records tell. */
  ofRecord(path: string, recordId: number): readonly string[] {
    return this.others(path)
      .filter(({ firstRecordId, lastRecordId }) => firstRecordId <= recordId && recordId <= lastRecordId)
      .map((file) => file.path);
  }

  private others(path: string): SharedChannel {
    return (this.groups.get(path) ?? []).filter((file) => file.path !== path);
  }
}
