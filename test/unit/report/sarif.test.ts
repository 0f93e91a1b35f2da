import assert from 'node:assert/strict';
import type { CaseDocument } from '../../../src/core/case/caseDocument';
import type { Finding } from '../../../src/core/enrollment/document/findings';
import { findingKey } from '../../../src/core/case/anchorSource';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { makeReport } from '../../../src/core/report/makeReport';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { blankCase, minute } from '../case/sampleCase';
import { coverage, phase, quietStory } from '../enrollment/findings/storyFragments';
import { documentOf, openScenario, reportOf } from './reportSample';

interface Location {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region?: { readonly startLine: number };
  };
  readonly logicalLocations?: readonly { readonly name: string; readonly kind: string }[];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations: readonly Location[];
  readonly suppressions?: readonly { readonly kind: string; readonly status: string; readonly justification: string }[];
}

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly originalUriBaseIds: Readonly<Record<string, object>>;
    readonly artifacts: readonly { readonly hashes: Readonly<Record<string, string>> }[];
    readonly results: readonly Result[];
  }[];
}

/** Characters of a relative URI reference (RFC 3986), `%` only before two hex digits. */
const uriReference = /^(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*$/;

/** The rules of SARIF 2.1.0 for what is used of it. */
function assertSarif(text: string): Sarif['runs'][number] {
  const { version, runs } = JSON.parse(text) as Sarif;
  assert.equal(version, '2.1.0');
  assert.equal(runs.length, 1);
  const run = runs[0]!;
  assert.notEqual(run.tool.driver.name, '');
  const ids = run.tool.driver.rules.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, '3.19.23: rules are unique');
  for (const { ruleId, ruleIndex, kind, level, message, locations, relatedLocations, suppressions } of run.results) {
    assert.equal(ids[ruleIndex], ruleId, '3.27.6');
    assert.ok(kind === 'fail' ? /^(error|warning|note)$/.test(level) : level === 'none', '3.27.10');
    assert.ok(['fail', 'open'].includes(kind), '3.27.9');
    assert.ok(message.text.length > 0, '3.11');
    assert.ok(locations.length <= 1, '3.27.12');
    assert.equal(new Set(relatedLocations.map(({ id }) => id)).size, relatedLocations.length, '3.28.2');
    for (const { physicalLocation, logicalLocations } of [...locations, ...relatedLocations]) {
      const { uri, uriBaseId } = physicalLocation.artifactLocation;
      assert.match(uri, uriReference, '3.4.3');
      assert.ok(uriBaseId in run.originalUriBaseIds, '3.4.4');
      assert.ok((physicalLocation.region?.startLine ?? 1) >= 1, '3.30.5');
      assert.ok(
        (logicalLocations ?? []).every(({ name }) => name !== ''),
        '3.33',
      );
    }
    for (const suppression of suppressions ?? []) {
      assert.equal(suppression.kind, 'external', '3.35.2');
      assert.match(suppression.status, /^(accepted|underReview)$/, '3.35.3');
    }
  }
  return run;
}

function withVerdicts(finding: Finding, ...verdicts: readonly ('agree' | 'disagree')[]): CaseDocument {
  const entries = verdicts.map((verdict, index) => ({
    finding: findingKey(finding),
    verdict,
    note: index === 0 ? 'Seen it.' : '',
    by: `Person ${index}`,
    at: minute(index),
  }));
  return { ...blankCase, verdicts: entries };
}

const failed: TriageDocument = documentOf({
  phases: [phase({ state: 'failed' })],
  coverage: [coverage('System', 'absent')],
});
const withFinding = (change: Partial<Finding>): TriageDocument => ({
  ...failed,
  findings: [{ ...sampleFinding, ...change } as Finding],
});
const sampleFinding: Finding = {
  id: 'contoso.own',
  source: 'user',
  title: 'Found',
  severity: 'warning',
  confidence: 'high',
  confidenceWhy: [],
  about: ['reboot-1'],
  advice: 'Do it.',
  links: [],
  wouldDecide: [],
  evidence: [
    { path: 'a b/c#d %.log', line: 3, note: 'here' },
    { path: 'x\ud800.evtx', recordId: 9 },
  ],
  gap: null,
};

describe('the SARIF report', () => {
  for (const scenario of allScenarios.filter((_, index) => index % 6 === 0)) {
    it(`keeps the rules of the format: ${scenario.name}`, async () => {
      const { bundle, told, document } = await openScenario(scenario);
      const written = await makeReport(bundle, told, { form: 'sarif', scope: 'everything', caseDocument: null });
      assert.ok(written.ok);
      const { results, artifacts } = assertSarif(written.text);
      assert.equal(results.length, document.findings.length);
      assert.deepEqual(artifacts[0]?.hashes, { 'sha-256': document.bundle.sha256 });
    });
  }

  it('names files as URIs, lines as regions, records as logical places, the first one as the place', () => {
    const run = assertSarif(reportOf('sarif', withFinding({})));
    const [result] = run.results;
    assert.equal(result?.locations[0]?.physicalLocation.artifactLocation.uri, 'a%20b/c%23d%20%25.log');
    assert.equal(result.locations[0].physicalLocation.region?.startLine, 3);
    assert.equal(result.relatedLocations[0]?.logicalLocations?.[0]?.name, '#9');
    assert.equal(result.relatedLocations[0].physicalLocation.artifactLocation.uri, 'x%EF%BF%BD.evtx');
  });

  it('says of a gap that it is open, and not that it failed', () => {
    const { results } = assertSarif(reportOf('sarif', { ...quietStory, findings: failed.findings }));
    const gaps = failed.findings.filter(({ gap }) => gap !== null);
    assert.ok(gaps.length > 0);
    assert.equal(results.filter(({ kind }) => kind === 'open').length, gaps.length);
  });

  it('suppresses what people disagree with, and leaves it under review while they differ', () => {
    const statusAfter = (...verdicts: readonly ('agree' | 'disagree')[]): readonly string[] => {
      const caseDocument = withVerdicts(sampleFinding, ...verdicts);
      const { results } = assertSarif(reportOf('sarif', withFinding({}), { caseDocument }));
      return results[0]?.suppressions?.map(({ status }) => status) ?? [];
    };
    assert.deepEqual(statusAfter('disagree'), ['accepted']);
    assert.deepEqual(statusAfter('disagree', 'agree'), ['underReview']);
    assert.deepEqual(statusAfter('agree'), []);
  });

  it('takes no link for a help page that is no URI', () => {
    const text = reportOf('sarif', withFinding({ links: ['see the wiki', 'https://example.com/a?b=c#d'] }));
    assert.match(text, /"helpUri": "https:\/\/example\.com\/a\?b=c#d"/);
    assert.doesNotMatch(reportOf('sarif', withFinding({ links: ['see the wiki', 'https://a b'] })), /helpUri/);
  });
});
