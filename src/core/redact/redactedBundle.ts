import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { UniquePaths } from '../archive/entryName';
import type { Bundle, BundleMember } from '../bundle/bundle';
import { kindOfContent, type MemberKind } from '../bundle/memberKind';
import { shownBytes } from '../bundle/shownBytes';
import { Pace } from '../bytes/pace';
import { decodeAs, encodingOf } from '../bytes/text';
import { textWindows } from '../bytes/textWindows';
import type { EventLog } from '../evtx/eventLog';
import { renderEventLog } from '../logs/eventText';
import type { Redactor } from './redactor';

/** What is redacted at a time, UTF-16 units of text. */
const windowLength = 4 * 1024 * 1024;

export interface RedactedBundleOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onMember?: ((done: number, of: number) => void) | undefined;
}

/**
 * A zip of the bundle as text, with pseudonyms in names and contents: event logs as they are shown, text as it stands.
 * What has no text is left out and named in `contents.txt`. Check it with `leakCheck` before it is saved.
 */
export async function redactedBundle(
  bundle: Bundle,
  redactor: Redactor,
  { signal, onMember }: RedactedBundleOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new Uint8ArrayWriter();
  const zip = new ZipWriter(writer, { useWebWorkers: false, useCompressionStream: true });
  const paths = new UniquePaths();
  const pace = new Pace();
  const contents: string[] = [];
  for (const [index, member] of bundle.members.entries()) {
    await pace.breathe(signal);
    onMember?.(index, bundle.members.length);
    const path = redactor.redact(member.path);
    const texts = await textsOf(bundle, member, signal);
    if ('reason' in texts) {
      contents.push(`left out  ${path}: ${redactor.redact(texts.reason)}`);
      continue;
    }
    const parts: Uint8Array[] = [];
    for (const text of texts.windows) {
      parts.push(new TextEncoder().encode(redactor.redact(text)));
      await pace.breathe(signal);
    }
    const wanted = texts.isRendered ? `${path}.txt` : path;
    const name = paths.claim(wanted) ? wanted : paths.claimNumbered(wanted);
    await zip.add(name, new Uint8ArrayReader(joined(parts)), { lastModDate: dateOf(member) });
    contents.push(`text      ${name}`);
  }
  await zip.add('contents.txt', new TextReader(contentsText(bundle, contents)), { lastModDate: new Date(earliest) });
  await zip.close();
  return writer.getData();
}

/** The first day that a zip can tell. */
const earliest = Date.UTC(1980, 0, 2);

function dateOf({ modified }: BundleMember): Date {
  return new Date(Math.max(earliest, modified ?? earliest));
}

function contentsText({ sha256 }: Bundle, contents: readonly string[]): string {
  return [
    'Text of a diagnostics bundle with pseudonyms for people, devices and networks; the same name has the same',
    `pseudonym in every file. SHA-256 of the bundle: ${sha256}`,
    '',
    ...contents,
    '',
  ].join('\n');
}

/** A member as text, in pieces that begin and end at lines, or why it has none. */
type Texts = { readonly reason: string } | { readonly windows: Iterable<string>; readonly isRendered: boolean };

const instead: Partial<Readonly<Record<MemberKind, string>>> = {
  archive: 'an archive, whose members are here',
  evtLegacy: 'an event log of Windows XP times',
  etl: 'an event trace',
  binary: 'not text',
  empty: 'empty',
  noResult: 'no result from the device',
};

async function textsOf(bundle: Bundle, { path }: BundleMember, signal: AbortSignal | undefined): Promise<Texts> {
  const content = await bundle.read(path, { signal });
  if (!content.ok) {
    return { reason: content.problem.detail };
  }
  const kind = kindOfContent(path, content.bytes);
  const log = bundle.logs.events.files.find((file) => file.path === path)?.log;
  if (log !== undefined) {
    return { windows: eventWindows(log, path), isRendered: true };
  }
  const reason = kind === 'evtx' ? 'an event log that cannot be read' : instead[kind];
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

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
