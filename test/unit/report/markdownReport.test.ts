import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../../src/core/report/escapeText';
import { placesText } from '../../../src/core/report/places';
import { buildBundle } from '../../bundles/build';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { addNote, after, blankCase } from '../case/sampleCase';
import { phase } from '../enrollment/findings/storyFragments';
import { documentOf, openScenario, reportOf } from './reportSample';

describe('the Markdown report', () => {
  const document = documentOf({ phases: [phase()] });

  it('has one blank line between its parts, and none in its lists', () => {
    const text = reportOf('markdown', documentOf({ phases: [phase({ state: 'failed' })] }));
    assert.doesNotMatch(text, /\n\n\n|^- [^\n]*\n\n- /m);
    assert.match(text, /### Findings\n\n- \*\*/);
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
    assert.match(text, / {2}one {2}\n {2}\\# two\n {2}- Ada, 2026-08-20 08:01:00 UTC:\n {4}yes/);
    assert.match(text, /- Pass lifetime in minutes: 60 \(stated by Ben\)/);
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
