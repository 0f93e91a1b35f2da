import { findingKey } from '../case/anchorSource';
import type { CaseDocument } from '../case/caseDocument';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Finding } from '../enrollment/document/findings';
import { placeText } from './places';
import type { ReportInput } from './reportInput';
import { scoped } from './reportModel';
import { toolName, toolVersion } from './toolVersion';

/** Findings as SARIF 2.1.0 (OASIS), for viewers and pipelines that know it. A verdict against a finding suppresses it. */
export function sarifReport(input: ReportInput): string {
  const { document, caseDocument } = scoped(input);
  const ruleIds = [...new Set(document.findings.map(({ id }) => id))];
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
            rules: ruleIds.map((id) => ({ id })),
          },
        },
        originalUriBaseIds: {
          BUNDLE: { description: { text: 'The root of the bundle, nested archives as folders.' } },
        },
        artifacts: [{ location: { uri: uriOf(document.bundle.name) }, hashes: { 'sha-256': document.bundle.sha256 } }],
        columnKind: 'utf16CodeUnits',
        properties: { redacted: input.options.isRedacted, scope: input.options.scope },
        results: document.findings.map((finding) => resultOf(finding, ruleIndex.get(finding.id) ?? 0, caseDocument)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

function resultOf(finding: Finding, ruleIndex: number, caseDocument: CaseDocument | null) {
  const { id, severity, title, advice, confidence, confidenceWhy, gap, evidence, about, wouldDecide } = finding;
  const key = findingKey(finding);
  const against = (caseDocument?.verdicts ?? []).filter(
    (verdict) => verdict.finding === key && verdict.verdict === 'disagree',
  );
  return {
    ruleId: id,
    ruleIndex,
    kind: gap === null ? 'fail' : 'open',
    // What is open has no level (SARIF 2.1.0, 3.27.10).
    level: gap === null ? levels[severity] : 'none',
    message: { text: `${title}. ${advice}` },
    locations: evidence.map(locationOf),
    partialFingerprints: { 'findingKey/v1': key },
    ...(against.length === 0
      ? {}
      : {
          suppressions: against.map(({ by, note }) => ({
            kind: 'external',
            status: 'accepted',
            justification: note === '' ? `${by} disagrees.` : `${by}: ${note}`,
          })),
        }),
    properties: { confidence, confidenceWhy, about, wouldDecide, gap },
  };
}

/** Event records have no lines of their own: they are named as logical places. */
function locationOf(ref: EvidenceRef) {
  const artifactLocation = { uri: uriOf(ref.path), uriBaseId: 'BUNDLE' };
  const message = ref.note === undefined ? {} : { message: { text: ref.note } };
  return 'recordId' in ref
    ? {
        physicalLocation: { artifactLocation },
        logicalLocations: [{ name: `#${ref.recordId}`, fullyQualifiedName: placeText(ref), kind: 'record' }],
        ...message,
      }
    : { physicalLocation: { artifactLocation, region: { startLine: Math.max(1, ref.line) } }, ...message };
}

/** A relative URI; names hold blanks, `#` and `%`. A lone half of a character, which has no URI, becomes a mark. */
function uriOf(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}
