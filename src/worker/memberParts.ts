import * as l10n from '@vscode/l10n';
import { decodeAs, encodingOf, type TextEncoding } from '../core/bytes/text';
import { textWindows, type TextWindow } from '../core/bytes/textWindows';
import type { EventLog } from '../core/evtx/eventLog';
import { endOfEventText, renderEventLog } from '../core/logs/eventText';
import { noteAbovePart, noteBelowPart } from '../core/logs/partNotes';
import { maskSecrets } from '../core/logs/secretText';
import type { MemberPart, RenderedMember } from '../protocol/bundleService';

/** The part that is asked for. */
export interface WantedPart {
  /** Counted from 1; the last part stands in for numbers above it. */
  readonly number: number;
  /** UTF-16 units of text in one part. */
  readonly maxLength: number;
}

interface TextPlan {
  readonly encoding: TextEncoding;
  readonly windows: readonly TextWindow[];
}

/**
 * Renders members whose text is too long for one document in parts. Only the part that is asked for is ever held as
 * text; where the parts begin is found once and kept.
 */
export class MemberParts {
  /** Indices of the records that the parts of an event log begin with. */
  private readonly eventPlans = new Map<string, readonly number[]>();
  private readonly textPlans = new Map<string, TextPlan>();

  renderEvents(
    log: EventLog,
    path: string,
    { number, maxLength }: WantedPart,
  ): Pick<RenderedMember, 'text' | 'recordLines' | 'recordIds' | 'part'> {
    // Nearly every log fits in one part: it is rendered at once, and measured only where it does not fit.
    const isPlanned = this.eventPlans.has(planKey(path, maxLength));
    const attempt = isPlanned ? null : renderEventLog(log, path, { first: 0, maxLength });
    const starts = this.eventPlan(log, path, maxLength, attempt?.end);
    const index = Math.min(Math.max(1, number), starts.length) - 1;
    const first = starts[index]!;
    const rendered = index === 0 && attempt !== null ? attempt : renderEventLog(log, path, { first, maxLength });
    const { text, recordLines, recordIds, end, lineCount } = rendered;
    if (starts.length === 1) {
      return { text, recordLines, recordIds, part: null };
    }
    const position = { number: index + 1, count: starts.length };
    const above = noteAbovePart(position, l10n.t('records {0}–{1} of {2}', first + 1, end, log.count));
    return {
      text: `${above}${text}${noteBelowPart(position)}`,
      recordLines: recordLines.map((line) => line + 1),
      recordIds,
      part: { ...position, contentStart: 1, contentEnd: lineCount + 1, firstLine: 0 },
    };
  }

  renderText(
    bytes: Uint8Array,
    path: string,
    { number, maxLength }: WantedPart,
  ): Pick<RenderedMember, 'text' | 'part'> {
    const { encoding, windows } = this.textPlan(bytes, path, maxLength);
    const index = Math.min(Math.max(1, number), windows.length) - 1;
    const window = windows[index]!;
    const text = maskSecrets(decodeAs(bytes.subarray(window.start, window.end), encoding));
    if (windows.length === 1) {
      return { text, part: null };
    }
    const position = { number: index + 1, count: windows.length };
    const { part, above, below } = textNotes(position, window, windows);
    return { text: `${above}${text}${below}`, part };
  }

  /** The number of the part that shows the record; the first when the log does not have it. */
  partOfRecord(log: EventLog, path: string, recordId: number, maxLength: number): number {
    const index = log.columns.recordId.indexOf(recordId);
    const starts = this.eventPlan(log, path, maxLength);
    return Math.max(1, starts.filter((start) => start <= index).length);
  }

  /** The number of the part that shows the beginning of a line, which is counted from 1. */
  partOfLine(bytes: Uint8Array, path: string, line: number, maxLength: number): number {
    const { windows } = this.textPlan(bytes, path, maxLength);
    const begun = windows.filter(({ firstLine, continuesLine }) => firstLine + (continuesLine ? 1 : 0) < line);
    return Math.max(1, begun.length);
  }

  /** @param firstEnd where the first part ends, if that is known */
  private eventPlan(log: EventLog, path: string, maxLength: number, firstEnd?: number): readonly number[] {
    const key = planKey(path, maxLength);
    const known = this.eventPlans.get(key);
    if (known !== undefined) {
      return known;
    }
    const starts = [0];
    let end = firstEnd ?? endOfEventText(log, { first: 0, maxLength });
    while (end < log.count) {
      starts.push(end);
      end = endOfEventText(log, { first: end, maxLength });
    }
    this.eventPlans.set(key, starts);
    return starts;
  }

  private textPlan(bytes: Uint8Array, path: string, maxLength: number): TextPlan {
    const key = planKey(path, maxLength);
    let plan = this.textPlans.get(key);
    if (plan === undefined) {
      const encoding = encodingOf(bytes);
      plan = { encoding, windows: textWindows(bytes, encoding, maxLength) };
      this.textPlans.set(key, plan);
    }
    return plan;
  }
}

function planKey(path: string, maxLength: number): string {
  return `${maxLength} ${path}`;
}

/** What a part of a text says about itself, and where its content lies between that. */
function textNotes(
  position: Pick<MemberPart, 'number' | 'count'>,
  { firstLine, lineCount, continuesLine }: TextWindow,
  windows: readonly TextWindow[],
): { part: MemberPart; above: string; below: string } {
  const last = windows.at(-1)!;
  const next = windows[position.number];
  const lines = l10n.t('lines {0}–{1} of {2}', firstLine + 1, firstLine + lineCount, last.firstLine + last.lineCount);
  const cuts = [
    ...(continuesLine ? [l10n.t('goes on inside line {0}', firstLine + 1)] : []),
    ...(next?.continuesLine === true ? [l10n.t('line {0} goes on in the next part', next.firstLine + 1)] : []),
  ];
  const above = noteAbovePart(position, [lines, ...cuts].join(', '));
  const note = noteBelowPart(position);
  return {
    part: { ...position, contentStart: 1, contentEnd: 1 + lineCount, firstLine },
    above,
    below: next?.continuesLine === true ? `\n${note}` : note,
  };
}
