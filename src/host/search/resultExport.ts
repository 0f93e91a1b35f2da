import type { SearchMatch } from '../../core/search/searchResult';

export type ExportFormat = 'csv' | 'jsonl';

const columns = ['path', 'record', 'line', 'time', 'rawTime', 'level', 'provider', 'eventId', 'text'] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number | null>>;

/** The matches as a file: CSV for spreadsheets, or one JSON object a line. Times are ISO 8601 UTC. */
export function exportText(matches: readonly SearchMatch[], format: ExportFormat): string {
  const rows = matches.map(toRow);
  switch (format) {
    case 'csv':
      // The mark tells spreadsheets that this is UTF-8; RFC 4180 wants CRLF.
      return `\uFEFF${[columns.join(','), ...rows.map(csvLine)].join('\r\n')}\r\n`;
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

function csvLine(row: Row): string {
  return columns.map((column) => csvCell(row[column])).join(',');
}

/** Text from a log must not become a formula: a spreadsheet takes what begins with one of these signs for one. */
function csvCell(value: string | number | null): string {
  if (value === null || typeof value === 'number') {
    return value === null ? '' : String(value);
  }
  const harmless = /^\s*[=+\-@\t\r|%]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
