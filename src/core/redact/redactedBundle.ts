import * as l10n from '@vscode/l10n';
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { UniquePaths } from '../archive/entryName';
import type { Bundle, BundleMember } from '../bundle/bundle';
import { Pace } from '../bytes/pace';
import { redactedBytes, textsOf } from './memberTexts';
import type { Redactor } from './redactor';

export interface RedactedBundleOptions {
  readonly signal?: AbortSignal | undefined;
  /** Counts what was replaced, by pseudonym. */
  readonly tally?: Map<string, number> | undefined;
  readonly onMember?: ((done: number, of: number) => void) | undefined;
}

/**
 * A zip of the bundle as text, with pseudonyms in names and contents: event logs as they are shown, text as it stands.
 * What has no text is left out and named in `contents.txt`. Check it with `leakCheck` before it is saved.
 */
export async function redactedBundle(
  bundle: Bundle,
  redactor: Redactor,
  { signal, onMember, tally }: RedactedBundleOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new Uint8ArrayWriter();
  const zip = new ZipWriter(writer, { useWebWorkers: false, useCompressionStream: true });
  const paths = new UniquePaths();
  const pace = new Pace();
  const contents: string[] = [];
  const redact = (text: string): string => redactor.redact(text, tally);
  for (const [index, member] of bundle.members.entries()) {
    await pace.breathe(signal);
    onMember?.(index, bundle.members.length);
    const path = redact(member.path);
    const texts = await textsOf(bundle, member.path, signal);
    if ('reason' in texts) {
      contents.push(l10n.t('left out  {0}: {1}', path, redact(texts.reason)));
      continue;
    }
    const bytes = await redactedBytes(texts.windows, redact, pace, signal);
    const wanted = texts.isRendered ? `${path}.txt` : path;
    const name = paths.claim(wanted) ? wanted : paths.claimNumbered(wanted);
    await zip.add(name, new Uint8ArrayReader(bytes), { lastModDate: dateOf(member) });
    contents.push(l10n.t('text      {0}', name));
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
    l10n.t(
      'Text of a diagnostics bundle with pseudonyms for people, devices and networks; the same name has the same pseudonym in every file.',
    ),
    l10n.t('SHA-256 of the bundle: {0}', sha256),
    '',
    ...contents,
    '',
  ].join('\n');
}
