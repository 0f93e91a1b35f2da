import assert from 'node:assert/strict';
import type { EvtxRecord } from '../../bundles/evtxRecord';
import { exampleDevice } from '../../bundles/scenarios/exampleDevice';
import type { DeviceIdentity } from '../../bundles/story/device';
import { agentSaysGoodbye } from '../../bundles/story/enrollment';
import { restartRequests } from '../../bundles/story/restartRequests';
import { beginStory, type Story } from '../../bundles/story/story';

describe('a device that starts and stops', () => {
  it('notes an unclean stop after a power loss, and no orderly one', () => {
    const story = running();
    story.at.plus('10m');
    const before = system(story).length;
    story.windows.powerLoss('2m');
    const after = system(story).slice(before);
    assert.ok(has(after, 'Microsoft-Windows-Kernel-Power', 41));
    assert.ok(!has(after, 'EventLog', 6006) && !has(after, 'Microsoft-Windows-Kernel-General', 13));
    const unexpected = find(after, 'EventLog', 6008);
    assert.deepEqual(stringsOf(unexpected), ['10:10:15', '\u200E3/\u200E4/\u200E2026', '', '', '615']);
    assert.equal(fieldOf(find(after, 'Microsoft-Windows-Kernel-Boot', 20), 'LastShutdownGood'), false);
  });

  it('resumes from a fast startup without a start of the kernel, with a new session and the time that passed', () => {
    const story = running();
    const before = system(story).length;
    story.windows.fastStartup('5m');
    story.windows.signIn(story.device.oobeSid);
    const after = system(story).slice(before);
    assert.ok(!has(after, 'Microsoft-Windows-Kernel-General', 12) && !has(after, 'EventLog', 6005));
    assert.equal(fieldOf(find(after, 'Microsoft-Windows-Kernel-Boot', 27), 'BootType'), 1);
    const step = find(after, 'Microsoft-Windows-Kernel-General', 1);
    assert.equal(fieldOf(step, 'TimeDeltaInMs'), 300_000);
    assert.equal(fieldOf(step, 'Reason'), 2);
    assert.equal(fieldOf(find(after, 'Microsoft-Windows-Winlogon', 7001), 'TSId'), 2);
  });

  it('drops the oldest records of a full channel and keeps the ids of the rest', () => {
    const story = running();
    story.at.plus('30m');
    const before = [...system(story)];
    story.device.wrap('System', story.at.momentAt(story.at.now.truth - 600_000));
    const kept = [...system(story)];
    assert.ok(kept.length > 0 && kept.length < before.length);
    assert.deepEqual(kept, before.slice(-kept.length));
    story.at.plus('10m');
    assert.equal(system(story)[kept.length]?.recordId, before.at(-1)!.recordId + 1);
  });

  it('counts on after a channel has lost all that it held, and anew after it was cleared', () => {
    const story = running();
    const last = system(story).at(-1)!.recordId;
    story.device.wrap('System', story.at.skip('1s').now);
    assert.equal(system(story).length, 0);
    story.windows.signOut();
    assert.equal(system(story)[0]?.recordId, last + 1);
    story.device.clear('System');
    story.windows.autoLogon();
    assert.equal(system(story)[0]?.recordId, 1);
  });

  it('notes the code of a crash, and reports it after the next start', () => {
    const story = running();
    story.windows.powerLoss('1m', 0x9f);
    assert.equal(fieldOf(find(system(story), 'Microsoft-Windows-Kernel-Power', 41), 'BugcheckCode'), 0x9f);
    assert.ok(has(system(story), 'Microsoft-Windows-WER-SystemErrorReporting', 1001));
  });

  it('writes reasons and dates in the language of Windows', () => {
    const story = running({ language: 'de' });
    story.windows.restart(restartRequests.oobe);
    const asked = find(system(story), 'User32', 1074);
    assert.deepEqual(
      [fieldOf(asked, 'param3'), fieldOf(asked, 'param5')],
      ['Betriebssystem: Neukonfiguration (Nicht geplant)', 'Neustart'],
    );
    story.windows.powerLoss('1m');
    assert.equal(stringsOf(find(system(story), 'EventLog', 6008))[1], '\u200E04.\u200E03.\u200E2026');
  });

  it('lets the agent say goodbye at the one stop it was told of', () => {
    const story = running();
    agentSaysGoodbye(story);
    story.windows.stopAndStart();
    story.windows.stopAndStart();
    const goodbyes = story.device.ime.filter(({ message }) => message === 'EMS Agent received shutdown signal');
    assert.equal(goodbyes.length, 1);
  });

  it('changes the time zone at once, while a running agent keeps the old one until its next start', () => {
    const story = running();
    story.windows.changeTimeZone({ name: 'E. Australia Standard Time', minutesEastOfUtc: 600 });
    story.ime.idles();
    story.ime.started();
    assert.equal(story.device.setupact.at(-1)?.minutesEastOfUtc, 600);
    assert.deepEqual(
      [story.device.ime[0], story.device.ime.at(-1)].map((line) => line?.minutesEastOfUtc),
      [60, 600],
    );
  });

  it('gives every process a new id after a restart', () => {
    const story = running();
    const old = story.device.processId('WWAHost.exe');
    story.windows.stopAndStart();
    assert.notEqual(story.device.processId('WWAHost.exe'), old);
  });

  it('asks for a restart and carries it out in the order that OOBE does', () => {
    const story = running();
    const before = system(story).length;
    story.oobe.restart('Reboot');
    const order = system(story)
      .slice(before)
      .map(({ header }) => header.eventId)
      .filter((id) => [1074, 7002, 6006, 6009, 6005, 109, 13, 12, 6013].includes(id));
    assert.deepEqual(order, [1074, 7002, 6006, 6009, 6005, 109, 13, 12, 6013]);
    const pages = story.device.records('Microsoft-Windows-Shell-Core/Operational').slice(-4);
    assert.deepEqual(
      pages.map(({ header }) => header.eventId),
      [62404, 62406, 62460, 62402],
    );
  });
});

function running(details: Partial<DeviceIdentity> = {}): Story {
  const story = beginStory(exampleDevice({ seed: 9, ...details }), { start: '2026-03-04T09:00:00.000Z' });
  story.windows.firstBoot();
  story.windows.autoLogon();
  return story;
}

function system(story: Story): readonly EvtxRecord[] {
  return story.device.records('System');
}

function has(records: readonly EvtxRecord[], provider: string, eventId: number): boolean {
  return records.some(({ header }) => header.provider === provider && header.eventId === eventId);
}

function find(records: readonly EvtxRecord[], provider: string, eventId: number): EvtxRecord {
  const found = records.find(({ header }) => header.provider === provider && header.eventId === eventId);
  assert.ok(found !== undefined, `${provider} ${eventId}`);
  return found;
}

function fieldOf({ payload }: EvtxRecord, name: string): unknown {
  return payload.shape === 'named' ? payload.fields.find((field) => field.name === name)?.value : undefined;
}

function stringsOf({ payload }: EvtxRecord): readonly string[] {
  return payload.shape === 'unnamed' ? payload.strings : [];
}
