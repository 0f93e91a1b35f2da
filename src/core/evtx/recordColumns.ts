import * as l10n from '@vscode/l10n';
import type { ScannedChunk } from './chunkScan';
import type { Chunk } from './chunk';
import { Damage } from './damage';
import type { EventColumns } from './eventLog';
import type { FragmentReader } from './fragment';
import { NameList } from './nameList';
import { eventId, eventTime, timeAt } from './recordReader';

/** The columns of a log, the names that they refer to, and where each record is. */
export interface IndexedRecords {
  readonly columns: EventColumns;
  readonly providers: readonly string[];
  readonly channels: readonly string[];
  /** The chunks that hold records. */
  readonly chunks: readonly Chunk[];
  /** Position of each record's chunk in `chunks`. */
  readonly chunkOf: Uint32Array;
  /** Offset of each record in its chunk. */
  readonly offsetOf: Uint16Array;
}

/**
 * Reads the columns of all records of the `scanned` chunks without building any. A record that cannot be read keeps its
 * row, with the id and the time of its header, and is handed to `onDamage`.
 */
export function indexRecords(
  scanned: Iterable<ScannedChunk>,
  fragments: FragmentReader,
  onDamage: (index: number, recordId: number, error: unknown) => void,
): IndexedRecords {
  let rows = allocateRows(FIRST_ROWS);
  let count = 0;
  const chunks: Chunk[] = [];
  const providers = new NameList();
  const channels = new NameList();

  const readRow = (index: number, chunk: Chunk, offset: number): void => {
    const { system, values, root } = fragments.openRecord(chunk, offset);
    if (system === null) {
      throw new Damage(l10n.t('it holds <{0}> instead of an event', root.name));
    }
    rows.recordId[index] = values.number(system.recordId) ?? chunk.u64(offset + 8);
    rows.eventId[index] = eventId(system, values);
    rows.level[index] = values.number(system.level) ?? 0;
    rows.provider[index] = providers.indexIn(chunk, values, system.provider);
    rows.channel[index] = channels.indexIn(chunk, values, system.channel);
    const time = eventTime(system, values, chunk, offset);
    rows.timeMs[index] = time.ms;
    rows.timeTicks[index] = time.ticks;
  };

  for (const { chunk, records } of scanned) {
    if (count + records.length > rows.offsetOf.length) {
      rows = allocateRows(2 * (count + records.length), rows);
    }
    for (const offset of records) {
      rows.chunkOf[count] = chunks.length;
      rows.offsetOf[count] = offset;
      try {
        readRow(count, chunk, offset);
      } catch (error) {
        const recordId = chunk.u64(offset + 8);
        const time = timeAt(chunk, offset + 16);
        rows.recordId[count] = recordId;
        rows.timeMs[count] = time.ms;
        rows.timeTicks[count] = time.ticks;
        rows.eventId[count] = 0;
        rows.level[count] = 0;
        rows.provider[count] = providers.indexOf('');
        rows.channel[count] = channels.indexOf('');
        onDamage(count, recordId, error);
      }
      count += 1;
    }
    chunks.push(chunk);
  }
  const { chunkOf, offsetOf, ...columns } = allocateRows(count, rows);
  return { columns, providers: providers.names, channels: channels.names, chunks, chunkOf, offsetOf };
}

interface Rows extends EventColumns {
  readonly chunkOf: Uint32Array;
  readonly offsetOf: Uint16Array;
}

/** Enough for a log of 1 MB, the size that most channels are limited to. */
const FIRST_ROWS = 2048;

/** Room for `length` rows, with as many of the `former` ones as fit. */
function allocateRows(length: number, former?: Rows): Rows {
  return {
    recordId: filled(new Float64Array(length), former?.recordId),
    timeMs: filled(new Float64Array(length), former?.timeMs),
    timeTicks: filled(new Uint16Array(length), former?.timeTicks),
    eventId: filled(new Uint16Array(length), former?.eventId),
    level: filled(new Uint8Array(length), former?.level),
    provider: filled(new Uint16Array(length), former?.provider),
    channel: filled(new Uint16Array(length), former?.channel),
    chunkOf: filled(new Uint32Array(length), former?.chunkOf),
    offsetOf: filled(new Uint16Array(length), former?.offsetOf),
  };
}

function filled<Column extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(
  column: Column,
  former: Column | undefined,
): Column {
  if (former !== undefined) {
    column.set(former.subarray(0, column.length));
  }
  return column;
}
