import assert from 'node:assert/strict';
import { EvidenceIndex } from '../../../src/host/navigation/evidenceIndex';
import { phase, reboot, record, signIn, story, systemLog } from './storyBuilder';

describe('the evidence index', () => {
  const index = new EvidenceIndex(
    story({
      reboots: [
        reboot('reboot-1', '02:07', {
          evidence: [...record(247), { path: 'ime.log', line: 40 }],
          causes: [
            {
              uri: './Device',
              verdict: 'likely',
              flaggedAt: '',
              lastFlaggedAt: '',
              count: 1,
              why: '',
              evidence: record(100),
            },
          ],
        }),
      ],
      signIns: [signIn('signin-1', '02:14', { evidence: [{ path: 'ime.log', line: 90 }] })],
      phases: [phase('deviceSetup', '01:00', { evidence: record(247) })],
    }),
  );

  it('tells what a record proves, the reboot before the phase', () => {
    assert.deepEqual(index.itemsAt({ path: systemLog, recordId: 247 }), ['reboot-1', 'deviceSetup']);
  });

  it('counts the evidence of a cause for its reboot', () => {
    assert.deepEqual(index.itemsAt({ path: systemLog, recordId: 100 }), ['reboot-1']);
  });

  it('knows the lines that speak of an app, for its phase', () => {
    const app = {
      id: 'app-1',
      name: null,
      kind: 'app',
      technology: 'win32',
      state: 'succeeded',
      restartNeed: null,
      firstSeen: null,
      lastSeen: null,
      timeUncertaintyMs: null,
      evidence: [{ path: 'ime.log', line: 60 }],
    } as const;
    const apps = {
      id: 'Apps',
      state: 'succeeded',
      start: null,
      end: null,
      error: null,
      items: [app],
      evidence: [],
    } as const;
    const told = new EvidenceIndex(
      story({
        reboots: [reboot('reboot-1', '02:07', { evidence: [{ path: 'ime.log', line: 40 }] })],
        phases: [phase('deviceSetup', '01:00', { subcategories: [apps] })],
      }),
    );
    const place = told.nearest({ path: 'ime.log', line: 60 });
    assert.deepEqual(place, { path: 'ime.log', line: 60 });
    assert.deepEqual(told.itemsAt(place), ['deviceSetup']);
  });

  it('counts the evidence of a finding for it, after everything that happened', () => {
    const finding = {
      id: 'reboot.unexpected',
      title: '',
      severity: 'warning',
      confidence: 'high',
      about: ['reboot-1'],
      advice: '',
      links: [],
      evidence: record(247),
      source: 'builtIn',
      confidenceWhy: [],
      gap: null,
      wouldDecide: [],
    } as const;
    const told = new EvidenceIndex({
      ...story({ reboots: [reboot('reboot-1', '02:07', { evidence: record(247) })] }),
      findings: [finding],
    });
    assert.deepEqual(told.itemsAt({ path: systemLog, recordId: 247 }), ['reboot-1', 'reboot.unexpected']);
  });

  it('does not take the same record id of another log for it', () => {
    assert.deepEqual(index.itemsAt({ path: 'other.evtx', recordId: 247 }), []);
  });

  it('lets records stand for themselves', () => {
    assert.deepEqual(index.nearest({ path: systemLog, recordId: 5 }), { path: systemLog, recordId: 5 });
  });

  it('takes a line of a text log to the last evidence above it', () => {
    assert.equal(index.nearest({ path: 'ime.log', line: 39 }), null);
    assert.deepEqual(index.nearest({ path: 'ime.log', line: 40 }), { path: 'ime.log', line: 40 });
    assert.deepEqual(index.nearest({ path: 'ime.log', line: 89 }), { path: 'ime.log', line: 40 });
    assert.deepEqual(index.nearest({ path: 'ime.log', line: 500 }), { path: 'ime.log', line: 90 });
  });
});
