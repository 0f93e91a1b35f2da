import { isObject, parseJsonObject } from '../logs/jsonFacts';
import { pseudonymWords, type Identifier, type IdentifierKind } from './identifier';

/*
 * The key to the pseudonyms of a case. It stays on the machine of those who may know: no export holds it.
 */

const mapVersion = 1;

/** The map as the text of its file, in the order of the pseudonyms. */
export function writePseudonymMap(identifiers: readonly Identifier[]): string {
  const map = {
    note: 'Names behind the pseudonyms of exports. Never send this file along.',
    version: mapVersion,
    pseudonyms: identifiers,
  };
  return `${JSON.stringify(map, null, 2)}\n`;
}

/** The identifiers of a map file; `null` for what is none. */
export function readPseudonymMap(text: string): readonly Identifier[] | null {
  const map = parseJsonObject(text.replace(/^\uFEFF/, ''));
  if (map?.version !== mapVersion || !Array.isArray(map.pseudonyms)) {
    return null;
  }
  const entries: readonly unknown[] = map.pseudonyms;
  return entries.every(isIdentifier) ? entries : null;
}

function isIdentifier(entry: unknown): entry is Identifier {
  return (
    isObject(entry) &&
    isKind(entry.kind) &&
    typeof entry.pseudonym === 'string' &&
    /^[A-Z-]{1,20}-\d{1,6}$/.test(entry.pseudonym) &&
    Array.isArray(entry.values) &&
    entry.values.every((value) => typeof value === 'string' && value.length >= 2)
  );
}

function isKind(kind: unknown): kind is IdentifierKind {
  return typeof kind === 'string' && Object.hasOwn(pseudonymWords, kind);
}
