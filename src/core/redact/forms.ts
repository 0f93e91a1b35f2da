import { entraObjectId } from '../catalog/values/sids';
import type { Pattern, PatternEdge } from './automaton';
import type { Identifier } from './identifier';
import { byteText, foldText } from './letters';
import { isOrdinaryWord } from './ordinaryWords';

/** What is looked for in text, and what in the bytes behind base64 and hexadecimal digits. */
export interface IdentifierPatterns {
  readonly text: readonly Pattern[];
  readonly bytes: readonly Pattern[];
}

const guidShape = /^\{?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}?$/i;
const sidShape = /^S-1-(\d{1,14})((?:-\d{1,10}){1,15})$/i;

/**
 * All forms of all identifiers. Bytes are without zeros, as {@link encodedRuns} reads them.
 *
 * @param ordinary words in lower case that stand in the text without naming anyone, beside those of all logs
 */
export function patternsOf(
  identifiers: readonly Identifier[],
  ordinary: ReadonlySet<string> = new Set(),
): IdentifierPatterns {
  const isOrdinary = (value: string): boolean => isOrdinaryWord(value) || ordinary.has(value.toLowerCase());
  const text = new Map<string, Pattern>();
  const bytes = new Map<string, Pattern>();
  const add = (patterns: Map<string, Pattern>, form: string, edge: PatternEdge, owner: number): void => {
    const folded = foldText(form);
    if (folded.length >= 2 && !patterns.has(folded)) {
      patterns.set(folded, { text: folded, edge, owner });
    }
  };
  identifiers.forEach(({ values }, owner) => {
    for (const form of values.flatMap((value) => textForms(value, isOrdinary))) {
      const edge = edgeOf(form);
      add(text, form, edge, owner);
      for (const encoded of encodedForms(form)) {
        add(bytes, encoded, edge, owner);
      }
    }
    for (const binary of values.flatMap(binaryForms)) {
      add(bytes, binary, 'none', owner);
    }
  });
  return { text: [...text.values()], bytes: [...bytes.values()] };
}

/** Where a word goes on, an ordinary name is part of another word; what has digits and signs in it is found anywhere. */
function edgeOf(form: string): PatternEdge {
  return /^\p{L}*$/u.test(form) && form.length < 10 ? 'word' : form.length < 6 ? 'word' : 'number';
}

function textForms(value: string, isOrdinary: (value: string) => boolean): readonly string[] {
  const guid = guidShape.exec(value);
  if (guid !== null) {
    return [guid.slice(1).join('-'), guid.slice(1).join('')];
  }
  if (isOrdinary(value)) {
    return contextForms(value);
  }
  const words = value.split(' ');
  // Names lose their blanks in URLs, account names and folders.
  return words.length === 1 ? [value] : [value, ...['+', '', '.', '_', '-'].map((joint) => words.join(joint))];
}

/** A user called `admin` is one only where an account or a profile folder stands. */
function contextForms(word: string): readonly string[] {
  return ['users\\', 'users/', 'azuread\\', 'azuread/'].map((before) => before + word);
}

/** As UTF-8, and as UTF-16 where that is not the same without its zeros. */
function encodedForms(form: string): readonly string[] {
  const isWide = /[^\0-\xff]/.test(form);
  return [...new Set([form, byteText(form), ...(isWide ? [utf16Text(form)] : [])])];
}

function utf16Text(form: string): string {
  return nonZero(Array.from(form.split(''), (unit) => littleEndian(unit.charCodeAt(0), 2)).flat());
}

/** The binary forms of SIDs ([MS-DTYP] 2.4.2.2) and GUIDs (2.3.4.2). */
function binaryForms(value: string): readonly string[] {
  const sid = sidShape.exec(value);
  if (sid !== null) {
    const parts = sid[2]!.slice(1).split('-').map(Number);
    const objectId = entraObjectId(value);
    // The head counts the parts: without it the SID of a device is found in those of its accounts too.
    const tail = nonZero(parts.flatMap((part) => littleEndian(part, 4)));
    return [...(tail.length < 8 ? [] : [tail]), ...(objectId === null ? [] : binaryForms(objectId))];
  }
  const guid = guidShape.exec(value);
  if (guid === null) {
    return [];
  }
  const [a, b, c, d, e] = guid.slice(1) as [string, string, string, string, string];
  return [
    nonZero([...bytesOf(a).reverse(), ...bytesOf(b).reverse(), ...bytesOf(c).reverse(), ...bytesOf(d + e)]),
    nonZero(bytesOf(a + b + c + d + e)),
  ].filter((form) => form.length >= 8);
}

function bytesOf(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

function littleEndian(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** at) % 256);
}

function nonZero(bytes: readonly number[]): string {
  return String.fromCharCode(...bytes.filter((byte) => byte !== 0));
}
