import type { Identifiers } from './identifier';
import { leakCheck, type Leak } from './leakCheck';
import { Redactor } from './redactor';

/** A text with pseudonyms. It may leave the machine only when nothing leaks. */
export interface RedactedExport {
  readonly text: string;
  readonly leaks: readonly Leak[];
}

/**
 * A finished export, such as a report, with pseudonyms, read back and checked.
 *
 * @param identifiers what `identifiersOf` has found in the bundle and in the texts beside it
 * @param ordinary words in lower case that the export has of its own: they name nobody where they stand alone
 */
export async function redactExport(
  text: string,
  identifiers: Identifiers,
  ordinary?: ReadonlySet<string>,
): Promise<RedactedExport> {
  const redacted = new Redactor(identifiers.identifiers, ordinary).redact(text);
  return { text: redacted, leaks: await leakCheck(new TextEncoder().encode(redacted), identifiers, ordinary) };
}
