import type { ByteSource } from '../bytes/byteSource';
import { SourceReader } from '../bytes/sourceReader';
import { viewOf, zipFlag, zipLength, zipSignature } from './zipRecords';

/** Header and descriptor ids of extra fields, APPNOTE 4.5. */
const zip64ExtraId = 0x0001;
/** The newest "version needed to extract" of APPNOTE 6.3.10; anything above is not a header but chance. */
const newestVersion = 63;
/** Sizes and offsets from here on need ZIP64 records; entries that large are over every limit anyway. */
const zip64Threshold = 0xffffffff;

/** The same archive with a directory made from its local headers. */
export interface RecoveredDirectory {
  /** The original bytes followed by a new directory; reads as a zip archive. */
  readonly source: ByteSource;
  /** Entries of which only the beginning is there. */
  readonly lostCount: number;
}

/** What a local header says about its entry, completed from its data descriptor where it has one. */
interface LocalEntry {
  readonly offset: number;
  readonly dataStart: number;
  /** The 26 bytes that local and central headers have in common: version needed to lengths (APPNOTE 4.3.7, 4.3.12). */
  readonly common: Uint8Array;
  readonly name: Uint8Array;
  readonly extra: Uint8Array;
  crc: number;
  packedSize: number;
  size: number;
}

/**
 * Finds the entries of a zip whose directory is missing or broken by walking over the local headers, in one pass.
 * Sizes that were not known when the header was written are taken from the data descriptor, which is believed only
 * if the packed size in it leads back to where the data starts.
 * @returns `null` where there is no complete entry. Rejects only when the medium fails.
 */
export async function recoverDirectory(source: ByteSource, maxEntries: number): Promise<RecoveredDirectory | null> {
  const reader = new SourceReader(source);
  const end = Math.min(source.size, zip64Threshold - 1);
  const entries: LocalEntry[] = [];
  let lostCount = 0;
  /** The entry whose end is not known yet. */
  let open: LocalEntry | null = null;

  let position = await nextRecord(reader, 0, end);
  // One entry too many is kept on purpose: it is how the reader notices that the limit was passed.
  while (position !== null && entries.length <= maxEntries) {
    const signature = viewOf(await reader.read(position, 4)).getUint32(0, true);
    let next = position + 4;

    if (open !== null) {
      const isComplete: boolean =
        signature === zipSignature.dataDescriptor
          ? await completeFrom(reader, open, position, position + 4)
          : await completeFrom(reader, open, position - 12, position - 12);
      if (isComplete) {
        entries.push(open);
        open = null;
      }
    }

    const entry = signature === zipSignature.localHeader ? await readLocalHeader(reader, position, end) : null;
    if (entry !== null) {
      lostCount += open === null ? 0 : 1;
      open = null;
      // Past the name in any case: names may be long and headers many, and none is to be read twice.
      next = entry.dataStart;
      const dataEnd = entry.dataStart + entry.packedSize;
      if (isSizedLater(entry)) {
        open = entry;
      } else if (dataEnd <= end) {
        entries.push(entry);
        next = dataEnd;
      } else {
        lostCount += 1;
      }
    }
    position = await nextRecord(reader, next, end);
  }
  lostCount += open === null ? 0 : 1;

  return entries.length === 0
    ? null
    : { source: new AppendedSource(source, directoryOf(entries, source.size)), lostCount };
}

/** Offset of the next record that matters to the scan, at or after `from`. */
async function nextRecord(reader: SourceReader, from: number, end: number): Promise<number | null> {
  const stride = 64 * 1024;
  for (let base = from; base + 4 <= end; base += stride - 3) {
    const window = await reader.read(base, Math.min(stride, end - base));
    const view = viewOf(window);
    for (let at = window.indexOf(0x50); at >= 0 && at + 4 <= window.length; at = window.indexOf(0x50, at + 1)) {
      const signature = view.getUint32(at, true);
      if (
        signature === zipSignature.localHeader ||
        signature === zipSignature.centralHeader ||
        signature === zipSignature.dataDescriptor
      ) {
        return base + at;
      }
    }
  }
  return null;
}

async function readLocalHeader(reader: SourceReader, offset: number, end: number): Promise<LocalEntry | null> {
  const fixed = await reader.read(offset, zipLength.localHeader);
  if (fixed.length < zipLength.localHeader) {
    return null;
  }
  const view = viewOf(fixed);
  const nameLength = view.getUint16(26, true);
  const extraLength = view.getUint16(28, true);
  const dataStart = offset + zipLength.localHeader + nameLength + extraLength;
  const isPlausible = fixed[4]! <= newestVersion && nameLength > 0 && dataStart <= end;
  if (!isPlausible) {
    return null;
  }
  // The reader's buffer is reused: what is kept has to be copied.
  const common = fixed.slice(4, zipLength.localHeader);
  const variable = (await reader.read(offset + zipLength.localHeader, nameLength + extraLength)).slice();
  const { zip64, others } = splitExtra(variable.subarray(nameLength));
  const size = view.getUint32(22, true);
  const packedSize = view.getUint32(18, true);
  return {
    offset,
    dataStart,
    common,
    name: variable.subarray(0, nameLength),
    extra: others,
    crc: view.getUint32(14, true),
    size: size === zip64Threshold ? zip64Value(zip64, 0) : size,
    packedSize: packedSize === zip64Threshold ? zip64Value(zip64, 8) : packedSize,
  };
}

