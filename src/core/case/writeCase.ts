import type { Pace } from '../bytes/pace';
import { caseLists, caseVersion, type CaseDocument, type CaseList } from './caseDocument';
import { omitted } from './caseShapes';
import { compareText } from './trail';

/*
 * A case as text: made to be read, compared line by line and merged by Git. One field of a note is one line, one entry
 * of every other list is one line, nothing is said that goes without saying, and the order never depends on who wrote.
 */

/** Names in the order in which people read them; all others follow by the alphabet. */
const fieldOrder = [
  'version',
  'bundles',
  'stated',
  'annotations',
  'verdicts',
  'stars',
  'trail',
  'id',
  'sha256',
  'names',
  'content',
  'finding',
  'verdict',
  'did',
  'on',
  'kind',
  'anchor',
  'text',
  'note',
  'by',
  'at',
  'status',
  'star',
  'tags',
  'resolved',
  'reactions',
  'replies',
  'conflicts',
  'edited',
  // Last, as it is always there: the line before it always ends in a comma, whatever else is said.
  'created',
  'path',
  'channel',
  'recordId',
  'time',
  'line',
  'lines',
  'hash',
  'quote',
  'before',
  'after',
  'item',
  'place',
  'from',
  'to',
  'start',
  'end',
  'basis',
  'reply',
  'detail',
  'value',
];
const fieldRank = new Map(fieldOrder.map((name, rank) => [name, rank]));

/** The text of a case file. The same case always gives the same text. */
export function writeCase(document: CaseDocument): string {
  const { unread, stated, ...rest } = document;
  const { basis, ...facts } = stated;
  const isAnythingStated = Object.values(facts).some((fact) => fact !== null);
  const shown = { ...rest, ...(isAnythingStated ? { stated: { basis, ...withoutOmitted(facts, noFacts) } } : {}) };
  const properties = ordered(shown).map(([name, value]) => {
    const text = isList(name) ? list(name, document[name], unread[name]) : inline(value);
    return `  ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${properties.join(',\n')}\n}\n`;
}

/**
 * Prints all entries that were never printed before, politely: {@link writeCase} then has little to do. A case that has
 * just been read would hold up the thread for a while.
 */
export async function printAhead(document: CaseDocument, pace: Pace): Promise<void> {
  for (const name of caseLists) {
    for (const entry of document[name]) {
      printedOnce(name, entry);
      await pace.breathe();
    }
  }
}

/** A case in one line, for a journal; reads as the file does. */
export function writeCaseLine(document: CaseDocument): string {
  const { unread, ...rest } = document;
  const lists = caseLists.map((name) => [name, [...document[name], ...unread[name]]] as const);
  return JSON.stringify({ ...rest, ...Object.fromEntries(lists), version: caseVersion });
}

const noFacts = { issuedAt: null, lifetimeMinutes: null, oneTime: null };

function isList(name: string): name is CaseList {
  return (caseLists as readonly string[]).includes(name);
}

/**
 * Lines of entries that were written before: entries are never changed in place, so of ten thousand notes only the edited
 * one is printed anew.
 */
const printed = new WeakMap<object, string>();

function list(name: CaseList, entries: readonly object[], unread: readonly unknown[]): string {
  const lines = entries.map((entry) => printedOnce(name, entry));
  const all = [...lines, ...unread.map(verbatim)];
  return all.length === 0 ? '[]' : `[\n    ${all.join(',\n    ')}\n  ]`;
}

function printedOnce(name: CaseList, entry: object): string {
  const known = printed.get(entry);
  if (known !== undefined) {
    return known;
  }
  const print = name === 'annotations' ? annotation : inline;
  const line = print(withoutOmitted(entry, omitted[name]));
  printed.set(entry, line);
  return line;
}

function annotation(entry: object): string {
  const lines = ordered(entry).map(([name, value]) => {
    const text = name === 'replies' ? replies(value as readonly object[]) : inline(value);
    return `      ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n    }`;
}

function replies(entries: readonly object[]): string {
  const lines = entries.map((reply) => `        ${inline(withoutOmitted(reply, omitted.replies))}`);
  return `[\n${lines.join(',\n')}\n      ]`;
}

/** The object without what goes without saying. */
function withoutOmitted(entry: object, defaults: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(entry).filter(([name, value]) => {
      const isEmpty = Array.isArray(value) && value.length === 0;
      return !Object.hasOwn(defaults, name) || (value !== defaults[name] && !isEmpty);
    }),
  );
}

function ordered(entry: object): [string, unknown][] {
  return Object.entries(entry).sort(
    ([left], [right]) =>
      (fieldRank.get(left) ?? fieldOrder.length) - (fieldRank.get(right) ?? fieldOrder.length) ||
      compareText(left, right),
  );
}

/** JSON in one line, with its fields in order. */
function inline(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(inline).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = ordered(value).map(([name, inner]) => `${JSON.stringify(name)}: ${inline(inner)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return JSON.stringify(value);
}

/** What does not read keeps the order of its fields, too. Line breaks in JSON are never part of a value. */
function verbatim(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}
