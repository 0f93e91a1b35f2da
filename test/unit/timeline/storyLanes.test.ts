import assert from 'node:assert/strict';
import type { LatentReboot } from '../../../src/core/enrollment/document/policies';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import type { StoryLane } from '../../../src/core/timeline/timelineModel';
import { iso, minute, reboot, record, sampleDocument, series, systemLog } from './sampleDocument';

function lane(id: string, changes: Partial<TriageDocument>): StoryLane {
  const found = buildTimeline(sampleDocument(changes), [series({})]).lanes.find((candidate) => candidate.id === id);
  assert.ok(found?.kind === 'story', id);
  return found;
}

/** Record 31 of the sample log is written five minutes after its start. */
const atFive = { path: systemLog, recordId: 31 };
/** A line of a log that tells no time. */
const untimed = { path: 'setup.log', line: 3 };

describe('flags that no restart answered', () => {
  const latent: LatentReboot = {
    uri: './Device/Vendor/MSFT/Policy/Config/Update/ManagePreviewBuilds',
    state: 'flaggedNoRestart',
    why: 'It asked, and nothing answered.',
    mayHaveCaused: ['reboot-2'],
    inForce: false,
    evidence: [atFive],
  };
  const policies = {
    ...sampleDocument().policies,
    latentReboots: [latent, { ...latent, state: 'assigned' as const, mayHaveCaused: [] }],
  };

  it('stand among the causes, hollow; what is only set stands in the list', () => {
    const { items, unplaced } = lane('flags', { policies });
    const item = items.find(({ id }) => id === 'latent/1');
    assert.deepEqual([item?.glyph, item?.start], ['flagUnanswered', minute(5)]);
    assert.deepEqual(
      unplaced.map(({ id, rowLabel }) => [id, rowLabel]),
      [['latent/2', 'Update/ManagePreviewBuilds: set, no request seen']],
    );
  });

  it('are not told twice where the same flag is refuted as a cause', () => {
    const cause = { ...sampleDocument().reboots[1]!.causes[0]!, uri: latent.uri, evidence: latent.evidence };
    const { items } = lane('flags', { policies, reboots: [reboot({ causes: [{ ...cause, verdict: 'refuted' }] })] });
    assert.deepEqual(
      items.map(({ id }) => id),
      ['flag/reboot-1/1'],
    );
    assert.ok(items[0]?.details.some(({ text }) => text === latent.why));
  });

  it('are linked as possible to a restart whose settings no log names', () => {
    const { links } = buildTimeline(sampleDocument({ policies }), [series({})]);
    const own = links.filter(({ from }) => from.id.startsWith('latent/'));
    assert.deepEqual(
      own.map(({ from, to, verdict }) => [from.id, to.id, verdict]),
      [['latent/1', 'reboot-2', 'possible']],
    );
  });
});

describe('other causes than policies', () => {
  it('have a shape of their own by verdict, and stand where their last record does', () => {
    const cause = {
      kind: 'application',
      name: 'VPN',
      verdict: 'refuted',
      why: 'too late',
      evidence: [atFive],
    } as const;
    const { items } = lane('flags', { reboots: [reboot({ otherCauses: [cause] })] });
    assert.deepEqual(
      items.map(({ glyph, start, label, row }) => [glyph, start, label, row]),
      [['otherCauseRefuted', minute(5), 'App: VPN', 1]],
    );
  });

  const untimedCause = {
    kind: 'application',
    name: 'VPN',
    verdict: 'possible',
    why: 'near it',
    evidence: [untimed],
  } as const;

  it('stand at their restart, as doubtful as that, where no record of theirs has a time', () => {
    const { items, unplaced } = lane('flags', {
      reboots: [reboot({ otherCauses: [untimedCause], timeUncertaintyMs: 90_000 })],
    });
    const item = items.find(({ id }) => id === 'other/reboot-1/1');
    assert.deepEqual([item?.start, item?.uncertaintyMs, unplaced.length], [minute(10), 90_000, 0]);
    assert.ok(item?.details.some(({ text }) => text === 'It has no time of its own and stands at its restart'));
  });

  it('are in the list only where the restart has no time either', () => {
    const { unplaced } = lane('flags', { reboots: [reboot({ otherCauses: [untimedCause], time: 'unreadable' })] });
    assert.deepEqual(
      unplaced.map(({ id }) => id),
      ['other/reboot-1/1'],
    );
  });
});

