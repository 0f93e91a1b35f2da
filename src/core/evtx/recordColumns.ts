import type { ScannedChunk } from './chunkScan';
import type { Chunk } from './chunk';
import { Damage } from './damage';
import type { EventColumns } from './eventLog';
import type { FragmentReader } from './fragment';
import { eventId, eventTime, timeAt } from './recordReader';

/** The columns of a log, the names that they refer to, and where each record is. */
export interface IndexedRecords {
  readonly columns: EventColumns;
  readonly providers: readonly string[];
  readonly channels: readonly string[];
  /** Position of each record's chunk in the list of scanned chunks. */
  readonly chunkOf: Uint32Array;
  /** Offset of each record in its chunk. */
  readonly offsetOf: Uint16Array;
}

/**
 * Reads the columns of all records without building any. A record that cannot be read keeps its row, with the id and
 * the time of its header, and is handed to `onDamage`. `onChunk` sees each chunk right before its records are read,
 * while it is about to be in the processor's cache anyway.
 */
export function indexRecords(
  scanned: readonly ScannedChunk[],
  fragments: FragmentReader,
  onChunk: (chunk: Chunk) => void,
  onDamage: (index: number, recordId: number, error: unknown) => void,
): IndexedRecords {
  const count = scanned.reduce((sum, { records }) => sum + records.length, 0);
  const columns = {
    recordId: new Float64Array(count),
    timeMs: new Float64Array(count),
    timeTicks: new Uint16Array(count),
    eventId: new Uint16Array(count),
    level: new Uint8Array(count),
    provider: new Uint16Array(count),
    channel: new Uint16Array(count),
  };
  const chunkOf = new Uint32Array(count);
  const offsetOf = new Uint16Array(count);
  const providers = new NameList();
  const channels = new NameList();

  const readRow = (index: number, chunk: Chunk, offset: number): void => {
    const { system, values, root } = fragments.openRecord(chunk, offset);
    if (system === null) {
      throw new Damage(`it holds <${root.name}> instead of an event`);
    }
    columns.recordId[index] = values.number(system.recordId) ?? chunk.u64(offset + 8);
    columns.eventId[index] = eventId(system, values);
    columns.level[index] = values.number(system.level) ?? 0;
    columns.provider[index] = providers.indexOf(values.text(system.provider) ?? '');
    columns.channel[index] = channels.indexOf(values.text(system.channel) ?? '');
    const time = eventTime(system, values, chunk, offset);
    columns.timeMs[index] = time.ms;
    columns.timeTicks[index] = time.ticks;
  };

  let index = 0;
  scanned.forEach(({ chunk, records }, chunkIndex) => {
    onChunk(chunk);
    for (const offset of records) {
      chunkOf[index] = chunkIndex;
      offsetOf[index] = offset;
      try {
        readRow(index, chunk, offset);
      } catch (error) {
        const recordId = chunk.u64(offset + 8);
        const time = timeAt(chunk, offset + 16);
        columns.recordId[index] = recordId;
        columns.timeMs[index] = time.ms;
        columns.timeTicks[index] = time.ticks;
        columns.eventId[index] = 0;
        columns.level[index] = 0;
        columns.provider[index] = providers.indexOf('');
        columns.channel[index] = channels.indexOf('');
        onDamage(index, recordId, error);
      }
      index += 1;
    }
  });
  return { columns, providers: providers.names, channels: channels.names, chunkOf, offsetOf };
}

/** Distinct names in the order of their first use. */
class NameList {
  readonly names: string[] = [];
  private readonly indices = new Map<string, number>();

  /** Throws {@link Damage} when there are more names than a column can tell apart. */
  indexOf(name: string): number {
    const known = this.indices.get(name);
    if (known !== undefined) {
      return known;
    }
    // The last place is kept for the empty name of damaged records.
    if (this.names.length >= 0xffff && name !== '') {
      throw new Damage('the file has too many different names');
    }
    this.indices.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
