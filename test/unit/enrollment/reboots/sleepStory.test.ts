import assert from 'node:assert/strict';
import type { ClockStep } from '../../../../src/core/enrollment/document/clockFacts';
import { findBoots } from '../../../../src/core/enrollment/reboots/bootFinder';
import { tellSleeps } from '../../../../src/core/enrollment/reboots/sleepStory';
import { TimesOfSleep } from '../../../../src/core/enrollment/reboots/timesOfSleep';
import type { Signal, SignalMeaning } from '../../../../src/core/enrollment/signals/signal';
import { assertLinear } from '../../linearTime';
import { day, inOrder, sign, start } from '../signals';

const minute = 60_000;
const fellAsleep: SignalMeaning = { kind: 'sleepBegan', isHibernation: false };
const iso = (minutes: number): string => new Date(day + minutes * minute).toISOString();

function tell(signals: readonly Signal[], steps: readonly ClockStep[] = []) {
  return tellSleeps(signals, findBoots(signals, [day, day + 1440 * minute], true), steps);
}

function read(from: number, to: number): ClockStep {
  const evidence = [{ path: 'System.evtx', recordId: 7 }] as const;
  return { at: iso(to), deltaMs: (to - from) * minute, reason: 'resume', evidence };
}

describe('times of sleep', () => {
  it('end where Power-Troubleshooter says, though the wake itself has the time of before', () => {
    const report = sign(200, { kind: 'sleepReport', fromRawMs: day + 100 * minute });
    const [sleep, ...others] = tell(
      inOrder(start(1), sign(100, fellAsleep), sign(100, { kind: 'sleepEnded' }), report),
    );
    assert.deepEqual([sleep?.start, sleep?.end, sleep?.kind], [iso(100), iso(200), 'sleep']);
    assert.equal(sleep?.timeUncertaintyMs, undefined);
    assert.deepEqual(others, []);
  });

  it('end where the clock was read from the hardware again', () => {
    const signals = inOrder(start(1), sign(100, fellAsleep), sign(100, { kind: 'sleepEnded' }));
    const [sleep] = tell(signals, [read(100, 160)]);
    assert.equal(sleep?.end, iso(160));
    assert.equal(sleep.evidence.length, 3);
  });

  it('end at the wake at the earliest where nothing else tells, and say how far that may be off', () => {
    const later = sign(130, { kind: 'windowsUpdate', state: 'installed', title: null });
    const [sleep] = tell(inOrder(start(1), sign(100, fellAsleep), sign(100.5, { kind: 'sleepEnded' }), later));
    assert.deepEqual([sleep?.end, sleep?.timeUncertaintyMs], [iso(100.5), 29.5 * minute]);
  });

  it('have no end where Windows starts anew without a wake', () => {
    const [sleep] = tell(inOrder(start(1), sign(100, fellAsleep), start(300)));
    assert.equal(sleep?.end, null);
  });

  it('are none before a fast startup, whose shutdown hibernates the kernel', () => {
    const resumed = sign(160, { kind: 'bootType', bootType: 1 });
    const off: SignalMeaning = { kind: 'sleepBegan', isHibernation: true };
    const slept = [sign(50, fellAsleep), sign(60, { kind: 'sleepEnded' })];
    const sleeps = tell(inOrder(start(1), slept, sign(100, off), sign(100, { kind: 'sleepEnded' }), resumed));
    assert.deepEqual(
      sleeps.map((sleep) => sleep.start),
      [iso(50)],
    );
  });

  it('leave out a screen that was off for less than a minute', () => {
    const blink = [sign(50, { kind: 'standbyBegan' }), sign(50.5, { kind: 'standbyEnded' })];
    const standby = [sign(60, { kind: 'standbyBegan' }), sign(90, { kind: 'standbyEnded' })];
    const sleeps = tell(inOrder(start(1), blink, standby));
    assert.deepEqual(
      sleeps.map(({ start: from, end, kind }) => [from, end, kind]),
      [[iso(60), iso(90), 'standby']],
    );
  });

  it('are one where standby goes on to hibernation', () => {
    const standby = [sign(60, { kind: 'standbyBegan' }), sign(301, { kind: 'standbyEnded' })];
    const deep = [sign(120, { kind: 'sleepBegan', isHibernation: true }), sign(300, { kind: 'sleepEnded' })];
    const sleeps = tell(inOrder(start(1), standby, deep));
    assert.deepEqual(
      sleeps.map(({ start: from, end, kind }) => [from, end, kind]),
      [[iso(60), iso(301), 'hibernation']],
    );
  });

  it('are never starts of Windows', () => {
    const signals = inOrder(start(1), sign(100, fellAsleep), sign(150, { kind: 'sleepEnded' }));
    assert.equal(findBoots(signals, [day, day + 1440 * minute], true).length, 1);
  });

  it('are found in linear time', () => {
    const signals = Array.from({ length: 200_000 }, (_, index) =>
      sign(index / 60, index % 2 === 0 ? fellAsleep : { kind: 'sleepEnded' }),
    );
    assertLinear(5_000, () => tellSleeps(signals, [], []));
  });
});

describe('how long the device slept within a time', () => {
  const times = new TimesOfSleep(
    tell(
      inOrder(
        start(1),
        sign(10, fellAsleep),
        sign(20, { kind: 'sleepEnded' }),
        sign(30, fellAsleep),
        sign(50, { kind: 'sleepEnded' }),
      ),
    ),
  );

  it('counts what lies inside, and parts of what begins before or ends after', () => {
    assert.equal(times.within(day, day + 60 * minute), 30 * minute);
    assert.equal(times.within(day + 15 * minute, day + 40 * minute), 15 * minute);
    assert.equal(times.within(day + 21 * minute, day + 29 * minute), 0);
    assert.equal(times.within(day + 40 * minute, day + 30 * minute), 0);
  });
});
