import type { TriageDocument } from '../enrollment/document/triageDocument';
import { csvText } from '../words/csv';
import { placesText } from './places';
import { storyRows } from './storyRows';

const columns = ['time', 'kind', 'id', 'what', 'verdict', 'confidence', 'detail', 'evidence'] as const;

/** The story as a table for spreadsheets, one event a row. */
export function storyCsv(document: TriageDocument): string {
  const rows = storyRows(document).map((row) => ({ ...row, evidence: placesText(row.evidence) }));
  return csvText(columns, rows);
}
