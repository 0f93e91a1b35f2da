import type { CaseDocument } from './caseDocument';

/** Everybody who has done anything in a case, also in entries that do not read. */
export function authorsOf(document: CaseDocument): readonly string[] {
  const authors = new Set<string>();
  const waiting: unknown[] = [document];
  while (waiting.length > 0) {
    const entry = waiting.pop();
    if (typeof entry === 'object' && entry !== null) {
      for (const [name, value] of Object.entries(entry)) {
        if (name === 'by' && typeof value === 'string') {
          authors.add(value);
        } else {
          waiting.push(value);
        }
      }
    }
  }
  return [...authors].sort();
}
