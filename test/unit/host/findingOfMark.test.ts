import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/enrollment/document/findings';
import { leadOfFinding, findingOfMark } from '../../../src/host/language/findingOfMark';
import { onTheDay, reboot, record, signIn, story } from './storyBuilder';

function finding(title: string, more: Partial<Pick<Finding, 'about'>> & { readonly at?: number } = {}): Finding {
  return {
    id: 'reboot.policy',
    source: 'builtIn',
    title,
    severity: 'warning',
    confidence: 'high',
    confidenceWhy: [],
    about: more.about ?? [],
    advice: 'Move it.',
    links: [],
    wouldDecide: [],
    evidence: record(more.at ?? 99),
    gap: null,
  };
}

const flagged = onTheDay('01:00');
const document = story({
  reboots: [
    reboot('reboot-1', '01:20', {
      causes: [
        {
          uri: './A',
          verdict: 'refuted',
          flaggedAt: flagged,
          lastFlaggedAt: flagged,
          count: 1,
          why: '',
          evidence: record(10),
        },
        {
          uri: './B',
          verdict: 'possible',
          flaggedAt: flagged,
          lastFlaggedAt: flagged,
          count: 1,
          why: '',
          evidence: record(11),
        },
      ],
      otherCauses: [{ kind: 'application', name: 'App', verdict: 'confirmed', why: '', evidence: record(12) }],
    }),
  ],
  signIns: [signIn('signin-1', '01:27', { class: 'rePrompt', afterReboot: 'reboot-1' })],
});

describe('a mark in the list of problems', () => {
  const findings = [finding('First reboot'), finding('Second reboot')];

  it('is the finding of its code and title, where several share the code', () => {
    assert.equal(findingOfMark(findings, 'reboot.policy', 'Second reboot\nMove it.'), 1);
  });

  it('is no finding where a reader has written it', () => {
    assert.equal(findingOfMark(findings, 'evtx.truncated', 'The log is cut off'), null);
  });
});

describe('where a finding leads', () => {
  it('is the surest cause of its reboot, whatever its kind', () => {
    assert.deepEqual(leadOfFinding(document, finding('', { about: ['reboot-1'] })), {
      kind: 'cause',
      place: record(12)[0],
    });
  });

  it('of a sign-in is the cause of the reboot before it', () => {
    assert.deepEqual(leadOfFinding(document, finding('', { about: ['signin-1'] })), {
      kind: 'cause',
      place: record(12)[0],
    });
  });

  it('is no lead where the finding stands at one: that is its other evidence, if there is any', () => {
    const atCause = finding('', { about: ['reboot-1'], at: 12 });
    assert.equal(leadOfFinding(document, atCause), null);
    const [first] = record(12);
    const [other] = record(30);
    assert.deepEqual(leadOfFinding(document, { ...atCause, evidence: [first, other] }), {
      kind: 'evidence',
      place: other,
    });
  });

  it('is never a cause that was refuted, and none for what is not about a reboot', () => {
    assert.equal(leadOfFinding(document, finding('', { about: ['hello'] })), null);
    const onlyRefuted = story({
      reboots: [reboot('reboot-1', '01:20', { causes: [document.reboots[0]!.causes[0]!] })],
    });
    assert.equal(leadOfFinding(onlyRefuted, finding('', { about: ['reboot-1'] })), null);
  });
});
