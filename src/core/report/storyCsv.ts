import { placesText } from './places';
import type { ReportInput } from './reportInput';
import { scoped } from './reportModel';
import { storyRows } from './storyRows';

const header = ['time', 'kind', 'id', 'what', 'verdict', 'confidence', 'detail', 'evidence'];

/** The story as a table (RFC 4180), one event a row. */
export function storyCsv(input: ReportInput): string {
  const rows = storyRows(scoped(input).document).map(
    ({ time, kind, id, what, verdict, confidence, detail, evidence }) => [
      time,
      kind,
      id,
      what,
      verdict,
      confidence,
      detail,
      placesText(evidence),
    ],
  );
  return [header, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet takes what begins like a formula for one; logs are not to be trusted with that. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
