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
