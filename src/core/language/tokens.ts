import type { LogFormat } from './logFormat';
import { parseRecordHeader } from './recordHeader';

/** Where something stands in its line: columns from 0, the end exclusive. */
export interface TokenPlace {
  readonly start: number;
  readonly end: number;
}

/** What a GUID is, as far as the words before it tell. */
export type GuidRole = 'correlation' | 'credentialProvider' | 'app' | 'unknown';

/** Something that has occurrences elsewhere in a bundle. */
export type Reference = TokenPlace &
  (
    | { readonly kind: 'uri'; readonly text: string }
    | { readonly kind: 'app'; readonly text: string; readonly guid: string }
    | { readonly kind: 'guid'; readonly text: string; readonly role: GuidRole }
    | { readonly kind: 'sid'; readonly text: string }
  );

/** What stands at one place of a log. */
export type LogToken =
  | Reference
  | (TokenPlace &
      (
        | { readonly kind: 'event'; readonly text: string; readonly provider: string; readonly eventId: number }
        | { readonly kind: 'record'; readonly text: string; readonly recordId: number }
        /** `ownUtc`: the text is a UTC time by itself; otherwise it is the wall clock of the record's writer. */
        | { readonly kind: 'time'; readonly text: string; readonly ownUtc: boolean }
        | { readonly kind: 'code'; readonly text: string }
        | { readonly kind: 'phase'; readonly text: string }
        | { readonly kind: 'registryPath'; readonly text: string }
        | { readonly kind: 'registryValue'; readonly text: string; readonly data: string }
        | { readonly kind: 'account'; readonly text: string }
      ));

/** Lines of a log may be megabytes long: only this much on either side of the place is looked at. */
const reach = 600;
/** Columns of a line in which references are linked, and how many at most. */
const linkedColumns = 4000;
const linksPerLine = 40;

