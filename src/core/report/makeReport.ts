import type { Bundle } from '../bundle/bundle';
import { emptyCase, type CaseDocument } from '../case/caseDocument';
import type { Triage } from '../enrollment/triage';
import { channelSeries } from '../timeline/channelSeries';
import { redactData } from '../redact/redactData';
import type { RedactedView } from '../redact/redactedView';
import { quotedPlaces, quotesOf } from './quotes';
import type { ReportForm } from './reportForms';
import type { ReportInput, ReportScope } from './reportInput';
import { starredPart } from './starred';
import { writeReport, type WrittenReport } from './writeReport';

/** What a report is to be. */
export interface ReportRequest {
  readonly form: ReportForm;
  readonly scope: ReportScope;
  /** What is known of the case; `null` where there is none. */
  readonly caseDocument: CaseDocument | null;
  /** Do people want to be named in Markdown, too, which else names nobody? */
  readonly namesAuthors?: boolean;
  /** Text of a template, instead of the one that is built in; only for Markdown and HTML. */
  readonly template?: string | undefined;
}

/**
 * Makes a report of an open bundle. Every report of the editor and of the command line is made here: what has to hold
 * for all of them belongs here. Rejects only when it is aborted.
 *
 * @param redacted the same bundle under pseudonyms, for a report that names nobody
 */
export async function makeReport(
  bundle: Bundle,
  told: Triage,
  request: ReportRequest,
  signal?: AbortSignal,
  redacted?: RedactedView,
): Promise<WrittenReport> {
  const { form, template } = request;
  // Stars are found by what the logs really say.
  const original = scopedInput(bundle, told, request);
  const scoped = redacted === undefined ? original : redactedInput(original, redacted);
  const withQuotes = form === 'html' || form === 'markdown' || form === 'sarif';
  const quotes = await quotesOf(redacted?.bundle ?? bundle, withQuotes ? quotedPlaces(scoped.told) : [], { signal });
  signal?.throwIfAborted();
  return writeReport(form, { ...scoped, quotes }, template);
}

function redactedInput(
  { series, ...input }: Omit<ReportInput, 'quotes'>,
  redacted: RedactedView,
): Omit<ReportInput, 'quotes'> {
  return {
    ...redactData(redacted, input),
    series: series.map((channel) => ({ ...channel, path: redacted.redact(channel.path) })),
    // Pseudonyms name nobody.
    options: { ...input.options, namesAuthors: true, isRedacted: true },
  };
}

function scopedInput(
  bundle: Bundle,
  { document, clock }: Triage,
  { form, scope, caseDocument, namesAuthors = form !== 'markdown' }: ReportRequest,
): Omit<ReportInput, 'quotes'> {
  const series = channelSeries(bundle.logs.events, clock);
  if (scope === 'everything') {
    const options = { scope, lostStars: 0, namesAuthors, isRedacted: false };
    return { document, told: document, series, caseDocument, options };
  }
  const starred = starredPart(bundle, document, caseDocument ?? emptyCase);
  return {
    document,
    told: starred.document,
    series,
    caseDocument: starred.caseDocument,
    options: { scope, lostStars: starred.lost, namesAuthors, isRedacted: false },
  };
}
