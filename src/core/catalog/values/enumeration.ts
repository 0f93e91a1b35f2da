import { saidAsItStands } from '../../words/language';
import { packedLines, splitFields } from '../packedLines';

/** English words for numbers or names, kept as lines of `key words`; read them with {@link wordsFor} or {@link lookUp}. */
export type Enumeration = ReadonlyMap<string, string>;

/** Unpacks lines of `key words`. */
export function enumeration(table: string): Enumeration {
  return new Map(
    packedLines(table).map((line) => {
      const [key = '', words = ''] = splitFields(line.trim(), 1);
      return [key, words];
    }),
  );
}

/** The words for a number that may be written in decimal or hexadecimal, or for a name as it stands. */
export function lookUp(words: Enumeration, value: string): string | null {
  const key = /^0x[0-9a-f]{1,8}$/i.test(value) ? String(parseInt(value.slice(2), 16)) : value;
  return wordsFor(words, key);
}

/** The words for a name as it stands, in the language that is spoken; `null` for names that are not listed. */
export function wordsFor(words: Enumeration, name: string): string | null {
  const english = words.get(name);
  return english === undefined ? null : saidAsItStands(english);
}
