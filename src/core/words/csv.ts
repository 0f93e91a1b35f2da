/*
 * Tables as text for spreadsheets (RFC 4180).
 */

export type CsvCell = string | number | null;

/** With a heading of the columns. The mark tells spreadsheets that this is UTF-8; RFC 4180 wants CRLF. */
export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, CsvCell>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(','));
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** Text from a log must not become a formula: a spreadsheet takes what begins with one of these signs for one. */
function csvCell(value: CsvCell): string {
  if (value === null || typeof value === 'number') {
    return value === null ? '' : String(value);
  }
  const harmless = /^\s*[=+\-@\t\r|%]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
