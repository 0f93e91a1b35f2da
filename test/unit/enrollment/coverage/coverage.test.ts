import assert from 'node:assert/strict';
import { covers, touches, type CoveredLog } from '../../../../src/core/bundle/coverage';
import { tellCoverage, type LogSpan } from '../../../../src/core/enrollment/coverage/coverageStory';
import { enrollmentSpan } from '../../../../src/core/enrollment/coverage/enrollmentSpan';
import { findAttempts } from '../../../../src/core/enrollment/phases/attempts';
import { findStages } from '../../../../src/core/enrollment/phases/phaseTracker';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { day, inOrder, marker, phaseStart, sign } from '../signals';

const minute = 60_000;

function at(minutes: number): string {
  return new Date(day + minutes * minute).toISOString();
}

/** An event channel that begins with record 500 at minute 100 and has logged nothing since minute 200. */
function channel(changes: Partial<CoveredLog> = {}): CoveredLog {
  return { state: 'present', first: at(100), last: at(200), firstRecordId: 500, gaps: [], ...changes };
}

const text = { firstRecordId: null } as const;

function isCovered(log: CoveredLog, from: number, to: number): boolean {
  return covers(log, day + from * minute, day + to * minute);
}

describe('what a log covers', () => {
  it('an event channel covers everything after its first record, also what it is silent about', () => {
    assert.equal(isCovered(channel(), 100, 150), true);
    assert.equal(isCovered(channel(), 250, 300), true);
    assert.equal(isCovered(channel(), 99, 150), false);
  });

  it('an event channel that ends a day before is of another time', () => {
    assert.equal(isCovered(channel(), 200 + 24 * 60, 200 + 25 * 60), true);
    assert.equal(isCovered(channel(), 201 + 24 * 60, 200 + 25 * 60), false);
    assert.equal(touches(channel(), day + 3000 * minute, day + 4000 * minute), false);
  });

  it('one that still has its very first record covers all before it', () => {
    assert.equal(isCovered(channel({ firstRecordId: 1 }), 1, 150), true);
  });

  it('a text log covers what is between its lines, not what may have come after', () => {
    assert.equal(isCovered(channel(text), 100, 200), true);
    assert.equal(isCovered(channel(text), 100, 201), false);
    assert.equal(isCovered(channel(text), 99, 150), false);
  });

  it('a gap in the records uncovers its own time only', () => {
    const gappy = channel({ gaps: [{ from: at(120), to: at(130), missing: 9 }] });
    assert.equal(isCovered(gappy, 100, 119), true);
    assert.equal(isCovered(gappy, 125, 126), false);
    assert.equal(isCovered(gappy, 131, 300), true);
  });

  it('a log that is not there, or holds nothing, covers nothing', () => {
    for (const state of ['absent', 'notCollected', 'unreadable', 'empty'] as const) {
      assert.equal(isCovered(channel({ state, first: null, last: null }), 100, 150), false, state);
    }
  });

  it('touches a time that it covers in part', () => {
    assert.equal(touches(channel(), day + 50 * minute, day + 120 * minute), true);
    assert.equal(touches(channel(), day + 50 * minute, day + 99 * minute), false);
    assert.equal(touches(channel(text), day + 201 * minute, day + 300 * minute), false);
  });
});

describe('a log against the enrollment', () => {
  const log = (changes: Partial<LogSpan>): LogSpan => ({
    ...channel(),
    log: 'System',
    records: 10,
    missingRecordIds: 0,
    path: 'system.evtx',
    ...changes,
  });
  const told = (changes: Partial<LogSpan>, from: number | null = 110, to = 180) =>
    tellCoverage([log(changes)], from === null ? null : { from: day + from * minute, to: day + to * minute })[0]
      ?.coversEnrollment;

  it('covers all, a part or none of it', () => {
    assert.equal(told({}), 'all');
    assert.equal(told({}, 50), 'part');
    assert.equal(told({ gaps: [{ from: at(120), to: at(121), missing: 1 }] }), 'part');
    assert.equal(told({}, 10, 90), 'none');
    assert.equal(told({ state: 'notCollected', first: null, last: null, firstRecordId: null }), 'none');
  });

  it('says nothing without an enrollment, nor for a channel that is empty', () => {
    assert.equal(told({}, null), null);
    assert.equal(told({ state: 'empty', first: null, last: null, firstRecordId: null }), null);
  });
});

describe('when the enrollment was', () => {
  const span = (signals: readonly Signal[]) => {
    const ascending = inOrder(...signals);
    const attempts = findAttempts(ascending);
    return enrollmentSpan(attempts, findStages(ascending, attempts), [], day + 1000 * minute);
  };

  it('is from its first sign to the end of account setup', () => {
    const told = span([
      sign(90, { kind: 'joined', rolledBack: false }),
      phaseStart(100, 'DeviceSetup'),
      phaseStart(200, 'AccountSetup'),
      marker(300, 'ESP_ExitPage'),
    ]);
    assert.deepEqual(told, { from: day + 90 * minute, to: day + 300 * minute });
  });

  it('goes to the end of the bundle while it runs', () => {
    assert.equal(span([phaseStart(100, 'DeviceSetup')])?.to, day + 1000 * minute);
  });

  it('is that of the last attempt', () => {
    const told = span([
      phaseStart(100, 'DeviceSetup'),
      sign(150, { kind: 'joined', rolledBack: true }),
      sign(400, { kind: 'joined', rolledBack: false }),
      phaseStart(410, 'DeviceSetup'),
    ]);
    assert.equal(told?.from, day + 400 * minute);
  });

  it('is not known where there is no sign of one', () => {
    assert.equal(span([sign(1, { kind: 'kernelStart' })]), null);
  });
});
