import * as l10n from '@vscode/l10n';

/** What is said, by its English with `{0}` for what is filled in. What is missing is said in English. */
export type Translations = Readonly<Record<string, string>>;

/**
 * Sets the language of all that the rooms say with `l10n.t`. Once, when a program or a page starts: VS Code starts
 * anew when its language changes.
 */
export function speak(translations: Translations): void {
  l10n.config({ contents: { ...translations } });
  spokenTexts = new Map(Object.entries(translations));
}

let spokenTexts: ReadonlyMap<string, string> = new Map();

/** `l10n.t` of a text that has nothing to fill in, for what is said for each of a million records. */
export function saidAsItStands(english: string): string {
  return spokenTexts.get(english) ?? english;
}

/**
 * Marks a text that stands in a table and is said later, by `l10n.t` of it: tables are made before the language is
 * known, so they hold the English.
 */
export function phrase<Text extends string>(english: Text): Text {
  return english;
}

/** A table of phrases that gives each in the language that is spoken when it is read. */
export function spoken<Key extends string>(phrases: Readonly<Record<Key, string>>): Readonly<Record<Key, string>> {
  const table = {} as Record<Key, string>;
  for (const key of Object.keys(phrases) as Key[]) {
    Object.defineProperty(table, key, { enumerable: true, get: () => l10n.t(phrases[key]) });
  }
  return table;
}

/** One phrase of two, by how many there are: `{0}` is the number, what more there is to fill in follows it. */
export function spokenCount(count: number, one: string, many: string, ...more: readonly string[]): string {
  return l10n.t(count === 1 ? one : many, wholeNumber(count), ...more);
}

/** `12,345`, as the language that is spoken writes it. */
export function wholeNumber(count: number): string {
  // By hand: the first use of the platform's own formatting loads its tables, which costs more than a whole frame.
  return String(count).replace(/\B(?=(\d{3})+$)/g, l10n.t(','));
}

/** `a, b, c`, and where there are more than `most` of them `a, b and 3 more`. */
export function listOf(names: readonly string[], most = Infinity): string {
  const named = names.slice(0, most).join(', ');
  return names.length > most ? l10n.t('{0} and {1} more', named, wholeNumber(names.length - most)) : named;
}

/** Whole sentences behind each other; empty ones are left out. */
export function sentences(...all: readonly string[]): string {
  return all.filter((sentence) => sentence !== '').join(' ');
}
