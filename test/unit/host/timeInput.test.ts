import assert from 'node:assert/strict';
import { readTime } from '../../../src/host/navigation/timeInput';
import { onTheDay, phase, record, story } from './storyBuilder';

const told = story({
  boots: [
    { id: 'boot-1', start: onTheDay('01:00'), kind: 'firstBoot', evidence: record(1) },
    { id: 'boot-2', start: onTheDay('02:00'), kind: 'restart', evidence: record(2) },
  ],
  phases: [phase('deviceSetup', '01:30')],
  clock: {
    steps: [],
    localOffsets: [{ from: onTheDay('00:00'), minutesEastOfUtc: -420, evidence: record(3) }],
    localLogs: [],
  },
});
const here = Date.parse(onTheDay('01:45'));

function read(text: string, from: number | null = here, document = told): string {
  const answer = readTime(text, document, { here: from });
  return 'problem' in answer ? answer.problem : new Date(answer.time).toISOString();
}

describe('a time that is typed', () => {
  it('is UTC unless it says otherwise', () => {
    assert.equal(read('2026-02-17 13:14:27'), '2026-02-17T13:14:27.000Z');
    assert.equal(read('2026-02-17T13:14:27.5Z'), '2026-02-17T13:14:27.500Z');
    assert.equal(read('2026-02-17 13:14 UTC'), '2026-02-17T13:14:00.000Z');
  });

  it('may be of the clock on the device’s wall', () => {
    assert.equal(read('2026-02-17 06:14 local'), '2026-02-17T13:14:00.000Z');
    assert.equal(read('06:14 local', null, story({})), 'deviceTimeUnknown');
  });

  it('is of the day where one stands when it has no date', () => {
    assert.equal(read('9:05'), onTheDay('09:05'));
    assert.equal(read('9:05', null), onTheDay('09:05'));
    assert.equal(read('9:05', null, story({})), 'noDay');
  });

  it('is of the device’s day when it is local', () => {
    // 01:45 UTC is the evening before on the device.
    assert.equal(read('18:50 local'), onTheDay('01:50'));
  });

  it('may be a distance from where one stands, or from the beginning of the enrollment', () => {
    assert.equal(read('+5m'), onTheDay('01:50'));
    assert.equal(read('- 1h 30m'), onTheDay('00:15'));
    assert.equal(read('+5m', null), onTheDay('01:35'));
    assert.equal(read('+5m', null, story({})), 'nothingToCountFrom');
  });

  it('may count from a start of Windows or of the enrollment', () => {
    assert.equal(read('boot 2'), onTheDay('02:00'));
    assert.equal(read('Boot 2 +30s'), onTheDay('02:00').replace(':00.000', ':30.000'));
    assert.equal(read('enrollment +10m'), onTheDay('01:40'));
    assert.equal(read('boot 3'), 'noSuchBoot');
    assert.equal(read('enrollment', null, story({})), 'noEnrollment');
  });

  it('is the start of the day when it is a date alone', () => {
    assert.equal(read('2027-01-01'), '2027-01-01T00:00:00.000Z');
    assert.equal(read('2027-01-01 local'), '2027-01-01T07:00:00.000Z');
    assert.equal(read('2027-13-01'), 'notATime');
  });

  it('is refused when it is none', () => {
    for (const text of ['', 'soon', '25:99', '+', '+5x', 'boot two', '2026-13-45 10:00', `+${'9'.repeat(40)}d`]) {
      assert.equal(read(text), 'notATime', text);
    }
  });
});
