import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import type { Bundle } from '../bundle/bundle';
import { kindOfContent, type MemberKind } from '../bundle/memberKind';
import { shownBytes } from '../bundle/shownBytes';
import type { Pace } from '../bytes/pace';
import { decodeAs, encodingOf } from '../bytes/text';
import { textWindows } from '../bytes/textWindows';
import type { EventLog } from '../evtx/eventLog';
import { renderEventLog } from '../logs/eventText';

/** What is redacted at a time, UTF-16 units of text. */
const windowLength = 4 * 1024 * 1024;

/** A member as text, in pieces that begin and end at lines, or why it has none. */
export type Texts = { readonly reason: string } | { readonly windows: Iterable<string>; readonly isRendered: boolean };

const instead: Partial<Readonly<Record<MemberKind, string>>> = spoken({
  archive: phrase('an archive, whose members are here'),
  evtLegacy: phrase('an event log of Windows XP times'),
  etl: phrase('an event trace'),
  binary: phrase('not text'),
  empty: phrase('empty'),
  noResult: phrase('no result from the device'),
});

export async function textsOf(bundle: Bundle, path: string, signal: AbortSignal | undefined): Promise<Texts> {
  const content = await bundle.read(path, { signal });
  if (!content.ok) {
    return { reason: content.problem.detail };
  }
  const kind = kindOfContent(path, content.bytes);
  const log = bundle.logs.events.files.find((file) => file.path === path)?.log;
  if (log !== undefined) {
    return { windows: eventWindows(log, path), isRendered: true };
  }
  const reason = kind === 'evtx' ? l10n.t('an event log that cannot be read') : instead[kind];
  return reason === undefined
    ? { windows: lineWindows(shownBytes(kind, content.bytes)), isRendered: false }
    : { reason };
}

function* eventWindows(log: EventLog, path: string): Generator<string> {
  let first = 0;
  do {
    const { text, end } = renderEventLog(log, path, { first, maxLength: windowLength });
    // The title stands above the first records only.
    yield first === 0 ? text : text.slice(text.indexOf('\n\n') + 2);
    first = end;
  } while (first < log.count);
}

function* lineWindows(bytes: Uint8Array): Generator<string> {
  const encoding = encodingOf(bytes);
  for (const { start, end } of textWindows(bytes, encoding, windowLength)) {
    yield decodeAs(bytes.subarray(start, end), encoding);
  }
}

/** The UTF-8 bytes of texts with pseudonyms. */
export async function redactedBytes(
  texts: Iterable<string>,
  redact: (text: string) => string,
  pace: Pace,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for (const text of texts) {
    parts.push(new TextEncoder().encode(redact(text)));
    await pace.breathe(signal);
  }
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
