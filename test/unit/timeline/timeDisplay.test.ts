import assert from 'node:assert/strict';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { timeDisplay } from '../../../src/core/timeline/timeDisplay';
import { timeTicks } from '../../../src/core/timeline/ticks';
import { iso, minute, record, sampleDocument } from './sampleDocument';

const document = sampleDocument({
  clock: {
    steps: [],
    localOffsets: [
      { from: iso(0), minutesEastOfUtc: -420, evidence: record(1) },
      { from: iso(30), minutesEastOfUtc: 120, evidence: record(2) },
    ],
    localLogs: [],
  },
});
const model = buildTimeline(document, []);

describe('the display of times', () => {
  it('is UTC, the clock of the device, or the time since the enrollment began', () => {
    const time = minute(16);
    assert.equal(timeDisplay('utc', model).short(time), '2026-08-19 09:46:00 UTC');
    assert.equal(timeDisplay('device', model).short(time), '2026-08-19 02:46:00 -07:00');
    assert.equal(timeDisplay('elapsed', model).short(time), '+0:01:00');
    assert.equal(timeDisplay('elapsed', model).short(minute(14)), '−0:01:00');
  });

  it('follows the device into another zone', () => {
    assert.equal(timeDisplay('device', model).short(minute(31)), '2026-08-19 12:01:00 +02:00');
  });

  it('takes the device for one at UTC where its zone is not known', () => {
    const unknown = timeDisplay('device', buildTimeline(sampleDocument(), []));
    assert.equal(unknown.short(minute(0)), '2026-08-19 09:30:00 +00:00');
  });

  it('writes the ticks of the axis, round on the clock that is shown', () => {
    const range = { start: minute(2), end: minute(58) };
    const labels = (kind: 'utc' | 'device' | 'elapsed') =>
      timeTicks(range, 500, { display: timeDisplay(kind, model) }).map(({ label }) => label);
    assert.deepEqual(labels('utc'), ['09:40', '09:50', '10:00', '10:10', '10:20']);
    assert.deepEqual(labels('device'), ['02:40', '02:50', '12:00', '12:10', '12:20']);
    assert.deepEqual(labels('elapsed'), ['−0:10', 'start', '+0:10', '+0:20', '+0:30', '+0:40']);
  });

  it('draws a change of the zone as a break', () => {
    assert.deepEqual(
      model.bands.filter(({ style }) => style === 'zoneChange').map(({ start }) => start),
      [minute(30)],
    );
  });
});
