import assert from 'node:assert/strict';
import { recordTime, stepReboot, type StepPosition } from '../../../src/host/navigation/rebootSteps';
import { onTheDay, reboot } from './storyBuilder';

const reboots = [reboot('first', '01:00'), reboot('second', '02:00'), reboot('third', '03:00')];

function around(position: StepPosition): (string | undefined)[] {
  return [stepReboot(reboots, position, 'previous')?.id, stepReboot(reboots, position, 'next')?.id];
}

describe('a step between reboots', () => {
  it('goes one on from the reboot where one stands', () => {
    assert.deepEqual(around({ at: 'reboot', id: 'second' }), ['first', 'third']);
  });

  it('ends at both ends', () => {
    assert.deepEqual(around({ at: 'reboot', id: 'first' }), [undefined, 'second']);
    assert.deepEqual(around({ at: 'reboot', id: 'third' }), ['second', undefined]);
  });

  it('goes by the time of the log at the cursor', () => {
    assert.deepEqual(around({ at: 'time', rawMs: Date.parse(onTheDay('02:30')) }), ['second', 'third']);
    assert.deepEqual(around({ at: 'time', rawMs: Date.parse(onTheDay('00:10')) }), [undefined, 'first']);
  });

  it('starts at either end from nowhere', () => {
    assert.deepEqual(around({ at: 'nowhere' }), ['third', 'first']);
  });

  it('goes nowhere without reboots', () => {
    assert.equal(stepReboot([], { at: 'nowhere' }, 'next'), null);
  });
});

describe('the time of a rendered record', () => {
  it('is read from its header line', () => {
    const header = '2026-08-20 02:07:58.1234567Z  Information  User32 1074  #247';
    assert.equal(recordTime(header), Date.parse('2026-08-20T02:07:58.123Z'));
  });

  it('is not read from any other line', () => {
    assert.equal(recordTime('    time = 2026-08-20 02:07:58.1234567Z  Information'), null);
    assert.equal(recordTime('2026-08-20 02:07:58, Info                  [windeploy.exe]'), null);
  });
});
