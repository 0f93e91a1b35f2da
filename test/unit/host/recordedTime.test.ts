import assert from 'node:assert/strict';
import type { ClockSegment } from '../../../src/core/enrollment/document/clockFacts';
import { recordedTime } from '../../../src/host/navigation/recordedTime';

function segment(start: string | null, end: string | null, correctionMs: number): ClockSegment {
  return { start, end, rawStart: null, rawEnd: null, correctionMs, correctedBy: [], shownAgain: null };
}

describe('the time that the clock of the device showed', () => {
  const step = '2026-02-17T12:30:00.000Z';
  const segments = [segment(null, step, -28_800_000), segment(step, null, 0)];
  const at = (time: string): string | null => {
    const recorded = recordedTime({ segments }, Date.parse(time));
    return recorded === null ? null : new Date(recorded).toISOString();
  };

  it('is another one before the clock was set', () => {
    assert.equal(at('2026-02-17T12:19:48.000Z'), '2026-02-17T20:19:48.000Z');
  });

  it('is the same from then on, and where nothing is known of the clock', () => {
    assert.equal(at(step), null);
    assert.equal(recordedTime({}, 0), null);
  });
});
