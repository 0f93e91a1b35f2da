import assert from 'node:assert/strict';
import { resolveLocalLog, type LocalLine, type ZoneHints } from '../../../../src/core/enrollment/clock/localClock';

const nothing: ZoneHints = { offsets: [], zoneName: null };

function line(local: string, message = ''): LocalLine {
  return { localMs: Date.parse(`${local}Z`), message };
}

function utcOf(lines: readonly LocalLine[], hints: ZoneHints = nothing): readonly string[] {
  return [...resolveLocalLog(lines, hints).utc].map((ms) => new Date(ms).toISOString().slice(0, 19));
}

describe('the local time of a text log', () => {
  it('is read from a UTC stamp inside its lines, for the lines before it too', () => {
    const lines = [
      line('2025-08-04T01:40:00'),
      line('2025-08-04T01:42:35', 'is within 10 seconds of UtcNow=08/04/2025 00:42:35'),
    ];
    assert.deepEqual(utcOf(lines), ['2025-08-04T00:40:00', '2025-08-04T00:42:35']);
  });

  it('takes the order of day and month that gives a possible zone', () => {
    const lines = [line('2025-09-08T11:00:00', 'UtcNow=08.09.2025 01:00:00')];
    assert.deepEqual(utcOf(lines), ['2025-09-08T01:00:00']);
  });

  it('does not believe a stamp that is no whole number of quarters away', () => {
    assert.equal(
      resolveLocalLog([line('2025-08-04T01:42:35', 'UtcNow=08/03/2025 20:35:00')], nothing).source,
      'unknown',
    );
  });

  it('follows the zones that a setup log sets, and knows the one before from the jump', () => {
    const lines = [
      line('2023-12-26T14:30:46'),
      line('2023-12-26T17:30:47', 'Set time zone to [Eastern Standard Time]'),
      line('2023-12-26T17:31:00'),
    ];
    assert.deepEqual(utcOf(lines), ['2023-12-26T22:30:46', '2023-12-26T22:30:47', '2023-12-26T22:31:00']);
  });

  it('knows summer time', () => {
    assert.deepEqual(utcOf([line('2024-08-05T21:23:06', 'Set time zone to [Eastern Standard Time]')]), [
      '2024-08-06T01:23:06',
    ]);
  });

  it('takes the offset of the event log, then the zone of the device', () => {
    const evidence = [{ path: 'system.evtx', recordId: 1 }] as const;
    const offsets = [{ from: '2026-02-17T00:00:00.000Z', minutesEastOfUtc: 60, evidence }];
    const lines = [line('2026-02-17T13:00:00')];
    assert.deepEqual(utcOf(lines, { offsets, zoneName: 'Eastern Standard Time' }), ['2026-02-17T12:00:00']);
    assert.deepEqual(utcOf(lines, { offsets: [], zoneName: 'Eastern Standard Time' }), ['2026-02-17T18:00:00']);
  });

  it('says so when nothing tells it, and shows the time as written', () => {
    const resolved = resolveLocalLog([line('2026-02-17T13:00:00')], nothing);
    assert.deepEqual([resolved.source, resolved.utc[0]], ['unknown', Date.parse('2026-02-17T13:00:00Z')]);
  });
});

describe('the zone of each run of the agent', () => {
  const start = (local: string): LocalLine => line(local, 'EMS Agent Started');
  const stamp = (local: string, utc: string): LocalLine => line(local, `UtcNow=${utc}`);

  it('changes at a start of the agent, not at the stamp that shows it', () => {
    const lines = [
      stamp('2025-09-08T05:10:00', '09/08/2025 04:10:00'),
      line('2025-09-08T05:18:04', 'EMS Agent Stopped'),
      start('2025-09-08T14:21:04'),
      stamp('2025-09-08T14:25:00', '09/08/2025 04:25:00'),
    ];
    assert.deepEqual(utcOf(lines), [
      '2025-09-08T04:10:00',
      '2025-09-08T04:18:04',
      '2025-09-08T04:21:04',
      '2025-09-08T04:25:00',
    ]);
    assert.deepEqual(
      resolveLocalLog(lines, nothing).stretches.map(({ first, minutesEast, certain }) => [first, minutesEast, certain]),
      [
        [0, 60, true],
        [2, 600, true],
      ],
    );
  });

  it('is inferred from a jump of hours over a restart where no stamp follows, and is not certain', () => {
    const lines = [
      stamp('2025-09-08T05:10:00', '09/08/2025 04:10:00'),
      line('2025-09-08T05:18:04', 'EMS Agent Stopped'),
      start('2025-09-08T14:21:04'),
    ];
    assert.equal(utcOf(lines)[2], '2025-09-08T04:21:04');
    assert.deepEqual(
      resolveLocalLog(lines, nothing).stretches.map(({ minutesEast, certain }) => [minutesEast, certain]),
      [
        [60, true],
        [600, false],
      ],
    );
  });

  it('stays where the device was off for a while', () => {
    const lines = [
      stamp('2025-09-08T05:10:00', '09/08/2025 04:10:00'),
      line('2025-09-08T05:18:04', 'EMS Agent Stopped'),
      start('2025-09-08T14:30:30'),
    ];
    assert.equal(utcOf(lines)[2], '2025-09-08T13:30:30');
  });

  it('is found by what the event logs tell too', () => {
    const commonEvents = {
      start: Float64Array.of(Date.parse('2026-02-17T08:00:00Z')),
      logon: Float64Array.of(Date.parse('2026-02-17T08:20:00Z')),
      logoff: new Float64Array(),
      stop: new Float64Array(),
    };
    const lines = [start('2026-02-17T19:02:00'), line('2026-02-17T19:20:02', 'OnSessionChange: Logon')];
    const resolved = resolveLocalLog(lines, { ...nothing, commonEvents });
    assert.deepEqual([resolved.source, resolved.stretches[0]?.minutesEast], ['commonEvent', 660]);
  });

  it('is not taken from one event that many offsets could explain', () => {
    const commonEvents = {
      start: Float64Array.of(Date.parse('2026-02-17T08:00:00Z')),
      logon: new Float64Array(),
      logoff: new Float64Array(),
      stop: new Float64Array(),
    };
    assert.equal(resolveLocalLog([start('2026-02-17T19:02:00')], { ...nothing, commonEvents }).source, 'unknown');
  });

  it('is the one that Windows setup had given the device when the agent started', () => {
    const setZones = [
      { fromMs: Date.parse('2026-02-17T07:00:00Z'), zoneName: 'W. Europe Standard Time' },
      { fromMs: Date.parse('2026-02-17T08:30:00Z'), zoneName: 'AUS Eastern Standard Time' },
    ];
    const lines = [start('2026-02-17T09:00:00'), line('2026-02-17T09:40:00'), start('2026-02-17T19:42:00')];
    assert.deepEqual(utcOf(lines, { ...nothing, setZones }), [
      '2026-02-17T08:00:00',
      '2026-02-17T08:40:00',
      '2026-02-17T08:42:00',
    ]);
  });

  it('of the device when the bundle was taken is that of the last run', () => {
    const lines = [
      start('2025-09-08T05:00:00'),
      line('2025-09-08T05:18:04', 'EMS Agent Stopped'),
      start('2025-09-08T14:21:04'),
    ];
    assert.deepEqual(utcOf(lines, { offsets: [], zoneName: 'AUS Eastern Standard Time' }), [
      '2025-09-08T04:00:00',
      '2025-09-08T04:18:04',
      '2025-09-08T04:21:04',
    ]);
  });
});
