import { eventHover, recordHover } from './eventHover';
import { timeOfRecord, timeOfValue } from './timeHover';
import { tokensAt, type LogToken, type TokenPlace } from './tokens';
import { uriHover } from './uriHover';
import type { LogContext } from './logContext';
import { fieldHover, messageHover, registryKeyHover, registryValueHover } from './lineHover';
import { accountHover, codeHover, guidHover, phaseHover, sidHover } from './valueHover';

/** What the editor shows for one place of a log. */
export interface LogHover extends TokenPlace {
  /** Markdown without HTML and without command links; everything out of the log is inline code. */
  readonly markdown: string;
}

/** Explains what stands at a place; `null` where nothing is known about it. Lines and columns count from 0. */
export function hoverAt(context: LogContext, line: number, column: number): LogHover | null {
  for (const token of tokensAt(context.lines.line(line), column, context.index.format)) {
    const paragraphs = explain(context, line, token);
    if (paragraphs.length > 0) {
      return { start: token.start, end: token.end, markdown: paragraphs.join('\n\n') };
    }
  }
  return null;
}

function explain(context: LogContext, line: number, token: LogToken): readonly string[] {
  switch (token.kind) {
    case 'event':
      return eventHover(context, line, token);
    case 'record':
      return recordHover(context, line, token.recordId);
    case 'time':
      return token.ownUtc ? timeOfValue(token.text, context) : timeOfRecord(context, line);
    case 'code':
      return codeHover(token.text, token.ofProcess);
    case 'uri':
      return uriHover(context, token.text);
    case 'app':
      return guidHover(context, token.guid, 'app');
    case 'guid':
      return guidHover(context, token.text, token.role);
    case 'sid':
      return sidHover(context, token.text);
    case 'phase':
      return phaseHover(context, token.text);
    case 'registryPath':
      return registryKeyHover(token.text);
    case 'registryValue':
      return registryValueHover(context, line, token.text, token.data);
    case 'account':
      return accountHover(context, token.text);
    case 'field':
      return fieldHover(context, token.text, token.data);
    case 'message':
      return messageHover(token.text);
  }
}
