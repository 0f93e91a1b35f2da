import type { Bundle } from '../bundle/bundle';
import type { EventFile } from '../bundle/eventStore';
import type { MemberKind } from '../bundle/memberKind';
import { shownText } from '../bundle/shownBytes';
import { linesOf } from '../bytes/lines';
import { Pace } from '../bytes/pace';
import { renderEventLog } from '../logs/eventText';
import { lastAtOrBelow } from '../bytes/sorted';

/** One place where a text occurs. */
export interface Occurrence {
  readonly path: string;
  /** EventRecordID; `null` in text members. */
  readonly recordId: number | null;
  /** In the text that the editor shows, from 0. */
  readonly line: number;
  readonly column: number;
  /** The line around it, for lists. */
  readonly preview: string;
}

/** The places, as many as were asked for, and how many there are. */
export interface Occurrences {
  readonly found: readonly Occurrence[];
  readonly total: number;
  /** Members that hold text and could not be searched. */
  readonly notSearched: readonly string[];
}

/** What has no text to look into. */
const withoutText: ReadonlySet<MemberKind> = new Set([
  'evtx',
  'evtLegacy',
  'etl',
  'archive',
  'binary',
  'empty',
  'noResult',
]);
const previewLength = 160;

/** UTF-16 units of event text at a time. */
const stretchLength = 4 * 1024 * 1024;
/** A rendered log begins with its title and a blank line. */
const titleLines = 2;

/**
 * Where `text` occurs in the members of a bundle, case aside, in the order of the bundle. Event logs are searched as
 * the editor shows them. Rejects when aborted.
 */
export async function findOccurrences(
  bundle: Bundle,
  text: string,
  limit: number,
  signal?: AbortSignal,
): Promise<Occurrences> {
  const collector = new Collector(text, limit);
  const pace = new Pace();
  const notSearched: string[] = [];
  const logs = new Map(bundle.logs.events.files.map((file) => [file.path, file]));
  for (const { path, kind, unreadable } of bundle.members) {
    const log = logs.get(path);
    if (log !== undefined) {
      await searchEvents(log, collector, pace, signal);
    } else if (unreadable !== null) {
      notSearched.push(path);
    } else if (!withoutText.has(kind)) {
      const bytes = await bundle.read(path, signal === undefined ? {} : { signal });
      if (bytes.ok) {
        const content = shownText(kind, bytes.bytes);
        await searchText({ path, text: content, recordAt: noRecord, firstLine: 0, shift: 0 }, collector, pace, signal);
      } else {
        notSearched.push(path);
      }
    }
  }
  return { found: collector.found, total: collector.total, notSearched };
}

/** The same for one text that belongs to no bundle. */
export function occurrencesInText(path: string, content: string, text: string, limit: number): Occurrences {
  const collector = new Collector(text, limit);
  if (collector.mayBeIn(content)) {
    for (const { number, text: line } of linesOf(content)) {
      collector.addLine(path, null, number - 1, line);
    }
  }
  return { found: collector.found, total: collector.total, notSearched: [] };
}

async function searchEvents(
  { path, log }: EventFile,
  collector: Collector,
  pace: Pace,
  signal: AbortSignal | undefined,
): Promise<void> {
  // In stretches, so that a large log neither fills the memory nor holds up a cancellation.
  let shift = 0;
  for (let first = 0; first < log.count;) {
    const { text, recordLines, recordIds, end, lineCount } = renderEventLog(log, path, {
      first,
      maxLength: stretchLength,
    });
    const recordAt = (line: number): number | null => recordIds[lastAtOrBelow(recordLines, line)] ?? null;
    await searchText({ path, text, recordAt, firstLine: titleLines, shift }, collector, pace, signal);
    shift += lineCount - titleLines;
    first = end;
  }
}

interface SearchedText {
  readonly path: string;
  readonly text: string;
  readonly recordAt: (line: number) => number | null;
  /** What stands above is not searched. */
  readonly firstLine: number;
  /** Lines of the whole text that stand before this stretch of it. */
  readonly shift: number;
}

async function searchText(
  { path, text: content, recordAt, firstLine, shift }: SearchedText,
  collector: Collector,
  pace: Pace,
  signal: AbortSignal | undefined,
): Promise<void> {
  await pace.breathe(signal);
  if (!collector.mayBeIn(content)) {
    return;
  }
  for (const { number, text } of linesOf(content)) {
    if (number % 4096 === 0) {
      await pace.breathe(signal);
    }
    const line = number - 1;
    if (line >= firstLine) {
      collector.addLine(path, recordAt(line), line + shift, text);
    }
  }
}

/** Text members have lines only. */
function noRecord(): null {
  return null;
}

/** Counts every occurrence and keeps the first ones. */
class Collector {
  readonly found: Occurrence[] = [];
  total = 0;
  private readonly wanted: string;

  constructor(
    text: string,
    private readonly limit: number,
  ) {
    this.wanted = text.toLowerCase();
  }

  mayBeIn(content: string): boolean {
    return this.wanted !== '' && content.toLowerCase().includes(this.wanted);
  }

  addLine(path: string, recordId: number | null, line: number, text: string): void {
    const lower = lowerCase(text);
    for (
      let column = lower.indexOf(this.wanted);
      column >= 0;
      column = lower.indexOf(this.wanted, column + this.wanted.length)
    ) {
      if (!isWhole(lower, column, this.wanted.length)) {
        continue;
      }
      this.total += 1;
      if (this.found.length < this.limit) {
        this.found.push({ path, recordId, line, column, preview: preview(text, column) });
      }
    }
  }
}

/** Some letters have a longer lower case: there the columns of the line itself matter more. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** Not the beginning or the end of something longer: `…/LsaCfgFlags` is not `…/LsaCfgFlagsX`, a SID is not a longer SID. */
function isWhole(text: string, column: number, length: number): boolean {
  const before = text[column - 1] ?? ' ';
  const after = text.slice(column + length, column + length + 2);
  return !/[a-z0-9]/.test(before) && !/^(?:[a-z0-9]|[-/][a-z0-9])/.test(after);
}

function preview(text: string, column: number): string {
  const start = Math.max(0, column - 60);
  return `${start > 0 ? '…' : ''}${text.slice(start, start + previewLength).trim()}`;
}
