import type { Bundle } from '../core/bundle/bundle';
import { patternsIn } from '../core/redact/customPatterns';
import type { Identifiers } from '../core/redact/identifier';
import { identifiersOf, type IdentifierOptions } from '../core/redact/identifiersOf';
import { leakCheck } from '../core/redact/leakCheck';
import { redactedBundle } from '../core/redact/redactedBundle';
import { Redactor } from '../core/redact/redactor';
import type { Triage } from '../core/enrollment/triage';
import { makeRedactedReport } from '../core/report/makeRedactedReport';
import type { ReportRequest } from '../core/report/makeReport';
import { namesInCase } from '../core/report/namesInCase';
import type { WrittenReport } from '../core/report/writeReport';
import { keepPseudonyms, keptPseudonyms, pseudonymFile } from '../files/pseudonymFile';
import type { PartialResult, RedactedBundle, RedactionRequest } from '../protocol/bundleService';

/**
 * The identifiers of a bundle under the pseudonyms of earlier exports; new ones are kept for the next.
 *
 * @param beside what goes into an export and may hold names of others
 */
export async function findIdentifiers(
  bundle: Bundle,
  { mapFolder, patterns }: RedactionRequest,
  signal: AbortSignal,
  beside: Pick<IdentifierOptions, 'texts' | 'authors'> = {},
): Promise<Identifiers> {
  const own = patternsIn(patterns);
  if (!own.ok) {
    throw new Error(`The redaction pattern ${own.source} cannot be used: ${own.detail}`);
  }
  const file = pseudonymFile(mapFolder, bundle.sha256);
  const known = await keptPseudonyms(file);
  const found = await identifiersOf(bundle, { ...beside, signal, known, patterns: own.patterns });
  await keepPseudonyms(file, found.identifiers);
  return found;
}

/** A report with pseudonyms. Throws an error that says what is left where a name is. */
export async function makeSafeReport(
  bundle: Bundle,
  told: Triage,
  request: ReportRequest,
  redaction: RedactionRequest,
  signal: AbortSignal,
): Promise<WrittenReport> {
  const found = await findIdentifiers(bundle, redaction, signal, namesInCase(request.caseDocument));
  const { report, leaks } = await makeRedactedReport(bundle, told, request, found, signal);
  const [first] = leaks;
  if (first !== undefined) {
    throw new Error(
      `It was read back, and names are left in it (${leaks.length}): ${first.found} (${first.pseudonym})`,
    );
  }
  return report;
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
