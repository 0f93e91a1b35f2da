import assert from 'node:assert/strict';
import { EventStore } from '../../../../src/core/bundle/eventStore';
import { CorrectedClock } from '../../../../src/core/enrollment/clock/clock';
import { findBoots } from '../../../../src/core/enrollment/reboots/bootFinder';
import { eventSignals } from '../../../../src/core/enrollment/signals/eventSignals';
import { fakeLog, fakeStore, type FakeEvent } from '../eventFakes';
import { day, inOrder, marker, phaseStart, sign, signInText, start } from '../signals';
import { coalesced, flag, inDeviceSetup, lsa, page, rebootIn, rebootsOf, request, wholeDay } from './restarts';

const shellCore = 'Microsoft-Windows-Shell-Core';
const pages = 'Microsoft-Windows-Shell-Core/Operational';

function at(minute: number, second = 0): string {
  return new Date(day + minute * 60_000 + second * 1000).toISOString();
}

function kindsIn(events: Readonly<Record<string, readonly FakeEvent[]>>): readonly string[] {
  const store = fakeStore(events);
  return eventSignals(store, new CorrectedClock(store)).map(({ kind }) => kind);
}

function uptime(minutes: number, secondsSinceBoot: number) {
  return sign(minutes, { kind: 'oobeHealth', secondsSinceBoot }, 'Shell-Core');
}

