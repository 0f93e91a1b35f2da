import { isCmTraceText } from '../logs/cmTraceLog';
import { isDsregText } from '../logs/dsregStatus';
import { isRegistryDumpText } from '../logs/registryDump';
import { isRegistryExportText } from '../logs/registryExport';
import { isSetupLogText } from '../logs/setupLog';
import { parseRecordHeader } from './recordHeader';
import type { TextLines } from './textLines';

/** The shapes of text that the log language covers; `setupLog` includes CBS and DISM, `deviceState` is dsregcmd, `registry` both kinds of dump. */
export type LogFormat = 'eventLog' | 'cmTrace' | 'setupLog' | 'registry' | 'deviceState' | 'json' | 'other';

/** So many lines, and so much of each, tell the format. */
const headLines = 12;
const headOfLine = 2000;

/** What kind of log a text is, by its first lines. */
export function logFormatOf(lines: TextLines): LogFormat {
  const head = Array.from({ length: Math.min(headLines, lines.lineCount) }, (_, number) =>
    lines.line(number).slice(0, headOfLine),
  );
  if (/^\uFEFF?# .+ · (?:\d+ records?|no records)/.test(head[0] ?? '') || head.some(isRecordHeader)) {
    return 'eventLog';
  }
  const text = head.join('\n').replace(/^\uFEFF/, '');
  if (isCmTraceText(text)) {
    return 'cmTrace';
  }
  if (isRegistryExportText(text) || isRegistryDumpText(text)) {
    return 'registry';
  }
  if (isDsregText(text)) {
    return 'deviceState';
  }
  if (/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(text)) {
    return 'json';
  }
  return isSetupLogText(text) ? 'setupLog' : 'other';
}

function isRecordHeader(line: string): boolean {
  return parseRecordHeader(line) !== null;
}
