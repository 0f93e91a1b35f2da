import assert from 'node:assert/strict';
import { findBoots } from '../../../../src/core/enrollment/reboots/bootFinder';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { day, inOrder, marker, sign, signInText, start } from '../signals';

const wholeDay = [day, day + 24 * 3_600_000] as const;

function kinds(signals: readonly Signal[], system: readonly [number, number] | null = wholeDay): readonly string[] {
  return findBoots(signals, system, false).map(({ kind }) => kind);
}

describe('starts of Windows that the System log shows', () => {
  it('a start after a request to restart is a restart', () => {
    const request = sign(9.5, { kind: 'restartRequest', process: 'x.exe', reasonCode: null, type: 'restart' });
    assert.deepEqual(kinds(inOrder(request, start(10))), ['restart']);
  });

  it('without the localised word, the power action of the kernel decides', () => {
    const request = sign(9.5, { kind: 'restartRequest', process: 'x.exe', reasonCode: null, type: null });
    assert.deepEqual(kinds(inOrder(request, sign(9.9, { kind: 'kernelShutdown', action: 5 }), start(10))), ['restart']);
    assert.deepEqual(kinds(inOrder(request, sign(9.9, { kind: 'kernelShutdown', action: 6 }), start(10))), [
      'shutdownAndStart',
    ]);
  });

  it('a start without a clean stop before it is a power loss', () => {
    assert.deepEqual(kinds(inOrder(start(10), sign(10.4, { kind: 'dirtyStop', bugcheck: false }))), ['powerLoss']);
  });

  it('a resume by fast startup is a start of its own kind', () => {
    assert.deepEqual(kinds([sign(10, { kind: 'bootType', bootType: 1 })]), ['fastStartup']);
  });

  it('the boot type written at a full start is not a second start', () => {
    assert.deepEqual(kinds(inOrder(start(10), sign(10.01, { kind: 'bootType', bootType: 0 }))), ['unknown']);
  });

  it('the log service stands in for a kernel start that was overwritten', () => {
    assert.deepEqual(kinds([sign(10, { kind: 'logServiceStart' })]), ['unknown']);
  });

  it('a request that was called off long before a power loss is not its cause', () => {
    const signals = inOrder(
      sign(5, { kind: 'restartRequest', process: 'x.exe', reasonCode: null, type: 'restart' }),
      sign(58, { kind: 'logon', sid: 'S-1-5-21-1-2-3-1000', session: 1 }),
      start(60),
    );
    const [boot] = findBoots(signals, wholeDay, false);
    assert.deepEqual(boot?.stops, []);
  });

  it('a stop hours before the next start still belongs to it', () => {
    const signals = inOrder(
      sign(10, { kind: 'restartRequest', process: 'x.exe', reasonCode: null, type: 'powerOff' }),
      start(600),
    );
    assert.deepEqual(kinds(signals), ['shutdownAndStart']);
  });

  it('a log that has wrapped in the middle of a start does not hide it from the others', () => {
    const monitor = signInText(10.2, { kind: 'oobeMonitorStart' }, 'setupact.log');
    const from = (minutes: number) => [day + minutes * 60_000, day + 24 * 3_600_000] as const;
    assert.deepEqual(kinds([monitor], from(10.5)), ['unknown'], 'its records of that start are gone');
    assert.deepEqual(kinds([monitor], from(5)), [], 'it would hold the start');
    assert.deepEqual(kinds(inOrder(start(10), monitor), from(10)), ['unknown'], 'it does hold the start');
  });

  it('OOBE that goes on long after the start does not put the start there', () => {
    const stop = sign(10, { kind: 'restartNode', node: 'RebootZtd' }, 'Shell-Core');
    const resume = sign(20, { kind: 'oobeResume', node: 'MDMProgressAfterAAD' }, 'Shell-Core');
    const life = sign(12, { kind: 'policyFlag', uri: './Device/Vendor/MSFT/Uefi/Settings/Apply' }, 'Admin');
    const starts = (signals: readonly Signal[]) =>
      findBoots(signals, null, false).map((boot) => (boot.start - day) / 60_000);
    assert.deepEqual(starts(inOrder(stop, life, resume)), [12], 'Windows was up when the other log was written');
    assert.deepEqual(starts(inOrder(stop, resume)), [20]);
  });

  it('the version that the event log service notes is a start where nothing else tells one', () => {
    const noted = sign(10, { kind: 'versionNoted' });
    assert.deepEqual(kinds([noted]), ['unknown']);
    assert.deepEqual(kinds(inOrder(noted, sign(10.01, { kind: 'logServiceStart' }))), ['unknown']);
  });

  it('other logs add evidence to a start, not starts', () => {
    const signals = inOrder(
      start(10),
      sign(10.7, { kind: 'oobeResume', node: 'OobeWireless' }, 'Shell-Core'),
      signInText(11.5, { kind: 'imeStart', version: '1.2', silenceMs: 90_000 }),
    );
    const boots = findBoots(signals, wholeDay, false);
    assert.equal(boots.length, 1);
    assert.ok(boots[0]!.starts.some(({ kind }) => kind === 'oobeResume'));
  });
});

