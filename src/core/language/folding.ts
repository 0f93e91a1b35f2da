import type { LogContext } from './logContext';
import { outlineOf, type OutlineEntry } from './outline';

/** Lines that fold into the first one; from 0, both inclusive. */
export interface Fold {
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The editor shows some thousands of folds; of a giant log the outer ones are kept. */
const foldLimit = 60_000;

/** Sections, groups, records and values of several lines. */
export function foldsOf(context: LogContext, outline: readonly OutlineEntry[] = outlineOf(context)): readonly Fold[] {
  const { index, lines } = context;
  const folds: Fold[] = [];
  const add = (firstLine: number, lastLine: number): void => {
    if (lastLine > firstLine && folds.length < foldLimit) {
      folds.push({ firstLine, lastLine });
    }
  };
  const addSections = (entries: readonly OutlineEntry[]): void => {
    for (const { kind, firstLine, lastLine, children } of entries) {
      if (kind !== 'record' && kind !== 'error') {
        add(firstLine, lastLine);
        addSections(children);
      }
    }
  };
  addSections(outline);
  index.firstLines.forEach((firstLine, record) => {
    add(firstLine, index.lastLines[record]!);
  });
  if (index.format === 'eventLog') {
    for (const { firstLine, lastLine } of continuedValues(lines.lineCount, (line) => lines.line(line))) {
      add(firstLine, lastLine);
    }
  }
  return folds;
}

/** Values of a rendered record go on eight columns in; a value starts four columns in. */
function* continuedValues(lineCount: number, lineAt: (line: number) => string): Generator<Fold> {
  let start = -1;
  for (let line = 0; line <= lineCount; line += 1) {
    const isContinued = line < lineCount && lineAt(line).startsWith('        ');
    if (isContinued && start < 0) {
      start = line - 1;
    } else if (!isContinued && start >= 0) {
      yield { firstLine: start, lastLine: line - 1 };
      start = -1;
    }
  }
}
