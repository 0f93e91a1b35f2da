import { config } from '@vscode/l10n';

/** What is said, by its English with `{0}` for what is filled in. What is missing is said in English. */
export type Translations = Readonly<Record<string, string>>;

/**
 * Sets the language of all that the rooms say with `l10n.t`. Once, when a program or a page starts: VS Code starts
 * anew when its language changes.
 */
export function speak(translations: Translations): void {
  config({ contents: { ...translations } });
}

/**
 * Marks a text that stands in a table and is said later, by `l10n.t` of it: tables are made before the language is
 * known, so they hold the English.
 */
export function phrase<Text extends string>(english: Text): Text {
  return english;
}
