import type { Bundle } from '../bundle/bundle';
import type { Triage } from '../enrollment/triage';
import type { Identifiers } from '../redact/identifier';
import type { Leak } from '../redact/leakCheck';
import { redactedView } from '../redact/redactedView';
import { redactExport } from '../redact/redactExport';
import { Redactor } from '../redact/redactor';
import { frameWords } from './frameWords';
import { makeReport, type ReportRequest } from './makeReport';
import type { WrittenReport } from './writeReport';

/** A report with pseudonyms. It may be handed out only when nothing leaks. */
export interface RedactedReport {
  readonly report: WrittenReport;
  readonly leaks: readonly Leak[];
}

/**
 * What a report is made of is redacted before any of it is cut or drawn; the finished report is read back.
 *
 * @param found in the bundle and, with `namesInCase`, in the case
 */
export async function makeRedactedReport(
  bundle: Bundle,
  told: Triage,
  request: ReportRequest,
  found: Identifiers,
  signal?: AbortSignal,
): Promise<RedactedReport> {
  const view = redactedView(bundle, told, new Redactor(found.identifiers));
  const report = await makeReport(bundle, told, request, signal, view);
  if (!report.ok) {
    return { report, leaks: [] };
  }
  const { text, leaks } = await redactExport(report.text, found, frameWords(request.form, report.text));
  return { report: { ok: true, text }, leaks };
}
