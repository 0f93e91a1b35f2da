import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../../src/core/report/escapeText';
import { placesText } from '../../../src/core/report/places';
import { findingKey } from '../../../src/core/case/anchorSource';
import { buildBundle } from '../../bundles/build';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { addNote, after, blankCase } from '../case/sampleCase';
import { phase } from '../enrollment/findings/storyFragments';
import { documentOf, openScenario, reportOf } from './reportSample';

describe('the Markdown report', () => {
  const document = documentOf({ phases: [phase()] });

  it('has one blank line between its parts, and none in its lists', () => {
    const text = reportOf('markdown', documentOf({ phases: [phase({ state: 'failed' })] }));
    assert.doesNotMatch(text, /\n\n\n|^- [^\n]*\n\n- /m);
  });

  it('shows notes with their lines and replies, and what was stated with who said so', () => {
    const notes = after(blankCase, 'Ada', 0, addNote('1', 'one\n# two'), {
      kind: 'reply',
      id: '1',
      reply: { id: 'r', text: 'yes' },
    });
    const stated = { value: 60, by: 'Ben', at: '2026-08-20T08:00:00.000Z' };
    const caseDocument = { ...notes, stated: { ...notes.stated, lifetimeMinutes: stated } };
    const text = reportOf('markdown', document, { caseDocument });
    assert.match(text, / {2}one {2}\n {2}\*\*two\*\*\n {2}- Ada, 2026-08-20 08:01:00 UTC:\n {4}yes/);
    assert.match(text, /- Pass lifetime in minutes: 60 \(stated by Ben\)/);
    const unnamed = reportOf('markdown', document, { caseDocument, namesAuthors: false });
    assert.match(unnamed, / {2}- 2026-08-20 08:01:00 UTC:\n {4}yes/);
    assert.match(unnamed, /- Pass lifetime in minutes: 60\n/);
    assert.doesNotMatch(unnamed, /Ada|Ben/);
  });

  it('tells at the end only the findings that it has not told at a glance', async () => {
    const { document: told } = await openScenario(policyRebootTap);
    const text = reportOf('markdown', told);
    const [glance = '', findings = ''] = text.split('### Findings');
    for (const { title } of told.findings.filter(({ gap }) => gap === null)) {
      const isAdvised = glance.includes(`- ${escapeMarkdown(title)}. `);
      assert.ok(!(isAdvised && findings.includes(escapeMarkdown(title))), `twice: ${title}`);
    }
    assert.match(findings, /The clock was set back/);
    assert.match(findings, /Device Guard waits for a restart/);
    assert.doesNotMatch(findings, /Not the cause of this restart/);
  });

  it('tells a finding that somebody has judged, with what they say', async () => {
    const { document: told } = await openScenario(policyRebootTap);
    const judged = told.findings.find(({ id }) => id === 'reboot.policy-in-device-setup');
    assert.ok(judged);
    const caseDocument = after(blankCase, 'Ada', 0, {
      kind: 'verdict',
      finding: findingKey(judged),
      verdict: 'disagree',
      note: 'it was **us**',
    });
    const text = reportOf('markdown', told, { caseDocument, namesAuthors: false });
    assert.match(text.split('### Findings')[1] ?? '', /\n {2}- Somebody disagrees.*it was \*\*us\*\*/);
  });

  for (const scenario of allScenarios.filter((_, index) => index % 3 === 0)) {
    it(`names neither the user nor the device: ${scenario.name}`, async () => {
      const opened = await openScenario(scenario);
      const { hostName, person, tenantDomain } = buildBundle(scenario).told.story.device.identity;
      const text = reportOf('markdown', opened.document).toLowerCase();
      for (const name of [hostName, tenantDomain, person.account, person.displayName, person.upn, person.sid]) {
        assert.ok(!text.includes(name.toLowerCase()), name);
      }
    });
  }

  it('escapes what would mean something, and leaves names legible', () => {
    assert.equal(escapeMarkdown('a_b _c_ *d* `e` <f> > g'), 'a_b \\_c\\_ \\*d\\* \\`e\\` \\<f> > g');
    assert.equal(escapeMarkdown('- a'), '\\- a');
    assert.equal(escapeMarkdown('12. a'), '12\\. a');
    assert.equal(escapeMarkdown('> a\n\u202eb'), '\\> a \uFFFDb');
  });
});

describe('places', () => {
  it('name a file once, three of them, and how many more', () => {
    const refs = [
      { path: 'a/system.evtx', recordId: 1 },
      { path: 'b.log', line: 3 },
      { path: 'a/system.evtx', recordId: 2 },
      { path: 'a/system.evtx', recordId: 3 },
    ];
    assert.equal(placesText(refs), 'system.evtx #1, #2; b.log:3 and 1 more');
    assert.equal(
      placesText([
        { path: 'b.log', line: 3 },
        { path: 'b.log', line: 3 },
      ]),
      'b.log:3',
    );
    assert.equal(placesText([]), '');
  });
});
