import assert from 'node:assert/strict';
import { stepError } from '../../../src/host/navigation/errorSteps';
import { nearestRecords } from '../../../src/host/navigation/nearestRecords';
import { stepStop, type StepPosition } from '../../../src/host/navigation/stopSteps';
import { storyStops } from '../../../src/host/navigation/storyStops';
import type { ChannelSeries } from '../../../src/protocol/bundleService';
import { onTheDay, phase, reboot, record, signIn, story } from './storyBuilder';

const told = story({
  reboots: [reboot('third', '03:00'), reboot('first', '01:00'), reboot('second', '02:00')],
  signIns: [signIn('again', '02:10', { class: 'rePrompt' }), signIn('once', '00:30', { class: 'first' })],
  phases: [phase('deviceSetup', '00:40')],
  clock: {
    localOffsets: [],
    localLogs: [],
    steps: [{ at: onTheDay('00:20'), deltaMs: 5000, reason: 'timeSync', evidence: record(7) }],
  },
});
const reboots = storyStops(told, 'reboot');

function around(position: StepPosition): (string | undefined)[] {
  return [stepStop(reboots, position, 'previous')?.id, stepStop(reboots, position, 'next')?.id];
}

describe('the stops of a story', () => {
  it('are in the order of time', () => {
    assert.deepEqual(
      reboots.map(({ id }) => id),
      ['first', 'second', 'third'],
    );
  });

  it('begin with the enrollment for who stands nowhere, and go back to what was long before it', () => {
    const old = reboot('of-another-year', '00:10', { time: '2023-12-26T19:29:20.000Z' });
    const stops = storyStops(story({ reboots: [old, reboot('own', '00:50')], phases: told.phases }), 'reboot');
    assert.equal(stepStop(stops, { at: 'nowhere' }, 'next')?.id, 'own');
    assert.equal(stepStop(stops, { at: 'stop', id: 'own' }, 'previous')?.id, 'of-another-year');
  });

  it('are re-prompts among the sign-ins, the begins of phases, and steps of the clock', () => {
    const ids = (kind: Parameters<typeof storyStops>[1]): string[] => storyStops(told, kind).map(({ id }) => id);
    assert.deepEqual(ids('rePrompt'), ['again']);
    assert.deepEqual(ids('signIn'), ['once', 'again']);
    assert.deepEqual(ids('phase'), ['deviceSetup']);
    assert.deepEqual(ids('clockStep'), ['clock-step-1']);
  });
});

describe('a step between stops', () => {
  it('goes one on from the stop where one stands', () => {
    assert.deepEqual(around({ at: 'stop', id: 'second' }), ['first', 'third']);
  });

  it('ends at both ends', () => {
    assert.deepEqual(around({ at: 'stop', id: 'first' }), [undefined, 'second']);
    assert.deepEqual(around({ at: 'stop', id: 'third' }), ['second', undefined]);
  });

  it('goes by the time of the log at the cursor', () => {
    assert.deepEqual(around({ at: 'time', time: Date.parse(onTheDay('02:30')) }), ['second', 'third']);
    assert.deepEqual(around({ at: 'time', time: Date.parse(onTheDay('00:10')) }), [undefined, 'first']);
  });

  it('starts at either end from nowhere', () => {
    assert.deepEqual(around({ at: 'nowhere' }), ['third', 'first']);
  });

  it('goes nowhere without stops', () => {
    assert.equal(stepStop([], { at: 'nowhere' }, 'next'), null);
  });
});

const channels: readonly ChannelSeries[] = [
  series('a.evtx', [
    [10, 4],
    [20, 2],
    [30, 3],
    [40, 2],
  ]),
  series('b.evtx', [
    [20, 1],
    [35, 4],
  ]),
];

/** Record i + 1 at a time, of a level. */
function series(path: string, records: readonly (readonly [time: number, level: number])[]): ChannelSeries {
  return {
    log: path,
    path,
    times: Float64Array.from(records, ([time]) => time),
    recordIds: Float64Array.from(records, (_, index) => index + 1),
    levels: Uint8Array.from(records, ([, level]) => level),
  };
}

describe('a step between errors', () => {
  it('goes through the logs in the order of time', () => {
    const first = stepError(channels, null, 'next');
    assert.deepEqual(first, { path: 'a.evtx', recordId: 2 });
    const second = stepError(channels, { time: 20, record: { path: 'a.evtx', recordId: 2 } }, 'next');
    assert.deepEqual(second, { path: 'b.evtx', recordId: 1 });
    const third = stepError(channels, { time: 20, record: { path: 'b.evtx', recordId: 1 } }, 'next');
    assert.deepEqual(third, { path: 'a.evtx', recordId: 4 });
    assert.equal(stepError(channels, { time: 40, record: { path: 'a.evtx', recordId: 4 } }, 'next'), null);
  });

  it('goes back the same way', () => {
    assert.deepEqual(stepError(channels, null, 'previous'), { path: 'a.evtx', recordId: 4 });
    const before = stepError(channels, { time: 20, record: { path: 'b.evtx', recordId: 1 } }, 'previous');
    assert.deepEqual(before, { path: 'a.evtx', recordId: 2 });
  });

  it('counts from the time where the cursor is in a text log', () => {
    assert.deepEqual(stepError(channels, { time: 25, record: null }, 'next'), { path: 'a.evtx', recordId: 4 });
    assert.deepEqual(stepError(channels, { time: 25, record: null }, 'previous'), { path: 'b.evtx', recordId: 1 });
  });
});

describe('the records around a time', () => {
  it('are the nearest of each log, the nearest of all first', () => {
    assert.deepEqual(
      nearestRecords(channels, 34).map(({ evidence, time }) => [evidence, time]),
      [
        [{ path: 'b.evtx', recordId: 2 }, 35],
        [{ path: 'a.evtx', recordId: 3 }, 30],
      ],
    );
    assert.deepEqual(nearestRecords([series('empty.evtx', [])], 1), []);
  });
});
