import assert from 'node:assert/strict';
import { CorrectedClock } from '../../../../src/core/enrollment/clock/clock';
import { isoTime } from '../../../../src/core/enrollment/clock/isoTime';
import { fakeStore, type FakeEvent } from '../eventFakes';
import { assertLinear } from '../../linearTime';

const kernel = 'Microsoft-Windows-Kernel-General';
const autopilot = 'Microsoft-Windows-ModernDeployment-Diagnostics-Provider';

function set(oldTime: string, newTime: string, reason: string, more: Readonly<Record<string, string>> = {}): FakeEvent {
  return {
    at: newTime,
    provider: kernel,
    id: 1,
    data: { NewTime: newTime, OldTime: oldTime, Reason: reason, ...more },
  };
}

/** So many minutes into a day. */
function stamp(minutes: number): string {
  return new Date(Date.UTC(2026, 1, 17) + minutes * 60_000).toISOString();
}

function booted(at: string): FakeEvent {
  return { at, provider: kernel, id: 12, data: { StartTime: at } };
}

function noted(at: string): FakeEvent {
  return { at, provider: 'Example', id: 1 };
}

function correctedTimes(logs: Readonly<Record<string, readonly FakeEvent[]>>, channel: string): readonly string[] {
  const store = fakeStore(logs);
  return [...new CorrectedClock(store).ofChannel(store.channel(channel)!)].map(isoTime);
}