function isSizedLater(entry: LocalEntry): boolean {
  const flags = viewOf(entry.common).getUint16(2, true);
  return (flags & zipFlag.dataDescriptor) !== 0 && entry.packedSize === 0;
}

/**
 * Takes CRC and sizes from the descriptor whose CRC is at `at`, if it belongs to the entry whose data would then end
 * at `dataEnd`. Descriptors have 4-byte sizes, or 8-byte ones in ZIP64 (APPNOTE 4.3.9): where a 4-byte size would
 * be, those have the upper half of the packed size, zero, which no entry with data in it can be long.
 */
async function completeFrom(reader: SourceReader, entry: LocalEntry, dataEnd: number, at: number): Promise<boolean> {
  const packedSize = dataEnd - entry.dataStart;
  const fields = packedSize < 0 ? new Uint8Array(0) : await reader.read(at, 20);
  if (fields.length < 12 || viewOf(fields).getUint32(4, true) !== packedSize) {
    return false;
  }
  const view = viewOf(fields);
  const size = view.getUint32(8, true);
  const emptyDeflateLength = 2;
  const isLong = size === 0 && packedSize > emptyDeflateLength && fields.length === 20;
  entry.crc = view.getUint32(0, true);
  entry.packedSize = packedSize;
  entry.size = isLong ? view.getUint32(12, true) : size;
  return true;
}

/** Takes the ZIP64 field out of an extra field: the new directory has no use for it. */
function splitExtra(extra: Uint8Array): { readonly zip64: Uint8Array; readonly others: Uint8Array } {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === zip64ExtraId && end <= extra.length) {
      const others = new Uint8Array(extra.length - (end - at));
      others.set(extra.subarray(0, at));
      others.set(extra.subarray(end), at);
      return { zip64: extra.subarray(at + 4, end), others };
    }
  }
  return { zip64: new Uint8Array(0), others: extra };
}

/** A 64-bit size of a local ZIP64 field: the size, then the packed size. Too large where it is not there. */
function zip64Value(zip64: Uint8Array, at: number): number {
  return at + 8 <= zip64.length ? Number(viewOf(zip64).getBigUint64(at, true)) : zip64Threshold;
}

/** A central directory and its end record for entries at their old offsets. */
function directoryOf(entries: readonly LocalEntry[], directoryOffset: number): Uint8Array<ArrayBuffer> {
  const length = entries.reduce(
    (sum, { name, extra }) => sum + zipLength.centralHeader + name.length + extra.length,
    0,
  );
  const bytes = new Uint8Array(length + zipLength.endOfDirectory);
  const view = viewOf(bytes);
  let at = 0;
  for (const entry of entries) {
    view.setUint32(at, zipSignature.centralHeader, true);
    view.setUint16(at + 4, newestVersion, true);
    bytes.set(entry.common, at + 6);
    view.setUint32(at + 16, entry.crc, true);
    view.setUint32(at + 20, entry.packedSize, true);
    view.setUint32(at + 24, entry.size, true);
    view.setUint16(at + 30, entry.extra.length, true);
    view.setUint32(at + 42, entry.offset, true);
    bytes.set(entry.name, at + zipLength.centralHeader);
    bytes.set(entry.extra, at + zipLength.centralHeader + entry.name.length);
    at += zipLength.centralHeader + entry.name.length + entry.extra.length;
  }
  view.setUint32(at, zipSignature.endOfDirectory, true);
  // Only 16 bits: the reader counts on when the number wraps.
  view.setUint16(at + 8, entries.length & 0xffff, true);
  view.setUint16(at + 10, entries.length & 0xffff, true);
  view.setUint32(at + 12, length, true);
  view.setUint32(at + 16, directoryOffset, true);
  return bytes;
}

/** Bytes of a source with more behind them. */
class AppendedSource implements ByteSource {
  constructor(
    private readonly head: ByteSource,
    private readonly tail: Uint8Array<ArrayBuffer>,
  ) {}

  get size(): number {
    return this.head.size + this.tail.length;
  }

  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const end = Math.min(offset + length, this.size);
    if (end <= this.head.size) {
      return this.head.read(offset, end - offset);
    }
    if (offset >= this.head.size) {
      return this.tail.subarray(offset - this.head.size, Math.max(offset, end) - this.head.size);
    }
    const joined = new Uint8Array(end - offset);
    joined.set(await this.head.read(offset, this.head.size - offset));
    joined.set(this.tail.subarray(0, end - this.head.size), this.head.size - offset);
    return joined;
  }

  sha256(): Promise<string> {
    return this.head.sha256();
  }
}