const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const uriShape =
  /(?<![\w.])\.\/(?:cimv2|device|user|vendor|devdetail|devinfo|dmacc|syncml)(?![\w-])[^\s"'<>|;,)\]]{0,500}/gi;
const appShape = new RegExp(`\\bWin32App_(${guid})_\\d{1,9}\\b`, 'gi');
const guidShape = new RegExp(`\\{?(?<![0-9a-f])${guid}(?![0-9a-f])\\}?`, 'gi');
const sidShape = /\bS-1-\d{1,14}(?:-\d{1,10}){1,15}\b/g;

/** The other kinds, in the order in which they are looked for. Every repetition is bounded. */
const timeShape = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?/g;
const cmTraceTimeShape = /\btime="[^"]{1,30}" date="[^"]{1,20}"/g;
const hexCodeShape = /\b0x[0-9a-f]{1,16}\b/gi;
const serviceCodeShape = /\bAADSTS\d{4,8}\b/gi;
const decimalCodeShape = /\b(?:\w{0,40}(?:error|hresult|status|result)\w{0,20}|code)["']?\s?[=:]\s?(-?\d{3,11})\b/gi;
const phaseShape =
  /\b(?:(?:DevicePreparation|DeviceSetup|AccountSetup)(?:Category)?(?:\.\w{1,60})?|\w{1,60}Subcategory)\b|(?<=\bCXID[= ]{1,3})\w{1,80}/g;
const registryPathShape = /\b(?:HKLM|HKCU|HKU|HKCR|HKEY_[A-Z_]{4,30})\\[^\s"'<>\])]{0,400}/g;
const accountShape = /(?<![\\\w:/.])(?:NT AUTHORITY|[A-Za-z][\w-]{0,62})\\[A-Za-z][\w.@$-]{0,103}(?![\\\w])/g;
const mailShape = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/g;

/** What stands at `column` of a line; `null` where nothing is known about it. */
export function tokenAt(line: string, column: number, format: LogFormat): LogToken | null {
  const ofHead = headTokens(line, format).find((token) => covers(token, column));
  if (ofHead !== undefined) {
    return ofHead;
  }
  const from = Math.max(0, column - reach);
  const part = line.slice(from, column + reach);
  const at = column - from;
  const found =
    references(part).find((token) => covers(token, at)) ?? otherTokens(part).find((token) => covers(token, at)) ?? null;
  return found === null ? registryValueAt(line, column, format) : shifted(found, from);
}

/** Most lines hold none, and are told by this alone. */
const mayHoldReference = /[0-9a-f]{4}-[0-9a-f]{4}-|S-1-|\.\//i;

/** Built-in accounts and the empty GUID are everywhere: a link to their next place would lead nowhere. */
const everywhere = /^(?:S-1-5-(?:18|19|20)|\{?0{8}-0{4}-0{4}-0{4}-0{12}\}?)$/;

/** The references of a line that are worth a link, from left to right, none inside another. */
export function referencesIn(line: string): readonly Reference[] {
  const part = line.slice(0, linkedColumns);
  return !mayHoldReference.test(part)
    ? []
    : references(part)
        .filter(({ text }) => !everywhere.test(text))
        .sort((a, b) => a.start - b.start)
        .slice(0, linksPerLine);
}

/** The text by which the other occurrences of a reference are found: the same thing is written with and without braces. */
export function searchText(reference: Reference): string {
  switch (reference.kind) {
    case 'app':
      return reference.guid;
    case 'guid':
      return reference.text.replace(/[{}]/g, '');
    case 'uri':
    case 'sid':
      return reference.text;
  }
}

export function isReference(token: LogToken): token is Reference {
  return token.kind === 'uri' || token.kind === 'app' || token.kind === 'guid' || token.kind === 'sid';
}

function references(part: string): Reference[] {
  const found: Reference[] = [];
  const add = (reference: Reference): void => {
    if (!found.some((known) => reference.start < known.end && known.start < reference.end)) {
      found.push(reference);
    }
  };
  for (const match of part.matchAll(appShape)) {
    add({ kind: 'app', text: match[0], guid: match[1]!, ...placeOf(match) });
  }
  for (const match of part.matchAll(uriShape)) {
    const text = match[0].replace(/[.:/]+$/, '');
    add({ kind: 'uri', text, start: match.index, end: match.index + text.length });
  }
  for (const match of part.matchAll(guidShape)) {
    add({
      kind: 'guid',
      text: match[0],
      role: roleOf(part.slice(Math.max(0, match.index - 60), match.index)),
      ...placeOf(match),
    });
  }
  for (const match of part.matchAll(sidShape)) {
    add({ kind: 'sid', text: match[0], ...placeOf(match) });
  }
  return found;
}

function roleOf(before: string): GuidRole {
  if (/(?:activity|correlation)\s?(?:id)?["']?\s?[=:]?\s?\{?$/i.test(before)) {
    return 'correlation';
  }
  if (/provider\w{0,20}["']?\s?[=:]\s?["']?\{?$/i.test(before)) {
    return 'credentialProvider';
  }
  return /\bapp\w{0,12}\b[^=:]{0,20}[=: ]\s?\{?$/i.test(before) ? 'app' : 'unknown';
}

function* otherMatches(part: string): Generator<LogToken> {
  for (const match of part.matchAll(timeShape)) {
    yield { kind: 'time', text: match[0], ownUtc: match[0].endsWith('Z'), ...placeOf(match) };
  }
  for (const match of part.matchAll(cmTraceTimeShape)) {
    yield { kind: 'time', text: match[0], ownUtc: false, ...placeOf(match) };
  }
  for (const shape of [hexCodeShape, serviceCodeShape]) {
    for (const match of part.matchAll(shape)) {
      yield { kind: 'code', text: match[0], ...placeOf(match) };
    }
  }
  for (const match of part.matchAll(decimalCodeShape)) {
    const end = match.index + match[0].length;
    yield { kind: 'code', text: match[1]!, start: end - match[1]!.length, end };
  }
  for (const match of part.matchAll(phaseShape)) {
    yield { kind: 'phase', text: match[0], ...placeOf(match) };
  }
  for (const match of part.matchAll(registryPathShape)) {
    yield { kind: 'registryPath', text: match[0], ...placeOf(match) };
  }
  for (const shape of [accountShape, mailShape]) {
    for (const match of part.matchAll(shape)) {
      yield { kind: 'account', text: match[0], ...placeOf(match) };
    }
  }
}

function otherTokens(part: string): LogToken[] {
  return [...otherMatches(part)];
}

/** The fixed places at the head of a line, which hold what the general shapes would tell wrong. */
function headTokens(line: string, format: LogFormat): readonly LogToken[] {
  if (format === 'eventLog') {
    const header = parseRecordHeader(line);
    return header === null
      ? []
      : [
          { kind: 'time', text: line.slice(0, header.timeEnd), ownUtc: false, start: 0, end: header.timeEnd },
          {
            kind: 'event',
            text: line.slice(header.eventStart, header.eventEnd),
            provider: header.provider,
            eventId: header.eventId,
            start: header.eventStart,
            end: header.eventEnd,
          },
          {
            kind: 'record',
            text: line.slice(header.recordStart, header.recordEnd),
            recordId: header.recordId,
            start: header.recordStart,
            end: header.recordEnd,
          },
        ];
  }
  if (format === 'registry' && line.startsWith('[HKEY_')) {
    // Key names may hold blanks and brackets; GUIDs and SIDs inside keep a meaning of their own.
    const end = line.lastIndexOf(']');
    const text = line.slice(1, end < 0 ? undefined : end);
    return referencesIn(line).length > 0 ? [] : [{ kind: 'registryPath', text, start: 1, end: 1 + text.length }];
  }
  return [];
}

const registryValueShape = /^\s{0,8}(?:"([^"]{1,200})"|@)=/;

function registryValueAt(line: string, column: number, format: LogFormat): LogToken | null {
  const match = format === 'registry' ? registryValueShape.exec(line) : null;
  if (match === null) {
    return null;
  }
  const start = match[0].search(/["@]/);
  const token = {
    kind: 'registryValue' as const,
    text: match[1] ?? '(default)',
    data: line.slice(match[0].length, match[0].length + reach),
    start,
    end: match[0].length - 1,
  };
  return covers(token, column) ? token : null;
}

function placeOf(match: RegExpMatchArray & { readonly index: number }): TokenPlace {
  return { start: match.index, end: match.index + match[0].length };
}

function covers({ start, end }: TokenPlace, column: number): boolean {
  return start <= column && column <= end;
}

function shifted(token: LogToken, by: number): LogToken {
  return { ...token, start: token.start + by, end: token.end + by };
}
