import assert from 'node:assert/strict';
import { findingKey } from '../../../src/core/case/anchorSource';
import { caseSection } from '../../../src/core/report/caseSection';
import { addNote, after, blankCase, onRecord } from '../case/sampleCase';
import { record, sampleDocument } from '../timeline/sampleDocument';

const story = sampleDocument({
  findings: [
    {
      id: 'reboot.policy',
      source: 'builtIn',
      title: 'A policy restarted the device',
      severity: 'warning',
      confidence: 'high',
      confidenceWhy: [],
      about: ['reboot-1'],
      advice: '',
      links: [],
      wouldDecide: [],
      evidence: record(247),
      gap: null,
    },
  ],
});

describe('what the overview says of a case', () => {
  it('is nothing while nothing was noted', () => {
    assert.equal(caseSection(blankCase, story), null);
  });

  it('is each verdict with its finding and reason', () => {
    const [finding] = story.findings;
    assert.ok(finding);
    const judged = after(blankCase, 'ada', 0, {
      kind: 'verdict',
      finding: findingKey(finding),
      verdict: 'differentCause',
      note: 'the app did',
    });
    const [line] = caseSection(judged, story)!.lines;
    assert.equal(line?.text, `ada sees a different cause: ${finding.title} (the app did)`);
    assert.deepEqual(line.evidence, finding.evidence.slice(0, 1));
  });

  it('labels what was stated in the sentence itself', () => {
    const stated = after(blankCase, 'ada', 0, { kind: 'state', fact: 'oneTime', value: false });
    assert.deepEqual(
      caseSection(stated, story)!.lines.map(({ text }) => text),
      ['Temporary Access Pass, stated, not measured: for several sign-ins'],
    );
  });

  it('is the starred notes first, and how many more there are', () => {
    const notes = Array.from({ length: 10 }, (_, index) => addNote(`${index}`, `note ${index}`, onRecord(index + 1)));
    const { lines } = caseSection(after(blankCase, 'ada', 0, ...notes, { kind: 'star', id: '9' }), story)!;
    assert.equal(lines.length, 9);
    assert.match(lines[0]!.text, /^★ note 9 · system\.evtx #10 · ada$/);
    assert.equal(lines[8]?.text, '2 more notes in the Case view');
  });
});
