/** ISO 8601 UTC with milliseconds, the form of all times in the triage document. */
export function isoTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}

/** Milliseconds since 1970 of an ISO UTC time as event data spells it (up to 9 fraction digits); `null` if it is none. */
export function parseIsoTime(text: string | undefined): number | null {
  const match =
    text === undefined ? null : /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2})(\.\d{1,3})?\d*Z?$/.exec(text.trim());
  if (match === null) {
    return null;
  }
  const ms = Date.parse(`${match[1]!.replace(' ', 'T')}${match[2] ?? ''}Z`);
  return Number.isNaN(ms) ? null : ms;
}
