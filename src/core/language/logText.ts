import type { Problem } from '../bytes/problem';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { foldsOf, type Fold } from './folding';
import { hoverAt, type LogHover } from './hover';
import { inlaysIn, type TimeInlay } from './inlays';
import { lensesOf, type StoryLens } from './lenses';
import type { LogContext } from './logContext';
import { indexLog, recordAtLine, type ChannelTimes } from './logIndex';
import { marksOf, type LogMark } from './marks';
import { occurrencesInText, type Occurrences } from './occurrences';
import { outlineOf, type OutlineEntry } from './outline';
import { spanOfSelection, type SelectionSpan } from './selectionSpan';
import type { TextLines } from './textLines';
import { shortDuration } from '../words/duration';
import { isReference, referencesIn, searchText, tokensAt, type Reference } from './tokens';

/** What is known around a log that an editor shows. */
export interface LogSurroundings {
  readonly path: string | null;
  /** Other members that hold the same records. */
  readonly copies: readonly string[];
  readonly story: TriageDocument | null;
  /** First line of record i, where the text was rendered from an event log. */
  readonly recordLines: Uint32Array | null;
  readonly channel: ChannelTimes | null;
  /** Line of the text minus line of the member, for members that are shown in parts. */
  readonly lineShift: number;
}

/** One version of one log: read once, asked many times. All lines and columns count from 0. */
export class LogText {
  private readonly context: LogContext;
  private outlineCache: readonly OutlineEntry[] | null = null;

  constructor(lines: TextLines, { path, copies, story, recordLines, channel, lineShift }: LogSurroundings) {
    const index = indexLog(lines, { recordLines, channel, clock: story?.clock ?? null });
    this.context = { lines, index, path, copies, story, lineShift };
  }

  hover(line: number, column: number): LogHover | null {
    return hoverAt(this.context, line, column);
  }

  /** What stands at a place and has other occurrences; `null` for anything else. */
  referenceAt(line: number, column: number): Reference | null {
    const { lines, index } = this.context;
    return tokensAt(lines.line(line), column, index.format).find(isReference) ?? null;
  }

  referencesIn(line: number): readonly Reference[] {
    return referencesIn(this.context.lines.line(line));
  }

  outline(): readonly OutlineEntry[] {
    this.outlineCache ??= outlineOf(this.context);
    return this.outlineCache;
  }

  folds(): readonly Fold[] {
    return foldsOf(this.context, this.outline());
  }

  lenses(): readonly StoryLens[] {
    return lensesOf(this.context);
  }

  inlays(firstLine: number, endLine: number): readonly TimeInlay[] {
    return inlaysIn(this.context, firstLine, endLine);
  }

  /** Corrected time of the record at a line, milliseconds since 1970 UTC; `null` where it has none. */
  timeAt(line: number): number | null {
    const { index } = this.context;
    const time = index.correctedMs[recordAtLine(index, line)] ?? NaN;
    return Number.isNaN(time) ? null : time;
  }

  span(firstLine: number, lastLine: number): SelectionSpan | null {
    return spanOfSelection(this.context.index, firstLine, lastLine);
  }

  marks(readerProblems: readonly Problem[]): readonly LogMark[] {
    return marksOf(this.context, readerProblems);
  }

  /** Where `text` occurs in this log alone. */
  occurrences(text: string, limit: number): Occurrences {
    const { path, lines } = this.context;
    return occurrencesInText(path ?? '', lines.text(), text, limit);
  }

  /** What the other occurrences of a reference are looked for by. */
  searchText(reference: Reference): string {
    return searchText(reference);
  }

  elapsed(ms: number): string {
    return shortDuration(ms);
  }
}
