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
        /** `ofProcess`: what a program returned, where any number means something. */
        | { readonly kind: 'code'; readonly text: string; readonly ofProcess: boolean }
        | { readonly kind: 'phase'; readonly text: string }
        | { readonly kind: 'registryPath'; readonly text: string }
        | { readonly kind: 'registryValue'; readonly text: string; readonly data: string }
        | { readonly kind: 'account'; readonly text: string }
        /** A name and its value in a status report or in JSON. */
        | { readonly kind: 'field'; readonly text: string; readonly data: string }
        /** What the Intune agent says, where nothing in it is a token by itself. */
        | { readonly kind: 'message'; readonly text: string }
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
const decimalCodeShape =
  /\b(?:\w{0,40}(?:error|hresult|status|result)\w{0,20}|code)["']?\s?[=:]\s?["']?(-?\d{3,11})\b|(?<![\w.-])(-\d{9,10})(?![\w.-])/gi;
const exitCodeShape =
  /\b(?:(?:lp|process)?exit\s?code|return(?:ed)?\s?code)["']?\s?(?:is|was|of|[=:])?\s{0,3}["']?(-?(?:\d{1,11}|0x[0-9a-f]{1,8}))\b/gi;
const phaseShape =
  /\b(?:(?:DevicePreparation|DeviceSetup|AccountSetup)(?:Category)?(?:\.\w{1,60})?|\w{1,60}Subcategory)\b|(?<=\bCXID[= ]{1,3})\w{1,80}/g;
const registryPathShape = /\b(?:HKLM|HKCU|HKU|HKCR|HKEY_[A-Z_]{4,30})\\[^\s"'<>\])]{0,400}/g;
const accountShape = /(?<![\\\w:/.])(?:NT AUTHORITY|[A-Za-z][\w-]{0,62})\\[A-Za-z][\w.@$-]{0,103}(?![\\\w])/g;
const mailShape = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b/g;

/** What stands at `column` of a line; `null` where nothing is known about it. */
export function tokenAt(line: string, column: number, format: LogFormat): LogToken | null {
  return tokensAt(line, column, format)[0] ?? null;
}

/** All that covers `column`, the most telling first: the GUID, then the value and the message that it is in. */
export function tokensAt(line: string, column: number, format: LogFormat): readonly LogToken[] {
  const from = Math.max(0, column - reach);
  const part = line.slice(from, column + reach);
  const isHere = (token: LogToken): boolean => covers(token, column);
  return [
    ...headTokens(line, format).filter(isHere),
    ...[...references(part), ...otherTokens(part)].map((token) => shifted(token, from)).filter(isHere),
    ...enclosingTokens(line, from, part, format).filter(isHere),
  ];
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
  for (const match of part.matchAll(exitCodeShape)) {
    yield codeAtEnd(match, match[1]!, true);
  }
  for (const shape of [hexCodeShape, serviceCodeShape]) {
    for (const match of part.matchAll(shape)) {
      yield codeAtEnd(match, match[0], false);
    }
  }
  for (const match of part.matchAll(decimalCodeShape)) {
    yield codeAtEnd(match, match[1] ?? match[2]!, false);
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

/** A code behind the words that it belongs to. */
function codeAtEnd(match: RegExpExecArray, text: string, ofProcess: boolean): LogToken {
  const end = match.index + match[0].length;
  return { kind: 'code', text, ofProcess, start: end - text.length, end };
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

/** What a token stands in: a value of the registry, a status report or JSON, or a message of the agent. */
function enclosingTokens(line: string, from: number, part: string, format: LogFormat): readonly LogToken[] {
  switch (format) {
    case 'registry':
      return registryValue(line);
    case 'deviceState':
      return reportedFact(line);
    case 'json':
      return jsonProperties(part).map((token) => shifted(token, from));
    case 'cmTrace':
      return agentMessage(line);
    case 'eventLog':
    case 'setupLog':
    case 'other':
      return [];
  }
}

/** So much of a value is read, columns: the status of a part of the status page takes some thousand. */
const longestData = 8000;
const registryValueShape = /^\s{0,8}(?:"([^"]{1,200})"|@)=/;

function registryValue(line: string): readonly LogToken[] {
  const match = registryValueShape.exec(line);
  return match === null
    ? []
    : [
        {
          kind: 'registryValue',
          text: match[1] ?? '(default)',
          data: line.slice(match[0].length, match[0].length + longestData),
          start: match[0].search(/["@]/),
          end: Math.min(line.length, match[0].length + longestData),
        },
      ];
}

const factShape = /^ {0,40}([A-Za-z][\w .()/-]{0,60}?) {0,40}: ?(.{0,2000})/;

function reportedFact(line: string): readonly LogToken[] {
  const match = factShape.exec(line);
  return match === null
    ? []
    : [
        {
          kind: 'field',
          text: match[1]!,
          data: match[2]!.trim(),
          start: line.indexOf(match[1]!),
          end: match[0].trimEnd().length,
        },
      ];
}

const jsonPropertyShape = /"([\w.-]{1,80})"\s{0,4}:\s{0,4}(?:"((?:[^"\\]|\\.){0,400})"|(-?\d{1,20}|true|false|null))/g;

function jsonProperties(part: string): readonly LogToken[] {
  return [...part.matchAll(jsonPropertyShape)].map((match) => ({
    kind: 'field',
    text: match[1]!,
    data: match[2] ?? match[3]!,
    ...placeOf(match),
  }));
}

const messageStart = '<![LOG[';
const messageEnd = ']LOG]!>';
/** The words that tell a message stand near its start. */
const longestMessage = 1000;

/** The part of a message that is in this line. */
function agentMessage(line: string): readonly LogToken[] {
  const start = line.startsWith(messageStart) ? messageStart.length : 0;
  const stop = line.slice(0, start + longestMessage).indexOf(messageEnd);
  const end = stop < 0 ? Math.min(line.length, start + longestMessage) : stop;
  return end <= start ? [] : [{ kind: 'message', text: line.slice(start, end), start, end }];
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
