import type { Translations } from '../../../src/core/words/language';
import { readTranslations } from './translated';

/*
 * A language in which every known text stands in brackets, what is filled in outside of them: words that are in no
 * bracket were never handed to a translation.
 */

/** All German, as the readers of logs and the command line have it. */
export function allGerman(): Translations {
  return { ...readTranslations('l10n/bundle.l10n.de.json'), ...readTranslations('l10n/catalog.de.json') };
}

export function bracketLanguage(): Translations {
  return Object.fromEntries(
    Object.keys(allGerman()).map((english) => [
      english,
      /\{[^{}\d][^{}]*\}|\[/.test(english) ? bracketedClauses(english) : `⟦${english.replaceAll(/\{\d+\}/g, '⟧$&⟦')}⟧`,
    ]),
  );
}

/** The sentence of an event is taken apart at places, brackets and clauses, so each piece has brackets of its own. */
function bracketedClauses(sentence: string): string {
  return sentence
    .split(/(\{[^{}]*\}|[[\]()]|: |, |; | (?=\())/)
    .map((piece) => (/^(?:\{.*\}|[[\]()]|[:,;] | |)$/.test(piece) ? piece : `⟦${piece}⟧`))
    .join('');
}

/** Two English words behind each other outside of all brackets; paths, codes, times and units of time are none. */
export function untranslated(text: string, names: readonly string[] = []): string | null {
  const outside = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' | ');
  const prose = names.reduce((left, name) => left.replaceAll(name, ' | '), outside);
  const data = /\S*[/\\#:@_~{}=<>0-9]\S*|\bUTC\b|\b(?:d|h|min|ms|s)\b/g;
  return /\b[A-Za-z]{2,},? [a-z]{2,}\b/.exec(prose.replaceAll(data, ' | '))?.[0] ?? null;
}
