import type { SearchMatch } from '../../core/search/searchResult';
import { csvText } from '../../core/words/csv';

export type ExportFormat = 'csv' | 'jsonl';

const columns = ['path', 'record', 'line', 'time', 'rawTime', 'level', 'provider', 'eventId', 'text'] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number | null>>;

/** The matches as a file: CSV for spreadsheets, or one JSON object a line. Times are ISO 8601 UTC. */
export function exportText(matches: readonly SearchMatch[], format: ExportFormat): string {
  const rows = matches.map(toRow);
  switch (format) {
    case 'csv':
      return csvText(columns, rows);
    case 'jsonl':
      return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
}

function toRow({ path, recordId, line, timeMs, rawMs, level, provider, eventId, preview }: SearchMatch): Row {
  return {
    path,
    record: recordId,
    line,
    time: isoOrNull(timeMs),
    rawTime: isoOrNull(rawMs),
    level,
    provider,
    eventId,
    text: preview,
  };
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
