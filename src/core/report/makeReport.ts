import type { Bundle } from '../bundle/bundle';
import { emptyCase, type CaseDocument } from '../case/caseDocument';
import type { Triage } from '../enrollment/triage';
import { channelSeries } from '../timeline/channelSeries';
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
  /** Text of a template, instead of the one that is built in; only for Markdown and HTML. */
  readonly template?: string | undefined;
  /** The bundle and the document have pseudonyms for names. */
  readonly isRedacted?: boolean;
}

/**
 * Makes a report of an open bundle. Every report of the editor and of the command line is made here: what has to hold
 * for all of them belongs here. Rejects only when it is aborted.
 */
export async function makeReport(
  bundle: Bundle,
  told: Triage,
  request: ReportRequest,
  signal?: AbortSignal,
): Promise<WrittenReport> {
  const { form, template } = request;
  const scoped = scopedInput(bundle, told, request);
  const withQuotes = form === 'html' || form === 'markdown' || form === 'sarif';
  const quotes = await quotesOf(bundle, withQuotes ? quotedPlaces(scoped.told) : [], { signal });
  signal?.throwIfAborted();
  return writeReport(form, { ...scoped, quotes }, template);
}

function scopedInput(
  bundle: Bundle,
  { document, clock }: Triage,
  { scope, caseDocument, isRedacted = false }: ReportRequest,
): Omit<ReportInput, 'quotes'> {
  const series = channelSeries(bundle.logs.events, clock);
  if (scope === 'everything') {
    return { document, told: document, series, caseDocument, options: { scope, lostStars: 0, isRedacted } };
  }
  const starred = starredPart(bundle, document, caseDocument ?? emptyCase);
  return {
    document,
    told: starred.document,
    series,
    caseDocument: starred.caseDocument,
    options: { scope, lostStars: starred.lost, isRedacted },
  };
}