describe('refused sign-ins', () => {
  it('have a row below the lock screen that waited meanwhile', () => {
    const problem = {
      code: 'AADSTS130501',
      meaning: 'the pass was used',
      category: 'tap',
      time: iso(48),
      lastTime: iso(48),
      count: 2,
      evidence: record(9),
    } as const;
    const { items, rows } = lane('signIns', { signInProblems: [problem] });
    assert.deepEqual(
      items.map(({ kind, row }) => [kind, row]),
      [
        ['wait', 1],
        ['signInProblem', 2],
        ['signIn', 0],
      ],
    );
    assert.equal(rows.length, 3);
  });
});

describe('the token and the automatic sign-in', () => {
  it('are told after each restart that says so, and at the end', () => {
    const { items } = lane('token', {
      reboots: [reboot({ tokenLost: true }), reboot({ id: 'reboot-2', time: iso(40), tokenLost: null })],
      token: { state: 'present', why: 'it was renewed', evidence: [atFive] },
    });
    assert.deepEqual(
      items.map(({ id, glyph, start }) => [id, glyph, start]),
      [
        ['token', 'tokenPresent', minute(5)],
        ['token/reboot-1', 'tokenMissing', minute(11)],
      ],
    );
  });

  it('are not on the timeline where nothing is known of them', () => {
    assert.ok(buildTimeline(sampleDocument(), []).lanes.every(({ id }) => id !== 'token'));
  });
});

describe('the state of security', () => {
  const impact = (area: 'bitLocker' | 'secureBoot', state: 'measured' | 'unknown') =>
    ({ area, state, why: 'the log says so', confidence: null, evidence: state === 'unknown' ? [] : [atFive] }) as const;

  it('runs from the record that decides it to the end, areas that share it as one', () => {
    const { items } = lane('security', {
      securityImpact: [impact('bitLocker', 'measured'), impact('secureBoot', 'measured')],
    });
    assert.deepEqual(
      items.map(({ label, start, end, openEnd }) => [label, start, end, openEnd]),
      [['Measured: BitLocker, Secure Boot', minute(5), minute(70), true]],
    );
  });

  it('has no place where it is not known, and is named all the same', () => {
    const { items, unplaced, note } = lane('security', { securityImpact: [impact('bitLocker', 'unknown')] });
    assert.deepEqual([items.length, unplaced[0]?.label, note], [0, 'Not known: BitLocker', '1 without a time']);
  });
});

describe('the view that fits', () => {
  it('shows the enrollment, not the setup of Windows a year before it', () => {
    const early = reboot({ id: 'reboot-0', time: '2025-01-01T00:00:00.000Z', during: 'setup' });
    const { story, extent } = buildTimeline(sampleDocument({ reboots: [early, ...sampleDocument().reboots] }), []);
    assert.ok(story.start > minute(0) && story.start < minute(10), 'the restart before the join belongs to it');
    assert.ok(extent.start < Date.parse('2025-01-02'));
  });

  it('ends with Windows Hello where that came soon after, not where it came another day', () => {
    const endWith = (time: number): number => {
      const hello = { ...sampleDocument().hello, state: 'incomplete' as const, why: 'said so', evidence: record(7) };
      const channels = [series({ times: Float64Array.of(time), recordIds: Float64Array.of(7), count: 1 })];
      return buildTimeline(sampleDocument({ hello }), channels).story.end;
    };
    assert.ok(endWith(minute(80)) > minute(80));
    assert.ok(endWith(minute(3000)) < minute(80));
  });
});
