import * as l10n from '@vscode/l10n';
import type { Bundle } from '../core/bundle/bundle';
import type { Identifiers } from '../core/redact/identifier';
import { leakCheck } from '../core/redact/leakCheck';
import { redactedBundle } from '../core/redact/redactedBundle';
import { Redactor } from '../core/redact/redactor';
import type { Triage } from '../core/enrollment/triage';
import { makeRedactedReport } from '../core/report/makeRedactedReport';
import type { ReportRequest } from '../core/report/makeReport';
import { namesInCase } from '../core/report/namesInCase';
import type { WrittenReport } from '../core/report/writeReport';
import type { PartialResult, RedactedBundle, RedactionRequest } from '../protocol/bundleService';
import type { BundleNames } from './bundleNames';

/** A report with pseudonyms. Throws an error that says what is left where a name is. */
export async function makeSafeReport(
  bundle: Bundle,
  told: Triage,
  request: ReportRequest,
  { redaction, names }: { readonly redaction: RedactionRequest; readonly names: BundleNames },
  signal: AbortSignal,
): Promise<WrittenReport> {
  const found = await names.identifiers(redaction, signal, namesInCase(request.caseDocument));
  const { report, leaks } = await makeRedactedReport(bundle, told, request, found, signal);
  const [first] = leaks;
  if (first !== undefined) {
    throw new Error(
      l10n.t('It was read back, and names are left in it ({0}): {1} ({2})', leaks.length, first.found, first.pseudonym),
    );
  }
  return report;
}

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