describe('what looks like a restart or its cause, and is neither', () => {
  it('the routine step "Starting subcategory DeviceSetup.RebootCoalescing"', () => {
    const routine = marker(
      59.9,
      'BootstrapStatusCategory_SubcategoryProcessing_Started',
      'Starting subcategory DeviceSetup.RebootCoalescing...',
    );
    const reboot = rebootIn(inOrder(inDeviceSetup, flag(25, lsa), routine, request(60, 'powershell.exe'), start(61)));
    assert.equal(reboot.class, 'script');
    assert.equal(reboot.askedBy, null);
  });

  it('"resuming after reboot" at the first load of the page', () => {
    const load = [marker(9, 'ESP_RebootResumption_Set'), marker(9.1, 'ESPProgress_Initialization_ResumingAfterReboot')];
    assert.deepEqual(rebootsOf(inOrder(load, phaseStart(10, 'DevicePreparation')), null), []);
  });

  it('a restart node that is passed through within a second', () => {
    const passed: readonly FakeEvent[] = [
      { at: at(10), provider: shellCore, id: 62404, data: { CXID: 'RebootZtd' } },
      { at: at(10, 0.03), provider: shellCore, id: 62405, data: { Result: 'success' } },
    ];
    assert.deepEqual(kindsIn({ [pages]: passed }), ['oobeNode', 'oobeNodeEnd']);
  });

  it('a restart node at the end of the log is one', () => {
    const entered: readonly FakeEvent[] = [{ at: at(10), provider: shellCore, id: 62404, data: { CXID: 'RebootZtd' } }];
    assert.deepEqual(kindsIn({ [pages]: entered }), ['restartNode']);
  });

  it('the agent replacing itself by another version', () => {
    const updated = [
      signInText(10, { kind: 'imeStart', version: '1.93', silenceMs: null }),
      signInText(17, { kind: 'imeStart', version: '1.94', silenceMs: 64_000 }),
    ];
    assert.deepEqual(rebootsOf(updated, null), []);
  });

  it('the agent crashing while the uptime of Windows goes on', () => {
    const crashed = inOrder(
      uptime(9, 9 * 60),
      signInText(10, { kind: 'imeStart', version: '1.93', silenceMs: null }),
      signInText(17, { kind: 'imeStart', version: '1.93', silenceMs: 64_000 }),
      uptime(20, 20 * 60),
    );
    assert.deepEqual(
      findBoots(crashed, null, false).map(({ start: began }) => began),
      [day],
    );
  });

  it('the agent crashing under the eyes of a System log', () => {
    const crashed = inOrder(
      start(0),
      signInText(10, { kind: 'imeStart', version: '1.93', silenceMs: null }),
      signInText(17, { kind: 'imeStart', version: '1.93', silenceMs: 64_000 }),
    );
    assert.deepEqual(rebootsOf(crashed), []);
  });

  it('"AppCheckpoint", which closing any app writes', () => {
    const closed: readonly FakeEvent[] = [
      { at: at(10), provider: shellCore, id: 62402, data: { Name: 'AppCheckpoint' } },
    ];
    assert.deepEqual(kindsIn({ [pages]: closed }), []);
  });

  it('event 2800 of a daily sync, after the enrollment', () => {
    const later = inOrder(inDeviceSetup, phaseStart(30, 'AccountSetup'), marker(40, 'ESP_ExitPage'), flag(300, lsa));
    assert.deepEqual(rebootsOf(later), []);
    const reboot = rebootIn(inOrder(later, request(400, 'StartMenuExperienceHost.exe'), start(401)));
    assert.deepEqual([reboot.during, reboot.expected], ['afterEnrollment', null]);
    assert.ok(reboot.causes.every(({ verdict }) => verdict === 'refuted'));
  });

  it('the way back from the diagnostics page', () => {
    const back = inOrder(
      signInText(5, { kind: 'imeStart', version: '1.93', silenceMs: null }),
      page(10, 'OobeDiagnostics'),
      page(12, 'MDMProgressAfterAAD'),
      sign(12.1, { kind: 'autoLogonCleared', by: 'statusPage' }, 'Shell-Core'),
      signInText(12.5, { kind: 'imeStart', version: '1.93', silenceMs: 64_000 }),
    );
    assert.deepEqual(
      findBoots(back, null, false).map(({ confidence }) => confidence),
      ['low'],
    );
  });

  it('the same event ids of other providers', () => {
    const foreign = [7001, 18, 20, 12, 1, 41, 6008, 109, 1074].map((id) => ({ at: at(10), provider: 'Netwtw10', id }));
    assert.deepEqual(kindsIn({ System: foreign }), []);
  });

  it('a resume by fast startup', () => {
    const resumed = inOrder(inDeviceSetup, sign(40, { kind: 'bootType', bootType: 1 }));
    assert.deepEqual(rebootsOf(resumed), []);
    assert.deepEqual(
      findBoots(resumed, wholeDay, true).map(({ kind }) => kind),
      ['firstBoot', 'fastStartup'],
    );
  });

  it('a silence in which the device slept', () => {
    assert.deepEqual(rebootsOf(inOrder(inDeviceSetup, uptime(21, 21 * 60), uptime(80, 80 * 60))), []);
    assert.equal(findBoots([uptime(21, 21 * 60), uptime(80, 80 * 60)], null, false).length, 1);
  });

  it('H13: records of another channel in a file, and the same file twice', () => {
    const kernel: readonly FakeEvent[] = [
      { at: at(10), provider: 'Microsoft-Windows-Kernel-General', id: 12, data: { StartTime: at(10) } },
    ];
    const store = new EventStore([
      { path: 'system.evtx', log: fakeLog('System', kernel) },
      { path: 'assignedaccess.evtx', log: fakeLog('System', kernel) },
    ]);
    const signals = eventSignals(store, new CorrectedClock(store));
    assert.equal(findBoots(signals, wholeDay, false).length, 1);
  });

  it('a clock that is set in OOBE, read as a long pause', () => {
    const system: readonly FakeEvent[] = [
      { at: at(600), provider: 'Microsoft-Windows-Kernel-General', id: 12, data: { StartTime: at(600) } },
      { at: at(610), provider: 'EventLog', id: 6006 },
      {
        at: at(10),
        provider: 'Microsoft-Windows-Kernel-General',
        id: 1,
        data: { OldTime: at(610, 30), NewTime: at(10, 30), Reason: '1' },
      },
      { at: at(11), provider: 'Microsoft-Windows-Kernel-General', id: 12, data: { StartTime: at(11) } },
    ];
    const store = fakeStore({ System: system });
    const boots = findBoots(eventSignals(store, new CorrectedClock(store)), wholeDay, false);
    assert.deepEqual(
      boots.map(({ start: began }) => (began - day) / 60_000),
      [0, 11],
    );
  });

  it('H20: the time on the clock of the log stays beside the corrected one, for who compares it with a note', () => {
    const hour = 3_600_000;
    const signals = inOrder(inDeviceSetup, coalesced, start(61)).map((signal) => ({
      ...signal,
      rawAt: signal.at + 8 * hour,
    }));
    const reboot = rebootsOf(signals).at(-1);
    assert.equal(Date.parse(reboot?.rawTime ?? '') - Date.parse(reboot?.time ?? ''), 8 * hour);
  });

  it('a start that the first records of a log tell before the log service was up', () => {
    const system: readonly FakeEvent[] = [
      { at: at(10, 15), provider: 'EventLog', id: 6005 },
      { at: at(9, 30), provider: 'Microsoft-Windows-Kernel-Power', id: 109, data: { ShutdownActionType: '5' } },
      { at: at(9, 32), provider: 'Microsoft-Windows-Kernel-General', id: 13, data: { StopTime: at(9, 32) } },
      { at: at(10), provider: 'Microsoft-Windows-Kernel-General', id: 12, data: { StartTime: at(10) } },
    ];
    const store = fakeStore({ System: system });
    const boots = findBoots(eventSignals(store, new CorrectedClock(store)), wholeDay, false);
    assert.deepEqual(
      boots.map(({ kind, start: began }) => [kind, (began - day) / 60_000]),
      [['restart', 10]],
    );
  });

  it('a restart for policies is not made by what is flagged after it', () => {
    const reboot = rebootIn(inOrder(inDeviceSetup, coalesced, start(61), flag(70, lsa)));
    assert.deepEqual(
      reboot.causes.map(({ verdict }) => verdict),
      ['refuted'],
    );
  });
});

describe('starts that a text log with an unsure zone shows', () => {
  const unsure = { ...signInText(100, { kind: 'oobeMonitorStart' }, 'setupact.log'), mayBeOffMs: 14 * 3_600_000 };

  it('are those of the System log', () => {
    assert.equal(findBoots(inOrder(start(200), [unsure]), [day + 195 * 60_000, day + 300 * 60_000], false).length, 1);
  });

  it('make the time of a restart unsure where there is no System log', () => {
    const stopped = { ...signInText(99, { kind: 'oobeMonitorStop' }, 'setupact.log'), mayBeOffMs: 14 * 3_600_000 };
    assert.equal(rebootIn([stopped, unsure], null).timeUncertaintyMs, 14 * 3_600_000);
  });

  it('a request in an event log is exact, a last sign of life is as unsure as the silence is long', () => {
    assert.equal(rebootIn(inOrder(inDeviceSetup, coalesced, start(61))).timeUncertaintyMs, null);
    const silent = inOrder(inDeviceSetup, flag(59, lsa), start(61), sign(61.3, { kind: 'dirtyStop', bugcheck: false }));
    assert.equal(rebootIn(silent).timeUncertaintyMs, 120_000);
  });
});
