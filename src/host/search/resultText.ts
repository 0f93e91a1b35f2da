import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { reasonsText, type MemberCount, type SearchMatch, type SearchOutcome } from '../../core/search/searchResult';

/** How a search stands. */
export type SearchState =
  | { readonly kind: 'running' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'done'; readonly outcome: SearchOutcome };

/** What a results document shows. */
export interface SearchResults {
  readonly bundleName: string;
  readonly query: string;
  readonly state: SearchState;
  /** In the order in which they were found: file by file. */
  readonly matches: readonly SearchMatch[];
  /** Of the files that are finished. */
  readonly counts: ReadonlyMap<string, MemberCount>;
}

/** A piece of a line of the document, UTF-16 units. */
export interface TextPiece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A place in the bundle that a piece of the document stands for. */
export interface ResultLink extends TextPiece {
  readonly evidence: EvidenceRef;
}

export interface ResultText {
  readonly text: string;
  /** Ascending by line, at most one each. */
  readonly links: readonly ResultLink[];
  /** What was searched for, where it was found. */
  readonly highlights: readonly TextPiece[];
}

/** Words and times as the user reads them. */
export interface ResultWords {
  localize(message: string, ...values: (string | number)[]): string;
  /** @param ms milliseconds since 1970 UTC */
  time(ms: number): string;
}

/** Smaller corrections of the clock are not worth a second time in the row, milliseconds. */
const noticeableShift = 1_000;

/** Puts results into text: a head that says how complete they are, then the matches by file, a line each. */
export function resultText(results: SearchResults, words: ResultWords): ResultText {
  const lines = headLines(results, words);
  const links: ResultLink[] = [];
  const highlights: TextPiece[] = [];
  const shownOf = countByPath(results.matches);
  let path: string | null = null;
  for (const match of results.matches) {
    if (match.path !== path) {
      path = match.path;
      lines.push('', memberLine(path, shownOf.get(path) ?? 0, results.counts.get(path), words));
    }
    const line = lines.length;
    const place = match.recordId === null ? String(match.line ?? 0) : `#${match.recordId}`;
    const lead = `  ${place}: ${timeLead(match, words)}${levelLead(match)}`;
    lines.push(lead + match.preview);
    links.push({ line, start: 2, end: 2 + place.length, evidence: evidenceOf(match) });
    for (const [offset, length] of match.ranges) {
      highlights.push({ line, start: lead.length + offset, end: lead.length + offset + length });
    }
  }
  return { text: `${lines.join('\n')}\n`, links, highlights };
}

/** The place of a match, as the rest of the extension points at places. */
export function evidenceOf({ path, recordId, line }: SearchMatch): EvidenceRef {
  return recordId === null ? { path, line: line ?? 1 } : { path, recordId };
}

function countByPath(matches: readonly SearchMatch[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of matches) {
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}

function headLines({ bundleName, query, state, matches }: SearchResults, words: ResultWords): string[] {
  const lines = [`# ${query}`, `# ${bundleName}`];
  switch (state.kind) {
    case 'running':
      return [...lines, `# ${words.localize('{0} matches so far, searching…', matches.length)}`];
    case 'stopped':
      return [...lines, `# ${words.localize('Stopped after {0} matches; there may be more.', matches.length)}`];
    case 'failed':
      return [...lines, `# ${words.localize('The search failed: {0}', state.reason)}`];
    case 'done':
      return [...lines, ...outcomeLines(query, state.outcome, words).map((line) => `# ${line}`)];
  }
}

function outcomeLines(query: string, outcome: SearchOutcome, words: ResultWords): string[] {
  const { problems, total, shown, members, searched, notSearched, elapsedMs } = outcome;
  if (problems.length > 0) {
    return problems.map(({ start, end, detail }) => `${query.slice(start, end)}: ${detail}`);
  }
  const counts = words.localize('{0} matches in {1} of {2} files', total, members.length, searched);
  const completeness =
    shown < total ? words.localize('{0} of {1} shown, an export has all', shown, total) : words.localize('all shown');
  const seconds = words.localize('{0} s', (elapsedMs / 1000).toFixed(1));
  return [
    total === 0
      ? `${words.localize('No matches in {0} files', searched)} · ${seconds}`
      : `${counts} · ${completeness} · ${seconds}`,
    ...(notSearched.length === 0
      ? []
      : [words.localize('{0} files have no text to search: {1}', notSearched.length, reasonsText(notSearched))]),
  ];
}

/** The name first: it is what people look for, and the folders in front of it are long. */
function memberLine(path: string, shown: number, count: MemberCount | undefined, words: ResultWords): string {
  const nameAt = path.lastIndexOf('/') + 1;
  const folder = nameAt === 0 ? [] : [words.localize('in {0}', path.slice(0, nameAt - 1))];
  return [path.slice(nameAt), countText(shown, count, words), ...folder].join(' · ');
}

function countText(shown: number, count: MemberCount | undefined, words: ResultWords): string {
  if (count === undefined) {
    return words.localize('{0} so far', shown);
  }
  const { total } = count;
  if (shown < total) {
    return words.localize('{0} of {1} matches', shown, total);
  }
  return total === 1 ? words.localize('1 match') : words.localize('{0} matches', total);
}

/** Events have their level in the preview; of lines, those that stand out say so. */
function levelLead({ recordId, level }: SearchMatch): string {
  const word = recordId === null && level !== null ? ['', 'Critical', 'Error', 'Warning'][level] : undefined;
  return word === undefined ? '' : `${word}  `;
}

/** The time of the row; where the clock was corrected, what the log says too, so that both can be found again. */
function timeLead({ timeMs, rawMs }: SearchMatch, words: ResultWords): string {
  if (timeMs === null) {
    return '';
  }
  const isShifted = rawMs !== null && Math.abs(rawMs - timeMs) >= noticeableShift;
  const raw = isShifted ? ` (${words.localize('log: {0}', words.time(rawMs))})` : '';
  return `${words.time(timeMs)}${raw}  `;
}
