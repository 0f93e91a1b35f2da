import type { Bundle } from '../core/bundle/bundle';
import { patternsIn } from '../core/redact/customPatterns';
import type { Identifiers } from '../core/redact/identifier';
import { identifiersOf } from '../core/redact/identifiersOf';
import { leakCheck } from '../core/redact/leakCheck';
import { redactedBundle } from '../core/redact/redactedBundle';
import { Redactor } from '../core/redact/redactor';
import { keepPseudonyms, keptPseudonyms, pseudonymFile } from '../files/pseudonymFile';
import type { PartialResult, RedactedBundle, RedactionRequest } from '../protocol/bundleService';

/**
 * The identifiers of a bundle under the pseudonyms of earlier exports; new ones are kept for the next.
 *
 * @param texts made from the bundle, which may hold names of others
 */
export async function findIdentifiers(
  bundle: Bundle,
  { mapFolder, patterns }: RedactionRequest,
  signal: AbortSignal,
  texts: readonly string[] = [],
): Promise<Identifiers> {
  const own = patternsIn(patterns);
  if (!own.ok) {
    throw new Error(`The redaction pattern ${own.source} cannot be used: ${own.detail}`);
  }
  const file = pseudonymFile(mapFolder, bundle.sha256);
  const known = await keptPseudonyms(file);
  const found = await identifiersOf(bundle, { signal, known, texts, patterns: own.patterns });
  await keepPseudonyms(file, found.identifiers);
  return found;
}

/** The zip, what was replaced in it, and what reading it back has found. */
export async function makeRedactedBundle(
  bundle: Bundle,
  request: RedactionRequest,
  signal: AbortSignal,
  emit: (progress: PartialResult<'redactedBundle'>) => void,
): Promise<RedactedBundle> {
  const found = await findIdentifiers(bundle, request, signal);
  const tally = new Map<string, number>();
  const bytes = await redactedBundle(bundle, new Redactor(found.identifiers), {
    signal,
    tally,
    onMember: (done, of) => {
      emit({ done, of });
    },
  });
  signal.throwIfAborted();
  const replaced = found.identifiers
    .map((identifier) => ({ ...identifier, count: tally.get(identifier.pseudonym) ?? 0 }))
    .filter(({ count }) => count > 0);
  return { bytes, replaced, leaks: await leakCheck(bytes, found) };
}
