import type { PhaseId } from '../enrollment/document/phases';
import type { LinePattern } from './linePattern';

/** A piece `[start, end)` of the query as it was typed. */
export interface QuerySpan {
  readonly start: number;
  readonly end: number;
}

/** Something in a query that cannot be meant as it is written, and where. */
export interface QueryProblem extends QuerySpan {
  /** One sentence for people, with what to write instead. */
  readonly detail: string;
}

/** Numbers from `from` to `to`, both inclusive. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** A moment as the query names it; what it is in milliseconds may depend on the bundle. */
export type Instant =
  | { readonly from: 'utc'; readonly ms: number }
  /** That long after (or before) the first sign of the enrollment. */
  | { readonly from: 'enrollment'; readonly offsetMs: number }
  /** The start of that boot, counted from 1 as in the triage document. */
  | { readonly from: 'boot'; readonly boot: number };

/** What one term asks for. All terms of a query have to fit; of the values of one term, any. */
export type QueryCondition =
  /** Words that occur in the text. */
  | { readonly kind: 'text'; readonly text: string }
  /** A result code, in any of the forms that logs write it in. */
  | { readonly kind: 'code'; readonly forms: readonly string[] }
  /** A pattern that fits somewhere in a line. */
  | { readonly kind: 'pattern'; readonly pattern: LinePattern }
  /** Parts of names, with `*` for anything. */
  | {
      readonly kind: 'name';
      readonly field: 'provider' | 'channel' | 'member' | 'user';
      readonly values: readonly string[];
    }
  | { readonly kind: 'number'; readonly field: 'id' | 'record' | 'level'; readonly ranges: readonly NumberRange[] }
  /** From `from` (inclusive) to `to` (exclusive). */
  | { readonly kind: 'time'; readonly from: Instant | null; readonly to: Instant | null }
  | { readonly kind: 'boot'; readonly ranges: readonly NumberRange[] }
  | { readonly kind: 'phase'; readonly phases: readonly PhaseId[] };

export type QueryTerm = QueryCondition & QuerySpan & { readonly negated: boolean };

/** A query, understood. Without {@link problems} it can be searched for. */
export interface Query {
  readonly text: string;
  readonly terms: readonly QueryTerm[];
  /** Upper and lower case differ only where the query says `case:yes`. */
  readonly caseSensitive: boolean;
  readonly problems: readonly QueryProblem[];
}
