import type { CaseDocument } from '../case/caseDocument';

/** Who wrote in a case, and all that is written in it: names of people that no log of the bundle may hold. */
export function namesInCase(caseDocument: CaseDocument | null): {
  readonly authors: readonly string[];
  readonly texts: readonly string[];
} {
  const authors = new Set<string>();
  const texts: string[] = [];
  const pending: unknown[] = [caseDocument];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value === 'string') {
      texts.push(value);
    } else if (typeof value === 'object' && value !== null) {
      const { by } = value as { readonly by?: unknown };
      if (typeof by === 'string') {
        authors.add(by);
      }
      const parts: readonly unknown[] = Object.values(value);
      pending.push(...parts.filter((part) => part !== undefined && part !== null));
    }
  }
  return { authors: [...authors], texts };
}
