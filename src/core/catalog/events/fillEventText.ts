import { saidAsItStands } from '../../words/language';
import { explainCode, hexOfDecimal } from '../codes/explainCode';
import { processNameOf } from '../restartInitiators';
import { isSecretField, maskedSecret } from '../secretFields';
import { codeKindOf } from '../values/codeFields';
import { explainValue } from '../values/explainValue';
import type { EventEntry } from './eventEntry';

/** What a sentence is filled from: the values of a record in their order. */
export interface EventValues {
  readonly provider: string;
  readonly eventId: number;
  readonly data: readonly { readonly name: string; readonly value: string }[];
  readonly userData: readonly { readonly name: string; readonly value: string }[];
}

/** A placeholder of a sentence. */
interface Slot {
  /** Name of the field, or `#n` for the nth value whatever its name. */
  readonly field: string;
  readonly format: string;
}

/** A clause of a sentence; an optional one is left out when a value in it is missing. */
interface Segment {
  readonly optional: boolean;
  readonly parts: readonly (string | Slot)[];
}

/** Values are clipped in a sentence: the whole value stands below it. */
const longestValue = 120;
const longestText = 240;

/** By sentence, so each language has its own. */
const compiled = new Map<string, readonly Segment[]>();

/**
 * The sentence of an event in the language that is spoken, with its placeholders filled from the record: `{Field}`, `{#2}` for the second value,
 * `{Field:words}` for the meaning of the value, `{Field:file}` for the last part of a path, `{Field:process}` as
 * User32 writes processes, `{Field:message}` for the message of a page event, `{Field:aadsts}` for the sign-in error in
 * a longer text. What stands in square brackets, and any clause behind a colon, a comma, a semicolon or in brackets, is
 * left out when a value in it is missing; inside the first clause `…` stands for it. Result codes get their names. One line,
 * at most 240 characters; secrets are masked.
 */
export function fillEventText(entry: EventEntry, values: EventValues): string {
  const sentence = saidAsItStands(entry.text);
  let segments = compiled.get(sentence);
  if (segments === undefined) {
    segments = compile(sentence);
    compiled.set(sentence, segments);
  }
  let text = '';
  for (const { optional, parts } of segments) {
    const filled = parts.map((part) => (typeof part === 'string' ? part : valueOf(part, values)));
    if (!optional || filled.every((part) => part !== null)) {
      text += (filled.at(-1) === null ? withoutLoneEnd(filled) : filled).map((part) => part ?? '…').join('');
    }
  }
  return clip(text, longestText);
}

/** A clause without the values that are missing at its end and the words that lead to them: `Page left with …` is `Page left`. */
function withoutLoneEnd(filled: readonly (string | null)[]): readonly (string | null)[] {
  const kept = [...filled];
  while (kept.length > 0 && (kept.at(-1) ?? '') === '') {
    kept.pop();
    const before = kept.pop();
    if (before !== undefined) {
      kept.push(before?.replace(leadingWord, '') ?? null);
    }
  }
  return kept;
}

/** Of every language that sentences come in. */
const leadingWord =
  /(?: (?:at|by|for|from|in|of|to|with|=|am|an|auf|aus|bei|durch|für|im|mit|nach|über|um|unter|vom|von|zu|zum|zur))? ?$/;

/** The names of the fields that a sentence needs, without those that are numbered. */
export function fieldsOf(entry: EventEntry): readonly string[] {
  return compile(entry.text)
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (typeof part === 'string' || part.field.startsWith('#') ? [] : [part.field]));
}

function compile(text: string): readonly Segment[] {
  return text
    .split(/(\[[^\]]*\])/)
    .flatMap((piece) => (piece.startsWith('[') ? [piece] : piece.split(clauseStart)))
    .filter((piece) => piece !== '')
    .map((piece, index) => {
      const inBrackets = piece.startsWith('[');
      return { optional: inBrackets || index > 0, parts: compileParts(inBrackets ? piece.slice(1, -1) : piece) };
    });
}

/** Before `: `, `, `, `; ` and ` (`, and behind `)`: never inside a placeholder, which holds no blanks. */
const clauseStart = /(?=: |, |; | \()|(?<=\))/;

function compileParts(text: string): readonly (string | Slot)[] {
  return text
    .split(/(\{[^}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const slot = /^\{([^}:]+)(?::(\w+))?\}$/.exec(piece);
      return slot === null ? piece : { field: slot[1]!, format: slot[2] ?? '' };
    });
}

function valueOf({ field, format }: Slot, values: EventValues): string | null {
  const found = field.startsWith('#')
    ? values.data[Number(field.slice(1)) - 1]
    : (values.data.find(({ name }) => name === field) ?? values.userData.find(({ name }) => name === field));
  if (found === undefined || found.value === '') {
    return null;
  }
  if (isSecretField(values.provider, values.eventId, found.name)) {
    return maskedSecret;
  }
  return clip(formatted(found.name, found.value, format, values).trim(), longestValue);
}

function formatted(field: string, value: string, format: string, values: EventValues): string {
  switch (format) {
    case 'words':
      return (
        explainValue({
          provider: values.provider,
          eventId: values.eventId,
          field,
          value,
          subject: subjectOf(values),
        }) ?? value
      );
    case 'file':
      return value.slice(value.lastIndexOf('\\') + 1);
    case 'process':
      return processNameOf(value);
    case 'message':
      return /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(value)?.[1] ?? value;
    case 'aadsts':
      return withName(/AADSTS\d{4,7}/.exec(value)?.[0] ?? value);
    default:
      return codeKindOf(field) === null ? value : withName(value, field);
  }
}

function withName(code: string, field = ''): string {
  const name = explainCode(code, codeKindOf(field))?.name ?? null;
  const shown = codeKindOf(field) === null ? code : (hexOfDecimal(code) ?? code);
  return name === null ? shown : `${shown} ${name}`;
}

/** What the value of a record is about, where another of its fields tells. */
export function subjectOf({ data }: EventValues): string | undefined {
  const first = data[0];
  return first?.name === 'Message1' || first?.name === 'Name' ? first.value : undefined;
}

/** One line of bounded length, cut between characters. */
function clip(text: string, length: number): string {
  const line = text.replace(/[\r\n\t]+/g, ' ');
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
