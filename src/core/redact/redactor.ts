import { maskSecrets } from '../logs/secretText';
import { PatternAutomaton, type Hit } from './automaton';
import { encodedRuns, type EncodedRun } from './encodedRuns';
import { layersOf } from './escapes';
import { patternsOf } from './forms';
import type { Identifier } from './identifier';

/** A stretch `[start, end)` of a text and what stands there instead. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The pseudonym, also where it had to be cut to fit. */
  readonly pseudonym: string;
}

/**
 * Puts pseudonyms for identifiers, whatever their case, plain or in the escapes of URLs, JSON and XML, or in base64 and
 * hexadecimal digits. Tokens become `(masked)`. No line break is added or lost. Time is linear in the text.
 */
export class Redactor {
  private readonly inText: PatternAutomaton;
  private readonly inBytes: PatternAutomaton;
  private readonly pseudonyms: readonly string[];
  /** Authors may have names that are words of logs; they are told by standing alone. */
  private readonly authors: ReadonlyMap<string, string>;

  /** @param ordinary words in lower case that name nobody where they stand alone */
  constructor(
    readonly identifiers: readonly Identifier[],
    ordinary?: ReadonlySet<string>,
  ) {
    const { text, bytes } = patternsOf(identifiers, ordinary);
    this.inText = new PatternAutomaton(text);
    this.inBytes = new PatternAutomaton(bytes);
    const authors = identifiers.filter(({ kind }) => kind === 'author');
    this.authors = new Map(
      authors.flatMap(({ values, pseudonym }) => values.map((value) => [value.toLowerCase(), pseudonym])),
    );
    this.pseudonyms = identifiers.map(({ pseudonym }) => pseudonym);
  }

  /** @param tally counts what was replaced, by pseudonym */
  redact(text: string, tally?: Map<string, number>): string {
    const author = this.authors.size === 0 ? undefined : this.authors.get(text.toLowerCase());
    if (author !== undefined) {
      return author;
    }
    const masked = maskSecrets(text);
    const parts: string[] = [];
    let copied = 0;
    for (const { start, end, text: instead, pseudonym } of this.replacements(masked)) {
      tally?.set(pseudonym, (tally.get(pseudonym) ?? 0) + 1);
      parts.push(masked.slice(copied, start), instead);
      copied = end;
    }
    return copied === 0 ? masked : parts.join('') + masked.slice(copied);
  }

  /** What {@link redact} replaces beside tokens, from left to right; for a preview. */
  replacements(text: string): readonly Replacement[] {
    const found: Replacement[] = [];
    const lineBreak = /[\r\n]+/g;
    for (let start = 0; start < text.length; start = lineBreak.lastIndex) {
      const end = lineBreak.exec(text)?.index ?? text.length;
      this.replaceInLine(text.slice(start, end), start, found);
      if (end === text.length) {
        break;
      }
    }
    this.replaceInRuns(text, found);
    return withoutOverlaps(found);
  }

  private replaceInLine(line: string, offset: number, found: Replacement[]): void {
    const layers = layersOf(line);
    layers.forEach((layer) => {
      for (const { start, end, owner } of this.inText.find(layer)) {
        const pseudonym = this.pseudonyms[owner]!;
        found.push({
          start: offset + layer.startOf(start),
          end: offset + layer.endOf(end - 1),
          text: pseudonym,
          pseudonym,
        });
      }
    });
  }

  private replaceInRuns(text: string, found: Replacement[]): void {
    const units = { length: text.length, at: (index: number) => text.charCodeAt(index) };
    for (const run of encodedRuns(units)) {
      for (const hit of this.inBytes.find(run)) {
        found.push(writtenOver(run, hit, this.pseudonyms[hit.owner]!));
      }
    }
  }
}

/** The pseudonym in place of the bytes, cut or filled up to their number. */
function writtenOver(run: EncodedRun, { start, end }: Hit, pseudonym: string): Replacement {
  const filled = pseudonym.padEnd(end - start, '-');
  return {
    start: run.startOf(start),
    end: run.endOf(end - 1),
    text: run.rewritten(start, end - 1, (index) => filled.charCodeAt(index - start)),
    pseudonym,
  };
}

/** Of two that overlap the one that begins first, then the longer; what is left of the other goes with it. */
function withoutOverlaps(found: Replacement[]): readonly Replacement[] {
  const kept: Replacement[] = [];
  for (const replacement of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || replacement.start >= last.end) {
      kept.push(replacement);
    } else if (replacement.end > last.end) {
      kept[kept.length - 1] = { ...last, end: replacement.end };
    }
  }
  return kept;
}
