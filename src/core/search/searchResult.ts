import type { QueryProblem } from './query';

/** One place in a bundle that a query fits. */
export interface SearchMatch {
  readonly path: string;
  /** EventRecordID; `null` for lines. */
  readonly recordId: number | null;
  /** Line of a text file, counted from 1; `null` for event records. */
  readonly line: number | null;
  /** Corrected time, milliseconds since 1970 UTC; `null` where the line carries none. */
  readonly timeMs: number | null;
  /** The time as the log wrote it, milliseconds since 1970 UTC. */
  readonly rawMs: number | null;
  /** Windows event level, 1–5; `null` where it is not known. */
  readonly level: number | null;
  readonly provider: string | null;
  readonly eventId: number | null;
  /** One line of text around what was found, without control characters. */
  readonly preview: string;
  /** What was found in {@link preview}: offset and length of each piece. */
  readonly ranges: readonly (readonly [offset: number, length: number])[];
}

/** How a query did in one file. */
export interface MemberCount {
  readonly path: string;
  readonly total: number;
  /** Of {@link total}, how many are in the result. */
  readonly shown: number;
}

export interface UnsearchedMember {
  readonly path: string;
  /** For people. */
  readonly reason: string;
}

/** Why files were not searched, for people: `event trace (9), empty (1)`. */
export function reasonsText(members: readonly UnsearchedMember[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of members) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `${reason} (${count})`).join(', ');
}

/** What a search comes to. */
export interface SearchOutcome {
  /** Nothing was searched when there are any. */
  readonly problems: readonly QueryProblem[];
  /** Files with at least one match, in the order of the bundle. */
  readonly members: readonly MemberCount[];
  /** How many files the query was looked for in. */
  readonly searched: number;
  readonly notSearched: readonly UnsearchedMember[];
  readonly total: number;
  readonly shown: number;
  readonly elapsedMs: number;
}

/** What a search tells while it runs, in this order for each file; the outcome comes last. */
export type SearchUpdate =
  | { readonly kind: 'matches'; readonly path: string; readonly matches: readonly SearchMatch[] }
  | { readonly kind: 'member'; readonly count: MemberCount }
  | { readonly kind: 'end'; readonly outcome: SearchOutcome };

export interface SearchLimits {
  /** Matches that are handed out; those beyond are counted. */
  readonly total: number;
  /** The same for each file. */
  readonly perMember: number;
}