describe('the corrected clock', () => {
  const stepBack = [
    noted('2026-02-17T12:00:00.000Z'),
    set('2026-02-17T12:01:00.000Z', '2026-02-17T09:01:00.000Z', '1'),
    noted('2026-02-17T09:02:00.000Z'),
  ];

  it('shifts what was recorded before the clock was set back', () => {
    assert.deepEqual(correctedTimes({ System: stepBack }, 'System'), [
      '2026-02-17T09:00:00.000Z',
      '2026-02-17T09:01:00.000Z',
      '2026-02-17T09:02:00.000Z',
    ]);
  });

  it('finds the same step in another channel by the drop of its times', () => {
    const other = [noted('2026-02-17T12:00:30.000Z'), noted('2026-02-17T09:01:30.000Z')];
    assert.deepEqual(correctedTimes({ System: stepBack, Other: other }, 'Other'), [
      '2026-02-17T09:00:30.000Z',
      '2026-02-17T09:01:30.000Z',
    ]);
  });

  it('leaves a channel alone that was only written after the step', () => {
    const other = [noted('2026-02-17T09:30:00.000Z'), noted('2026-02-17T13:00:00.000Z')];
    assert.deepEqual(correctedTimes({ System: stepBack, Other: other }, 'Other'), [
      '2026-02-17T09:30:00.000Z',
      '2026-02-17T13:00:00.000Z',
    ]);
  });

  it('shifts a channel that was only written before the step, in a time that has not come when the bundle is taken', () => {
    const before = [noted('2026-02-17T12:00:10.000Z'), noted('2026-02-17T12:00:50.000Z')];
    assert.deepEqual(correctedTimes({ System: stepBack, Other: before }, 'Other'), [
      '2026-02-17T09:00:10.000Z',
      '2026-02-17T09:00:50.000Z',
    ]);
    const longer = [...stepBack, noted('2026-02-17T11:45:00.000Z')];
    assert.deepEqual(
      correctedTimes({ System: longer, Other: before }, 'Other')[0],
      '2026-02-17T12:00:10.000Z',
      'the bundle was taken about then, so nothing decides',
    );
  });

  it('tells the segments, what corrects each, and the times that the clock showed twice', () => {
    const clock = new CorrectedClock(fakeStore({ System: stepBack }));
    const evidence = [{ path: 'System.evtx', recordId: 2 }];
    assert.deepEqual(clock.segments, [
      {
        start: null,
        end: '2026-02-17T09:01:00.000Z',
        rawStart: null,
        rawEnd: '2026-02-17T12:01:00.000Z',
        correctionMs: -3 * 3_600_000,
        correctedBy: [{ reason: 'timeSync', evidence }],
        shownAgain: { from: '2026-02-17T09:01:00.000Z', to: '2026-02-17T12:01:00.000Z' },
      },
      {
        start: '2026-02-17T09:01:00.000Z',
        end: null,
        rawStart: '2026-02-17T09:01:00.000Z',
        rawEnd: null,
        correctionMs: 0,
        correctedBy: [],
        shownAgain: null,
      },
    ]);
  });

  it('has one segment where the clock was not set, and after a resume', () => {
    const resumed = [set('2026-02-17T09:01:00.000Z', '2026-02-18T01:00:00.000Z', '2')];
    for (const System of [[noted('2026-02-17T09:00:00.000Z')], resumed]) {
      const { segments } = new CorrectedClock(fakeStore({ System }));
      assert.deepEqual(
        segments.map(({ correctionMs, shownAgain }) => [correctionMs, shownAgain]),
        [[0, null]],
      );
    }
  });

  it('tells the segment of a record, and how that was found', () => {
    const Jumping = [noted('2026-02-17T12:00:30.000Z'), noted('2026-02-17T09:01:30.000Z')];
    const After = [noted('2026-02-17T09:30:00.000Z')];
    const clock = new CorrectedClock(fakeStore({ System: stepBack, Jumping, After }));
    const places = (channel: string) => [0, 1].map((position) => clock.placeOf({ channel, position }));
    assert.deepEqual(places('System'), [
      { segment: 0, by: 'ownRecord' },
      { segment: 1, by: 'ownRecord' },
    ]);
    assert.deepEqual(places('Jumping'), [
      { segment: 0, by: 'jump' },
      { segment: 1, by: 'jump' },
    ]);
    assert.deepEqual(places('After'), [{ segment: 1, by: 'assumed' }, null]);
    assert.equal(clock.placeOf({ channel: 'Missing', position: 0 }), null);
  });

  it('does not shift anything for a resume: the time has passed', () => {
    const resumed = [
      noted('2026-02-17T09:00:00.000Z'),
      set('2026-02-17T09:01:00.000Z', '2026-02-18T01:00:00.000Z', '2'),
    ];
    const clock = new CorrectedClock(fakeStore({ System: resumed }));
    assert.deepEqual(
      clock.steps.map(({ reason }) => reason),
      ['resume'],
    );
    assert.equal(correctedTimes({ System: resumed }, 'System')[0], '2026-02-17T09:00:00.000Z');
  });

  it('takes a first synchronisation soon after a start for a correction', () => {
    const late = [booted('2026-02-17T09:00:00.000Z'), set('2026-02-17T09:05:00.000Z', '2026-02-17T11:05:00.000Z', '1')];
    assert.equal(correctedTimes({ System: late }, 'System')[0], '2026-02-17T11:00:00.000Z');
  });

  it('takes a step forward long after a start, or by the tools of a virtual machine, for a pause', () => {
    const later = [
      booted('2026-02-17T09:00:00.000Z'),
      set('2026-02-17T12:00:00.000Z', '2026-02-18T12:00:00.000Z', '1'),
    ];
    assert.equal(correctedTimes({ System: later }, 'System')[0], '2026-02-17T09:00:00.000Z');
    const tools = { ProcessName: '\\Device\\Volume1\\Tools\\vmtoolsd.exe' };
    const byTools = [
      booted('2026-02-17T09:00:00.000Z'),
      set('2026-02-17T09:05:00.000Z', '2026-02-17T11:05:00.000Z', '1', tools),
    ];
    assert.equal(correctedTimes({ System: byTools }, 'System')[0], '2026-02-17T09:00:00.000Z');
  });

  it('ignores the daily work of the time service', () => {
    assert.deepEqual(
      new CorrectedClock(fakeStore({ System: [set('2026-02-17T09:00:00.000Z', '2026-02-17T09:00:01.500Z', '1')] }))
        .steps,
      [],
    );
  });

  it('places a record that was written before buffered ones by its own time', () => {
    const log = [
      noted('2026-02-17T12:00:00.000Z'),
      // The event log service comes up after the step and writes what was buffered before it.
      noted('2026-02-17T09:01:05.000Z'),
      noted('2026-02-17T12:00:40.000Z'),
      set('2026-02-17T12:01:00.000Z', '2026-02-17T09:01:00.000Z', '1'),
    ];
    assert.deepEqual(correctedTimes({ System: log }, 'System'), [
      '2026-02-17T09:00:00.000Z',
      '2026-02-17T09:01:05.000Z',
      '2026-02-17T09:00:40.000Z',
      '2026-02-17T09:01:00.000Z',
    ]);
  });

  const drift = { ServerTime: '2026-02-17T09:00:00Z', ClientTime: '2026-02-17T12:00:09Z' };

  it('believes the drift that Autopilot saw where its own log then jumps', () => {
    const log = [
      { at: '2026-02-17T12:00:09.000Z', provider: autopilot, id: 753, data: drift },
      { at: '2026-02-17T09:00:00.500Z', provider: autopilot, id: 751 },
    ];
    const clock = new CorrectedClock(fakeStore({ Autopilot: log }));
    assert.deepEqual(
      clock.steps.map(({ deltaMs }) => deltaMs),
      [-10_809_000],
    );
  });

  it('also where the clock is set some records later', () => {
    const log = [
      { at: '2026-02-17T12:00:09.000Z', provider: autopilot, id: 753, data: drift },
      { at: '2026-02-17T12:00:10.000Z', provider: autopilot, id: 100 },
      { at: '2026-02-17T09:00:01.500Z', provider: autopilot, id: 751 },
    ];
    assert.deepEqual(correctedTimes({ Autopilot: log }, 'Autopilot'), [
      '2026-02-17T09:00:00.000Z',
      '2026-02-17T09:00:01.000Z',
      '2026-02-17T09:00:01.500Z',
    ]);
  });

  it('of a log that claims to be set without end, keeps what the largest steps correct', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => set(stamp(index + 10), stamp(index), '1'));
    assertLinear(5_000, () => {
      assert.equal(new CorrectedClock(fakeStore({ System: many })).steps.length, 2_000);
    });
  });

  it('does not believe it where the clock runs on', () => {
    const log = [
      { at: '2026-02-17T12:00:09.000Z', provider: autopilot, id: 753, data: drift },
      { at: '2026-02-17T12:00:10.000Z', provider: autopilot, id: 751 },
    ];
    assert.deepEqual(new CorrectedClock(fakeStore({ Autopilot: log })).steps, []);
  });

  it('lists each offset of local time once', () => {
    const zone = (at: string, bias: string): FakeEvent => ({
      at,
      provider: kernel,
      id: 24,
      data: { CurrentBias: bias },
    });
    const clock = new CorrectedClock(
      fakeStore({
        System: [
          zone('2026-02-17T09:00:00.000Z', '420'),
          zone('2026-02-17T09:10:00.000Z', '420'),
          zone('2026-02-17T09:20:00.000Z', '-60'),
        ],
      }),
    );
    assert.deepEqual(
      clock.localOffsets.map(({ from, minutesEastOfUtc }) => [from, minutesEastOfUtc]),
      [
        ['2026-02-17T09:00:00.000Z', -420],
        ['2026-02-17T09:20:00.000Z', 60],
      ],
    );
  });
});
