import assert from 'node:assert/strict';
import type { ClockStep } from '../../../src/core/enrollment/document/clockFacts';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import { iso, minute, record, sampleDocument } from './sampleDocument';

function stepped(step: Partial<ClockStep>) {
  const steps: readonly ClockStep[] = [
    { at: iso(60), deltaMs: 600_000, reason: 'timeSync', evidence: record(9), ...step },
  ];
  const clock = { steps, localOffsets: [], localLogs: [] };
  const { items, bands } = buildTimeline(sampleDocument({ clock }), []);
  const item = items.get('clockStep/1');
  return { item, band: bands.find((band) => band.item === item) };
}

describe('the clock', () => {
  it('that was set is a break, and times are corrected for it', () => {
    const { item, band } = stepped({ deltaMs: -600_000 });
    assert.equal(item?.kind, 'clockStep');
    assert.equal(item.details[0]?.text, 'Times shown are corrected for it');
    assert.deepEqual([band?.style, band?.start, band?.end], ['clockStep', minute(60), minute(60)]);
  });

  it('that went on after a resume shows how long the device slept', () => {
    const { item, band } = stepped({ reason: 'resume' });
    assert.equal(item?.label, 'Asleep 10 min');
    assert.deepEqual([band?.style, band?.start, band?.end], ['sleep', minute(50), minute(60)]);
  });

  it('is told once where the sleep itself is told', () => {
    const steps: readonly ClockStep[] = [{ at: iso(60), deltaMs: 600_000, reason: 'resume', evidence: record(9) }];
    const sleeps = [{ id: 'sleep-1', start: iso(50), end: iso(60), kind: 'hibernation', evidence: record(8) }] as const;
    const clock = { steps, localOffsets: [], localLogs: [] };
    const { items, bands } = buildTimeline(sampleDocument({ clock, sleeps }), []);
    assert.equal(items.get('clockStep/1'), undefined);
    assert.equal(items.get('sleep-1')?.label, 'Hibernating 10 min');
    assert.equal(bands.find(({ item }) => item.id === 'sleep-1')?.style, 'sleep');
  });

  it('never takes a fast startup for sleep: Windows was shut down', () => {
    const { item } = stepped({ at: iso(70), reason: 'resume' });
    assert.equal(item?.label, 'Shut down 10 min');
    assert.doesNotMatch(item.spoken, /slept/);
  });

  it('claims no correction where the time may really have passed', () => {
    assert.match(stepped({ reason: 'unknown' }).item?.details[0]?.text ?? '', /nothing is corrected/);
  });
});
