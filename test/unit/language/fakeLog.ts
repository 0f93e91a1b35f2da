import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import type { LogContext } from '../../../src/core/language/logContext';
import { indexLog } from '../../../src/core/language/logIndex';
import type { TextLines } from '../../../src/core/language/textLines';
import { systemLog } from '../host/storyBuilder';

/** The lines of a text that no editor holds. */
export function textLinesOf(text: string): TextLines {
  const lines = text.split(/\r\n|\n|\r/);
  return { lineCount: lines.length, line: (number) => lines[number] ?? '', text: () => text };
}

/** A copy of that log in another place of the bundle, of which the story does not speak. */
export function copyContextOf(text: string, story: TriageDocument): LogContext {
  return { ...contextOf(text, story), path: 'copy of system.evtx', copies: [systemLog] };
}

/** A log as the language sees it; part of the System log of a bundle where a story is given. */
export function contextOf(text: string, story: TriageDocument | null = null): LogContext {
  const lines = textLinesOf(text);
  return {
    lines,
    index: indexLog(lines, { clock: story?.clock ?? null }),
    path: story && systemLog,
    copies: [],
    story,
    lineShift: 0,
  };
}

/** The head of a rendered record of the day on which the example device was set up. */
export function header(recordId: number, clock: string, event = 'User32 1074', meaning = ''): string {
  return `2026-08-20 ${clock}Z  Information  ${event}  #${recordId}${meaning === '' ? '' : `  · ${meaning}`}`;
}

export const title = '# inner.cab/system.evtx · 3 records · System';