describe('starts of Windows without a System log', () => {
  const health = (minutes: number, secondsSinceBoot: number): Signal =>
    sign(minutes, { kind: 'oobeHealth', secondsSinceBoot }, 'Shell-Core');

  it('the seconds since boot give the moment of the start', () => {
    const [boot] = findBoots([health(10, 60)], null, false);
    assert.equal(boot?.start, day + 9 * 60_000);
  });

  it('a counter that goes on is the same start, a smaller one is another', () => {
    assert.equal(kinds([health(10, 60), health(20, 660)], null).length, 1);
    assert.equal(kinds([health(10, 60), health(20, 30)], null).length, 2);
  });

  it('the signs of one start from several logs are one start', () => {
    const signals = inOrder(
      health(10.6, 16),
      sign(10.7, { kind: 'oobeResume', node: 'OobeWireless' }, 'Shell-Core'),
      signInText(11, { kind: 'oobeMonitorStart' }, 'setupact.log'),
      signInText(10, { kind: 'imeShutdown' }),
      signInText(12.9, { kind: 'imeStart', version: '1.2', silenceMs: 180_000 }),
    );
    const boots = findBoots(signals, null, false);
    assert.equal(boots.length, 1);
    assert.equal(boots[0]?.confidence, 'high');
  });

  it('an abrupt start of the management extension alone is a start of low confidence', () => {
    const [boot, ...rest] = findBoots(
      [
        signInText(10, { kind: 'imeStart', version: '1.93', silenceMs: null }),
        signInText(17, { kind: 'imeStart', version: '1.93', silenceMs: 64_000 }),
      ],
      null,
      false,
    );
    assert.deepEqual([boot?.confidence, rest.length], ['low', 0]);
  });

  it('an update of the management extension is no start', () => {
    const updated = [
      signInText(10, { kind: 'imeStart', version: '1.93', silenceMs: null }),
      signInText(17, { kind: 'imeStart', version: '1.94', silenceMs: 64_000 }),
    ];
    assert.deepEqual(kinds(updated, null), []);
  });

  it('a service that was stopped and started is no start', () => {
    const restarted = [
      signInText(10, { kind: 'imeStart', version: '1.93', silenceMs: null }),
      signInText(16, { kind: 'imeServiceStop' }),
      signInText(17, { kind: 'imeStart', version: '1.93', silenceMs: 60_000 }),
    ];
    assert.deepEqual(kinds(restarted, null), []);
  });

  it('an agent that comes back at once after a crash is no start', () => {
    const crashed = [
      signInText(10, { kind: 'imeStart', version: '1.93', silenceMs: null }),
      signInText(17, { kind: 'imeStart', version: '1.93', silenceMs: 3_000 }),
    ];
    assert.deepEqual(kinds(crashed, null), []);
  });

  it('a restart page that is not left again makes the start a restart', () => {
    const signals = inOrder(sign(9.9, { kind: 'restartNode', node: 'RebootZtd' }, 'Shell-Core'), health(11, 30));
    assert.deepEqual(kinds(signals, null), ['restart']);
  });

  it('a page that goes on when somebody has signed in belongs to the start before it', () => {
    const up = sign(10, { kind: 'oobeHealth', secondsSinceBoot: 20 }, 'Shell-Core');
    const resumed = sign(17, { kind: 'oobeResume', node: 'MDMProgressAfterAAD' }, 'Shell-Core');
    assert.equal(findBoots([up, resumed], null, false).length, 1);
    const stopped = sign(14, { kind: 'cleanStop' });
    assert.equal(findBoots([up, stopped, resumed], null, false).length, 2);
  });

  it('an uptime that goes on denies a start in between', () => {
    const early = sign(10, { kind: 'oobeHealth', secondsSinceBoot: 20 }, 'Shell-Core');
    const monitor = signInText(30, { kind: 'oobeMonitorStart' }, 'setupact.log');
    const late = sign(40, { kind: 'oobeHealth', secondsSinceBoot: 20 + 30 * 60 }, 'Shell-Core');
    assert.equal(findBoots([early, monitor, late], null, false).length, 1);
    assert.equal(findBoots([early, monitor], null, false).length, 2);
  });

  it('the end of the OOBE monitor is no stop while other logs go on', () => {
    const ended = signInText(10, { kind: 'oobeMonitorStop' }, 'setupact.log');
    const started = signInText(15, { kind: 'oobeMonitorStart' }, 'setupact.log');
    const stopsWhenLastLifeAt = (minutes: number) =>
      findBoots([ended, started], null, false, () => day + minutes * 60_000)[0]?.stops.length;
    assert.deepEqual([stopsWhenLastLifeAt(10.5), stopsWhenLastLifeAt(14)], [1, 0]);
  });

  it('the routine names that only contain the word reboot stop nothing', () => {
    const routine = [
      marker(
        9,
        'BootstrapStatusCategory_SubcategoryProcessing_Started',
        'Starting subcategory DeviceSetup.RebootCoalescing...',
      ),
      marker(9.1, 'ESP_RebootResumption_Set'),
      marker(9.2, 'ESPProgress_Initialization_ResumingAfterReboot'),
    ];
    const [boot] = findBoots(inOrder(routine, health(11, 30)), null, false);
    assert.deepEqual(boot?.stops, []);
  });
});
