import { patternsIn } from '../core/redact/customPatterns';
import type { Bundle } from '../core/bundle/bundle';
import { identifiersBeside } from '../core/redact/identifiersBeside';
import { identifiersOf } from '../core/redact/identifiersOf';
import type { Leak } from '../core/redact/leakCheck';
import { redactExport } from '../core/redact/redactExport';
import { redactedView, type RedactedView } from '../core/redact/redactedView';
import { Redactor } from '../core/redact/redactor';
import type { Triage } from '../core/enrollment/triage';
import { keepPseudonyms, keptPseudonyms } from '../files/pseudonymFile';
import type { RedactionArguments } from './arguments';
import { LeakError } from './leakError';
import { reasonOf } from './openPath';
import { UserError } from './userError';

/** A story with pseudonyms, and the last look at what is printed of it. */
export interface Redaction extends RedactedView {
  /** The text as it may be printed. Rejects with a {@link LeakError} where a name would still be in it. */
  checked(text: string): Promise<string>;
}

/**
 * Puts pseudonyms for the names in a bundle and its story.
 *
 * @param authors of notes that go into what is printed
 */
export async function redaction(
  bundle: Bundle,
  told: Triage,
  authors: readonly string[],
  { mapFile, patterns }: RedactionArguments,
): Promise<Redaction> {
  const own = patternsIn(patterns);
  if (!own.ok) {
    throw new UserError(`--redact-pattern ${own.source}: ${own.detail}`);
  }
  const known = mapFile === undefined ? [] : await mapped(keptPseudonyms(mapFile));
  const found = await identifiersOf(bundle, { known, patterns: own.patterns });
  return {
    ...redactedView(bundle, told, new Redactor(found.identifiers)),
    async checked(text) {
      const all = identifiersBeside(found, { texts: [text], authors }, own.patterns);
      if (mapFile !== undefined) {
        await mapped(keepPseudonyms(mapFile, all.identifiers));
      }
      const { text: redacted, leaks } = await redactExport(text, all);
      if (leaks.length > 0) {
        throw new LeakError(leaks.map(leakLine));
      }
      return redacted;
    },
  };
}

async function mapped<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw new UserError(`--redaction-map: ${reasonOf(error)}`);
  });
}

function leakLine({ line, encoding, pseudonym, found }: Leak): string {
  return `${line === null ? '' : `line ${line}, `}${encoding}: ${found} (${pseudonym})`;
}
