import type { Bundle } from '../bundle/bundle';
import { kindOfContent } from '../bundle/memberKind';
import { shownText } from '../bundle/shownBytes';
import { linesOf } from '../bytes/lines';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { renderEvent } from '../logs/eventText';

/** What stands at the places that a report cites, by {@link quoteKey}. */
export type Quotes = ReadonlyMap<string, string>;
export type QuoteSource = Pick<Quotes, 'get'>;

/** Hands out each quote where its place is cited first, and not again. */
export function onceEach(quotes: Quotes): QuoteSource {
  const left = new Map(quotes);
  return {
    get: (key) => {
      const quote = left.get(key);
      left.delete(key);
      return quote;
    },
  };
}

/** More places than this nobody reads in a report. */
const mostQuotes = 400;
const mostLines = 12;
/** UTF-16 units. */
const longestQuote = 1_200;
/** Places that are quoted of one claim. */
export const quotesPerClaim = 3;

export function quoteKey(ref: EvidenceRef): string {
  return 'recordId' in ref ? `${ref.path}#${ref.recordId}` : `${ref.path}:${ref.line}`;
}

/** The places that a report quotes: of findings first, then of restarts and their causes, then of sign-ins. */
export function quotedPlaces({ findings, reboots, signIns }: TriageDocument): readonly EvidenceRef[] {
  const claims: readonly { readonly evidence: readonly EvidenceRef[] }[] = [
    ...findings,
    ...reboots,
    ...reboots.flatMap(({ causes, otherCauses }) => [...causes, ...otherCauses]),
    ...signIns,
  ];
  const places = new Map(
    claims.flatMap(({ evidence }) => evidence.slice(0, quotesPerClaim)).map((ref) => [quoteKey(ref), ref]),
  );
  return [...places.values()].slice(0, mostQuotes);
}

export interface QuoteOptions {
  /** Is applied before anything is cut, to paths and contents: half a name is still a name. */
  readonly redact?: (text: string) => string;
  readonly signal?: AbortSignal | undefined;
}

/** Reads what stands at some places, with secrets masked. */
export async function quotesOf(
  bundle: Bundle,
  places: readonly EvidenceRef[],
  { redact = (text) => text, signal }: QuoteOptions = {},
): Promise<Quotes> {
  const quotes = new Map<string, string>();
  const unclear = new Set<string>();
  const byPath = new Map<string, EvidenceRef[]>();
  for (const ref of places) {
    const known = byPath.get(ref.path);
    if (known === undefined) {
      byPath.set(ref.path, [ref]);
    } else {
      known.push(ref);
    }
  }
  for (const [path, refs] of byPath) {
    signal?.throwIfAborted();
    const shownPath = redact(path);
    for (const [ref, text] of await contentsOf(bundle, path, refs)) {
      const key = quoteKey({ ...ref, path: shownPath });
      // Two members that have one name without their names cannot be told apart any more.
      if (quotes.has(key)) {
        unclear.add(key);
      }
      quotes.set(key, shortened(redact(text)));
    }
  }
  unclear.forEach((key) => quotes.delete(key));
  return quotes;
}

async function contentsOf(
  bundle: Bundle,
  path: string,
  refs: readonly EvidenceRef[],
): Promise<readonly (readonly [EvidenceRef, string])[]> {
  const log = bundle.logs.events.files.find((file) => file.path === path)?.log;
  if (log !== undefined) {
    return refs.flatMap((ref) => {
      const index = 'recordId' in ref ? log.columns.recordId.indexOf(ref.recordId) : -1;
      const record = index < 0 ? null : log.record(index);
      return record === null ? [] : [[ref, renderEvent(record)] as const];
    });
  }
  const content = await bundle.read(path);
  if (!content.ok) {
    return [];
  }
  const wanted = new Map(refs.flatMap((ref) => ('line' in ref ? [[ref.line, ref] as const] : [])));
  const found: (readonly [EvidenceRef, string])[] = [];
  for (const { number, text } of linesOf(shownText(kindOfContent(path, content.bytes), content.bytes))) {
    const ref = wanted.get(number);
    if (ref !== undefined) {
      found.push([ref, text]);
    }
  }
  return found;
}

function shortened(text: string): string {
  const lines = text.trimEnd().split(/\r\n|\n|\r/);
  const shown = lines.slice(0, mostLines).join('\n');
  const isCut = lines.length > mostLines || shown.length > longestQuote;
  return isCut ? `${shown.slice(0, longestQuote)} …` : shown;
}
