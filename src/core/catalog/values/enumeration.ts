import { packedLines, splitFields } from '../packedLines';

/** Words for numbers or names, kept as lines of `key words`. */
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
  return words.get(key) ?? null;
}
