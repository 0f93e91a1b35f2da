import * as l10n from '@vscode/l10n';
import { findingKey } from '../case/anchorSource';
import type { CaseDocument, Verdict } from '../case/caseDocument';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Finding } from '../enrollment/document/findings';
import { placeText } from './places';
import { quoteKey, type Quotes } from './quotes';
import type { ReportInput } from './reportInput';
import { toolName, toolVersion } from './toolVersion';

/** Findings as SARIF 2.1.0 (OASIS), for viewers and pipelines that know it. A verdict against a finding suppresses it. */
export function sarifReport({ told, quotes, caseDocument, options }: ReportInput): string {
  const { bundle, findings } = told;
  const byRule = new Map(findings.map((finding) => [finding.id, finding]));
  const ruleIds = [...byRule.keys()];
  const ruleIndex = new Map(ruleIds.map((id, index) => [id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: toolName,
            version: toolVersion,
            semanticVersion: toolVersion,
            rules: [...byRule.values()].map(ruleOf),
          },
        },
        originalUriBaseIds: {
          BUNDLE: { description: { text: l10n.t('The root of the bundle, nested archives as folders.') } },
        },
        artifacts: [{ location: { uri: uriOf(bundle.name) }, hashes: { 'sha-256': bundle.sha256 } }],
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) =>
          resultOf(finding, ruleIndex.get(finding.id) ?? 0, quotes, verdictsOn(finding, caseDocument)),
        ),
        properties: { redacted: options.isRedacted, scope: options.scope },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function verdictsOn(finding: Finding, caseDocument: CaseDocument | null): readonly Verdict[] {
  const key = findingKey(finding);
  return caseDocument?.verdicts.filter((verdict) => verdict.finding === key) ?? [];
}

/** Links of rules of one's own can be anything; `helpUri` has to be a URI. */
function ruleOf({ id, source, links }: Finding) {
  const helpUri = links.find((link) => /^https?:\/\/[\w.-]+(?:[/?#][\w./?#%&=+~:@-]*)?$/.test(link));
  return { id, ...(helpUri === undefined ? {} : { helpUri }), properties: { source } };
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** One place is where the result is; the others are related to it (SARIF 2.1.0, 3.27.12). */
function resultOf(finding: Finding, ruleIndex: number, quotes: Quotes, verdicts: readonly Verdict[]) {
  const { id, severity, title, advice, confidence, confidenceWhy, gap, evidence, about, wouldDecide } = finding;
  const [first, ...others] = evidence;
  return {
    ruleId: id,
    ruleIndex,
    kind: gap === null ? 'fail' : 'open',
    // What is open has no level (SARIF 2.1.0, 3.27.10).
    level: gap === null ? levels[severity] : 'none',
    message: { text: `${title}. ${advice}` },
    locations: first === undefined ? [] : [locationOf(first, quotes)],
    relatedLocations: others.map((ref, index) => ({ id: index + 1, ...locationOf(ref, quotes) })),
    partialFingerprints: { 'findingKey/v1': findingKey(finding) },
    ...suppressionsOf(verdicts),
    properties: { confidence, confidenceWhy, about, wouldDecide, gap },
  };
}

/** Where colleagues differ, the suppression is still under review. */
function suppressionsOf(verdicts: readonly Verdict[]) {
  const against = verdicts.filter(({ verdict }) => verdict === 'disagree');
  if (against.length === 0) {
    return {};
  }
  const status = against.length === verdicts.length ? 'accepted' : 'underReview';
  return {
    suppressions: against.map(({ by, note }) => ({
      kind: 'external',
      status,
      justification: note === '' ? l10n.t('{0} disagrees.', by) : `${by}: ${note}`,
    })),
  };
}

/** Event records have no lines of their own: they are named as logical places. */
function locationOf(ref: EvidenceRef, quotes: Quotes) {
  const artifactLocation = { uri: uriOf(ref.path), uriBaseId: 'BUNDLE' };
  const quote = quotes.get(quoteKey(ref));
  const message = ref.note === undefined ? {} : { message: { text: ref.note } };
  if ('recordId' in ref) {
    return {
      physicalLocation: { artifactLocation },
      logicalLocations: [{ name: `#${ref.recordId}`, fullyQualifiedName: placeText(ref), kind: 'record' }],
      ...message,
      ...(quote === undefined ? {} : { properties: { quote } }),
    };
  }
  const region = { startLine: Math.max(1, ref.line), ...(quote === undefined ? {} : { snippet: { text: quote } }) };
  return { physicalLocation: { artifactLocation, region }, ...message };
}

/** A relative URI; names hold blanks, `#` and `%`. A lone half of a character, which has no URI, becomes a mark. */
function uriOf(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}
