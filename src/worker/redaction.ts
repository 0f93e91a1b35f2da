import type { Bundle } from '../core/bundle/bundle';
import type { Identifiers } from '../core/redact/identifier';
import { leakCheck } from '../core/redact/leakCheck';
import { redactedBundle } from '../core/redact/redactedBundle';
import { Redactor } from '../core/redact/redactor';
import type { PartialResult, RedactedBundle } from '../protocol/bundleService';

/** The zip, what was replaced in it, and what reading it back has found. */
export async function makeRedactedBundle(
  bundle: Bundle,
  found: Identifiers,
  signal: AbortSignal,
  emit: (progress: PartialResult<'redactedBundle'>) => void,
): Promise<RedactedBundle> {
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
