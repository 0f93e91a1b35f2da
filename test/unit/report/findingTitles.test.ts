import assert from 'node:assert/strict';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { triage } from '../../../src/core/enrollment/triage';
import { findingTitles } from '../../../src/core/report/findingTitles';
import { buildBundle } from '../../bundles/build';
import { allScenarios } from '../../bundles/scenarios/allScenarios';

describe('the titles of findings in a report', () => {
  it('tell findings of several restarts apart, and leave all others as they are', async () => {
    const scenario = allScenarios.find(({ name }) => name === 'threeRestarts');
    assert.ok(scenario);
    const { name, bytes } = buildBundle(scenario);
    const opened = await openBundle({ kind: 'file', name, source: new MemorySource(new Uint8Array(bytes)) });
    assert.ok(opened.ok);
    const { document } = triage(opened.bundle);
    const titles = document.findings.map(findingTitles(document));
    assert.equal(new Set(titles).size, titles.length);
    assert.ok(
      titles.some((title) => /erased at this restart \(Reboot 2, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\)$/.test(title)),
    );
    const single = document.findings.findIndex(({ id }) => id === 'reboot.several');
    assert.equal(titles[single], document.findings[single]?.title);
  });
});
