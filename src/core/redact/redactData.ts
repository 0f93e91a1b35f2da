import type { Redactor } from './redactor';

/**
 * Plain data with pseudonyms in all of its texts; numbers, names of properties and the values of `kept` properties stay.
 * What is drawn or cut from it afterwards cannot show half a name.
 */
export function redactData<T>(
  redactor: Pick<Redactor, 'redact'>,
  data: T,
  kept: ReadonlySet<string> = keptProperties,
): T {
  return redacted(redactor, data, kept) as T;
}

/** Hashes and times that nobody's name is in, and that have to be exact. */
const keptProperties: ReadonlySet<string> = new Set(['sha256', 'hash', 'before', 'after', 'content']);

function redacted(redactor: Pick<Redactor, 'redact'>, data: unknown, kept: ReadonlySet<string>): unknown {
  if (typeof data === 'string') {
    return redactor.redact(data);
  }
  if (Array.isArray(data)) {
    return data.map((item) => redacted(redactor, item, kept));
  }
  // Columns of numbers are passed on.
  if (typeof data === 'object' && data !== null && !ArrayBuffer.isView(data)) {
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => [name, kept.has(name) ? value : redacted(redactor, value, kept)]),
    );
  }
  return data;
}
