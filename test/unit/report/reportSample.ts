import assert from 'node:assert/strict';
import type { CaseDocument } from '../../../src/core/case/caseDocument';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { triage, type Triage } from '../../../src/core/enrollment/triage';
import { tellFindings } from '../../../src/core/enrollment/findings/tellFindings';
import type { Story } from '../../../src/core/enrollment/findings/facts';
import type { Bundle } from '../../../src/core/bundle/bundle';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import type { Quotes } from '../../../src/core/report/quotes';
import type { ReportForm } from '../../../src/core/report/reportForms';
import { writeReport } from '../../../src/core/report/writeReport';
import { buildBundle } from '../../bundles/build';
import type { Scenario } from '../../bundles/scenario';
import { quietStory } from '../enrollment/findings/storyFragments';

/** A triage document of a few lines of story. */
export function documentOf(story: Partial<Story>): TriageDocument {
  const whole = { ...quietStory, ...story };
  return { ...whole, findings: tellFindings(whole, []) };
}

export interface Extras {
  readonly caseDocument?: CaseDocument;
  readonly quotes?: Quotes;
  readonly template?: string;
  readonly namesAuthors?: boolean;
}

/** A report of everything. */
export function reportOf(
  form: ReportForm,
  document: TriageDocument,
  { caseDocument, quotes = new Map(), template, namesAuthors = true }: Extras = {},
): string {
  const options = { scope: 'everything', lostStars: 0, namesAuthors, isRedacted: false } as const;
  const input = { document, told: document, series: [], quotes, caseDocument: caseDocument ?? null, options };
  const written = writeReport(form, input, template);
  assert.ok(written.ok, written.ok ? '' : `${written.problem.line}: ${written.problem.detail}`);
  return written.text;
}

export interface OpenedScenario {
  readonly bundle: Bundle;
  readonly told: Triage;
  readonly document: TriageDocument;
}

export async function openScenario(scenario: Scenario): Promise<OpenedScenario> {
  const { name, bytes } = buildBundle(scenario);
  return openBytes(name, new Uint8Array(bytes));
}

export async function openBytes(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<OpenedScenario> {
  const opened = await openBundle({ kind: 'file', name, source: new MemorySource(bytes) });
  assert.ok(opened.ok);
  const told = triage(opened.bundle);
  return { bundle: opened.bundle, told, document: told.document };
}
