import * as l10n from '@vscode/l10n';
import { crc32 } from '../bytes/crc32';
import type { Problem } from '../bytes/problem';
import { errorProblem, warningProblem } from '../bytes/problem';
import type { Chunk } from './chunk';
import { scanChunks } from './chunkScan';
import { Damage } from './damage';
import type { EventLog } from './eventLog';
import type { EventRecord } from './eventRecord';
import { recordXml } from './eventXml';
import { FragmentReader } from './fragment';
import { indexRecords } from './recordColumns';
import { readRecord } from './recordReader';
import { TemplateCache } from './templateCache';

const MAGIC = [0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0x00]; // "ElfFile\0"
/** Size of the header block in every file seen; the header repeats it at byte 40. */
const HEADER_BLOCK = 4096;
const HEADER_SIZE = 128;
/** Flag at byte 120: the log was in use when it was copied, or its machine stopped without closing it. */
const IN_USE = 1;

/** Damaged records beyond this many are counted, not listed. */
const MAX_LISTED = 100;

/** An {@link EventLog} that can also show its records as XML. */
export interface EvtxLog extends EventLog {
  /** The record at `index` as Event Viewer's XML view shows it, unindented; `null` when it is damaged. */
  xml(index: number): string | null;
}

/** Whether `bytes` start like an .evtx file (Windows Vista and later; the older .evt has another format). */
export function isEvtx(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/**
 * Opens an .evtx file: checks it, finds its records and builds their columns. Records are decoded when asked for; the
 * log keeps `bytes`, which must not change, and little more than its columns. Never throws for what is in the file:
 * what is wrong with it is listed in `problems`, with `where` as the name of the file.
 */
export function openEvtx(bytes: Uint8Array, where: string): EvtxLog {
  const problems: Problem[] = [];
  const header = readFileHeader(bytes, where, problems);
  const fragments = new FragmentReader(new TemplateCache());

  const damaged = new Set<number>();
  const noteDamage = (index: number, recordId: number, error: unknown): void => {
    // Whatever the bytes are, reading them ends in one of these; anything else is a mistake of ours.
    if (!(error instanceof Damage || error instanceof RangeError)) {
      throw error;
    }
    if (damaged.has(index)) {
      return;
    }
    damaged.add(index);
    if (damaged.size <= MAX_LISTED) {
      const reason = error instanceof Damage ? error.message : l10n.t('its bytes contradict each other');
      const detail = l10n.t('The record cannot be read: {0}.', reason);
      problems.push(errorProblem('evtx.record-damaged', `${where}#${recordId}`, detail));
    } else if (damaged.size === MAX_LISTED + 1) {
      const detail = l10n.t('More than {0} records cannot be read; the others are not listed.', MAX_LISTED);
      problems.push(errorProblem('evtx.more-records-damaged', where, detail));
    }
  };

  const scanned = scanChunks(bytes, header.blockSize, header.isInUse, where, problems);
  const indexed = indexRecords(scanned, fragments, noteDamage);
  const { columns, providers, channels, chunks, chunkOf, offsetOf } = indexed;
  const count = offsetOf.length;

  function attempt<Result>(index: number, read: (chunk: Chunk, offset: number) => Result): Result | null {
    if (!Number.isInteger(index) || index < 0 || index >= count) {
      throw new RangeError(`There is no record ${index} in a log of ${count}.`);
    }
    try {
      return read(chunks[chunkOf[index]!]!, offsetOf[index]!);
    } catch (error) {
      noteDamage(index, columns.recordId[index]!, error);
      return null;
    }
  }

  return {
    count,
    columns,
    providers,
    channels,
    problems,
    record: (index): EventRecord | null => attempt(index, (chunk, offset) => readRecord(fragments, chunk, offset)),
    xml: (index): string | null => attempt(index, (chunk, offset) => recordXml(fragments, chunk, offset)),
  };
}

interface FileHeader {
  /** Where the first chunk starts. */
  readonly blockSize: number;
  readonly isInUse: boolean;
}

function readFileHeader(bytes: Uint8Array, where: string, problems: Problem[]): FileHeader {
  if (bytes.length < HEADER_SIZE || !isEvtx(bytes)) {
    const detail = l10n.t('The file does not start like an event log; only complete chunks of records are looked for.');
    problems.push(errorProblem('evtx.not-a-log', where, detail));
    return { blockSize: HEADER_BLOCK, isInUse: false };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_SIZE);
  const isIntact = crc32(bytes, 0, 120) === view.getUint32(124, true);
  if (!isIntact) {
    const detail = l10n.t('The checksum of the file header is wrong; nothing that is shown depends on it.');
    problems.push(warningProblem('evtx.file-header-checksum', where, detail));
  }
  const blockSize = view.getUint16(40, true);
  return {
    blockSize: isIntact && blockSize >= HEADER_SIZE ? blockSize : HEADER_BLOCK,
    isInUse: (view.getUint32(120, true) & IN_USE) !== 0,
  };
}
