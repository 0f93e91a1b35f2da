import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from '../core/bytes/crc32';
import { toHex } from '../core/bytes/hex';
import type { CaseDocument } from '../core/case/caseDocument';
import { mergeAll } from '../core/case/mergeCases';
import { readCase } from '../core/case/readCase';
import { writeCaseLine } from '../core/case/writeCase';
import { errorCode } from './caseProblem';

const extension = '.journal';

/** What journals have kept. */
export interface Recovered {
  /** `null` where there was nothing. */
  readonly case: CaseDocument | null;
  /** Journals of processes that have ended: to be removed once the case is saved. */
  readonly finished: readonly string[];
}

/**
 * Keeps every deed from the moment it was done until it is surely in the case file. Each process writes a journal of its
 * own, so no two ever write to the same one; whoever opens the case reads them all. A line is an excerpt of the case with
 * its checksum: merging it once more changes nothing, and a line that was cut off in the middle was never confirmed.
 */
export class CaseJournal {
  private current: string;
  /** Journals of this process that are written no more, and since when, milliseconds since 1970. */
  private retired: { readonly file: string; readonly since: number }[] = [];
  private isEmpty = true;

  /**
   * @param folder on a local disk: it must work where the place of the case does not
   * @param prefix which case it is about
   */
  constructor(
    private readonly folder: string,
    private readonly prefix: string,
  ) {
    this.current = this.freshName();
  }

  /** Resolves when the excerpt is on the disk; rejects with the system's error. */
  async append(excerpt: CaseDocument): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const line = Buffer.from(journalLine(writeCaseLine(excerpt)));
    const file = await open(this.current, 'a');
    try {
      const { size } = await file.stat();
      try {
        await writeAll(file, line);
        await file.sync();
      } catch (error) {
        // What did not get through completely must not glue itself to the next line.
        await file.truncate(size).catch(() => undefined);
        throw error;
      }
    } finally {
      await file.close();
    }
    this.isEmpty = false;
  }

  /** Everything that journals of this case hold, of this process and of others. Never rejects for what they hold. */
  async recover(): Promise<Recovered> {
    const cases: CaseDocument[] = [];
    const finished: string[] = [];
    for (const name of await namesIn(this.folder)) {
      const owner = ownerOf(name, this.prefix);
      if (owner === null) {
        continue;
      }
      const file = path.join(this.folder, name);
      const text = await readFile(file, 'utf8').catch(() => '');
      cases.push(...casesIn(text, file));
      if (!isRunning(owner) || (await isForgotten(file))) {
        finished.push(file);
      }
    }
    return { case: cases.length === 0 ? null : mergeAll(cases), finished };
  }

  /**
   * To be called when everything that was appended is in the case file. A journal is only removed at the next time that
   * is at least `settleMs` later: until then another process, which has read the case before, may still write over it.
   */
  async saved(settleMs: number): Promise<void> {
    const now = Date.now();
    const settled = this.retired.filter(({ since }) => now - since >= settleMs);
    this.retired = this.retired.filter((journal) => !settled.includes(journal));
    if (!this.isEmpty && this.retired.length === 0) {
      this.retired.push({ file: this.current, since: now });
      this.current = this.freshName();
      this.isEmpty = true;
    }
    await Promise.all(settled.map(({ file }) => rm(file, { force: true })));
  }

  /** Removes journals that nobody writes any more, if they have not been touched for `settleMs`. */
  async remove(finished: readonly string[], settleMs: number): Promise<void> {
    for (const file of finished) {
      const facts = await stat(file).catch(() => null);
      if (facts !== null && Date.now() - facts.mtimeMs >= settleMs) {
        await rm(file, { force: true }).catch(() => undefined);
      }
    }
  }

  private freshName(): string {
    return path.join(this.folder, `${this.prefix}.${process.pid}.${randomUUID()}${extension}`);
  }
}

function journalLine(text: string): string {
  return `${checksum(text)} ${text}\n`;
}

function checksum(text: string): string {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, crc32(new TextEncoder().encode(text)));
  return toHex(bytes);
}

function casesIn(text: string, where: string): readonly CaseDocument[] {
  return text.split('\n').flatMap((line) => {
    const json = line.slice(line.indexOf(' ') + 1);
    if (line === '' || !line.startsWith(`${checksum(json)} `)) {
      return [];
    }
    const reading = readCase(json, where);
    return reading.ok ? [reading.case] : [];
  });
}

/** The process that writes a journal; `null` for a file that is none of this case. */
function ownerOf(name: string, prefix: string): number | null {
  const [owned, pid, ...rest] = name.split('.');
  return owned === prefix && rest.length === 2 && name.endsWith(extension) && /^\d{1,10}$/.test(pid ?? '')
    ? Number(pid)
    : null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but as somebody else.
    return errorCode(error) === 'EPERM';
  }
}

/** Numbers of processes come back, in a container even the same ones. */
const longestSilence = 7 * 24 * 3_600_000;

async function isForgotten(file: string): Promise<boolean> {
  const facts = await stat(file).catch(() => null);
  return facts !== null && Date.now() - facts.mtimeMs > longestSilence;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

async function writeAll(
  file: { write(bytes: Uint8Array): Promise<{ bytesWritten: number }> },
  bytes: Uint8Array,
): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes.subarray(written))).bytesWritten;
  }
}
