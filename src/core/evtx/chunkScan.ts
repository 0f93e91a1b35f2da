import * as l10n from '@vscode/l10n';
import type { Problem } from '../bytes/problem';
import { infoProblem, warningProblem } from '../bytes/problem';
import { Chunk, CHUNK_SIZE, FIRST_RECORD } from './chunk';
import { RECORD_HEADER, RECORD_TRAILER } from './fragment';
import { TextPool } from './textPool';

const SMALLEST_RECORD = RECORD_HEADER + RECORD_TRAILER;
const RECORD_MAGIC = 0x00002a2a; // "**\0\0"

/** A chunk of a file that holds records, and where those start in it. */
export interface ScannedChunk {
  readonly chunk: Chunk;
  readonly records: readonly number[];
}

/**
 * Finds all records of the blocks from `start` to the end of the file, chunk by chunk: when a chunk is handed out, the
 * processor still has it in its cache, and whoever reads its records at once need not wait for memory. The counters of the file header play no part:
 * in a log that was copied while in use they are older than the chunks.
 *
 * Which records are real? A chunk is written into a buffer that was used before, for older records or for another
 * log altogether, and the rest of that buffer becomes part of the file. So:
 *
 * 1. Records end at the free-space offset of the chunk header. Chunks of empty channels have it at 512: the complete
 *    records behind it are ghosts of a channel that was exported earlier.
 * 2. A log that is marked as in use (`isInUse`) may have records that its chunk header does not know yet. They are
 *    taken as long as each one continues the numbering without a gap, which ghosts do not.
 * 3. Where the header of the chunk is intact and the log is not in use, records with ids outside of the range in the
 *    header are ghosts, too. In a log in use they stay: its header may be older than its records.
 * 4. A damaged free-space offset is no limit; the records then end where their chain does.
 */
export function* scanChunks(
  bytes: Uint8Array,
  start: number,
  isInUse: boolean,
  where: string,
  problems: Problem[],
): Generator<ScannedChunk, void> {
  const texts = new TextPool();
  // The sums of the chunk that is being written are not up to date while a log is in use: no cause for alarm.
  const doubt = isInUse ? infoProblem : warningProblem;
  let previousId = 0;
  for (let offset = start, number = 0; offset < bytes.length; offset += CHUNK_SIZE, number++) {
    const block = bytes.subarray(offset, offset + CHUNK_SIZE);
    if (!Chunk.isChunk(block)) {
      noteUnknownBlock(block, number, where, problems);
      continue;
    }
    const chunk = new Chunk(block, number, texts);
    const { isHeaderIntact } = chunk;
    if (!isHeaderIntact) {
      const detail = l10n.t(
        'The checksum of the header of chunk {0} is wrong; its records are shown all the same.',
        number,
      );
      problems.push(doubt('evtx.chunk-header-checksum', where, detail));
    }
    // Before the walk: the sum goes through the chunk from front to back, which is how memory delivers it fastest.
    const { areRecordsIntact } = chunk;
    const walk = walkRecords(chunk, isInUse, isHeaderIntact, previousId);
    previousId = walk.lastId;
    noteWalk(chunk, walk, where, problems);
    if (walk.records.length > 0) {
      if (!areRecordsIntact) {
        const detail = l10n.t(
          'The checksum of the records of chunk {0} is wrong; they are shown all the same.',
          number,
        );
        problems.push(doubt('evtx.chunk-records-checksum', where, detail));
      }
      yield { chunk, records: walk.records };
    }
  }
}

interface Walk {
  readonly records: readonly number[];
  /** Id of the last record, of the chunks before if there is none. */
  readonly lastId: number;
  /** Where the chain of records ends. */
  readonly end: number;
  /** Where it should end at least. */
  readonly expectedEnd: number;
  /** Records left out because of their id. */
  readonly ghosts: number;
}

function walkRecords(chunk: Chunk, isInUse: boolean, isIntact: boolean, previousId: number): Walk {
  const { view, bytes } = chunk;
  const claimedEnd = chunk.isEmpty ? FIRST_RECORD : chunk.freeSpaceOffset;
  const isClaimUsable = claimedEnd >= FIRST_RECORD && claimedEnd <= CHUNK_SIZE;
  const limit = isClaimUsable ? claimedEnd : CHUNK_SIZE;
  const isRangeUsable = isIntact && !isInUse;
  const { firstRecordId, lastRecordId } = chunk;

  const records: number[] = [];
  let ghosts = 0;
  let lastId = previousId;
  let at = FIRST_RECORD;
  while (at + SMALLEST_RECORD <= bytes.length && view.getUint32(at, true) === RECORD_MAGIC) {
    const size = view.getUint32(at + 4, true);
    if (size < SMALLEST_RECORD || at + size > bytes.length) {
      break;
    }
    const id = chunk.u64(at + 8);
    if (at >= limit) {
      const isComplete = view.getUint32(at + size - RECORD_TRAILER, true) === size;
      if (!isInUse || id !== lastId + 1 || !isComplete) {
        break;
      }
    }
    if (isRangeUsable && (id < firstRecordId || id > lastRecordId)) {
      ghosts += 1;
    } else {
      records.push(at);
      lastId = id;
    }
    at += size;
  }
  return { records, lastId, end: at, expectedEnd: isClaimUsable ? limit : FIRST_RECORD, ghosts };
}

function noteWalk(chunk: Chunk, walk: Walk, where: string, problems: Problem[]): void {
  if (walk.end < walk.expectedEnd) {
    const detail =
      chunk.bytes.length < walk.expectedEnd
        ? l10n.t('The file ends inside chunk {0}; the records before that are shown.', chunk.number)
        : l10n.t(
            'Chunk {0} is unreadable from byte {1} to {2}; the records before that are shown.',
            chunk.number,
            walk.end,
            walk.expectedEnd,
          );
    problems.push(warningProblem('evtx.records-lost', where, detail));
  }
  if (walk.ghosts > 0) {
    const detail = l10n.t(
      'Left out {0} records of chunk {1} whose ids are not those of the chunk: they are left over from another log.',
      walk.ghosts,
      chunk.number,
    );
    problems.push(infoProblem('evtx.stale-records', where, detail));
  }
}

function noteUnknownBlock(block: Uint8Array, number: number, where: string, problems: Problem[]): void {
  // Logs grow by whole blocks of zeros.
  if (block.some((byte) => byte !== 0)) {
    problems.push(
      warningProblem(
        'evtx.unknown-block',
        where,
        l10n.t('Block {0} is not a chunk of records; it is skipped.', number),
      ),
    );
  }
}
