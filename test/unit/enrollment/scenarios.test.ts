import assert from 'node:assert/strict';
import type { EvidenceRef } from '../../../src/core/enrollment/document/evidence';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { buildBundle, type BuiltBundle } from '../../bundles/build';
import { differences } from '../../bundles/expectation';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { readScenario } from '../../bundles/score/readScenario';

describe('every scenario', () => {
  for (const scenario of allScenarios) {
    describe(scenario.name, () => {
      let built: BuiltBundle;
      let document: TriageDocument;

      before(async () => {
        built = buildBundle(scenario);
        document = await readScenario(built);
      });

      it('is told as it happened', () => {
        assert.deepEqual(differences(document, built.told.expected), []);
      });

      it('is told the same way twice', async () => {
        assert.deepEqual(await readScenario(built), document);
      });

      it('claims nothing without evidence that is in the bundle', () => {
        const members = new Set(document.bundle.members.map(({ path }) => path));
        const claims: readonly { readonly evidence: readonly EvidenceRef[] }[] = [
          ...document.boots,
          ...document.reboots,
          ...document.reboots.flatMap(({ causes }) => causes),
          ...document.signIns,
          ...document.clock.steps,
          ...document.phases.filter(({ state }) => state !== 'unknown'),
          ...document.findings.filter(({ id }) => !id.startsWith('coverage.')),
        ];
        for (const { evidence } of claims) {
          assert.notEqual(evidence.length, 0);
          for (const ref of evidence) {
            assert.ok(members.has(ref.path), ref.path);
          }
        }
      });

      it('cites the record that shows the missing token, not only the restart', () => {
        const lost = document.findings.filter(({ id }) => id === 'token.lost-after-reboot');
        assert.equal(lost.length, document.reboots.filter(({ tokenLost }) => tokenLost === true).length);
        for (const { evidence } of lost) {
          assert.deepEqual(
            evidence.map(({ note }) => note),
            ['the user’s token was gone'],
          );
        }
      });
    });
  }
});
