import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openCabinet } from '../../../src/core/archive/cabinet';
import { defaultLimits } from '../../../src/core/archive/limits';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import type { EventRecord } from '../../../src/core/evtx/eventRecord';
import type { EventLog } from '../../../src/core/evtx/eventLog';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { timeText } from '../../../src/core/evtx/fileTime';
import { requireData } from '../testData';

/** A record as libevtx reads it; texts where the product has numbers. */
interface OracleRecord {
  readonly recordId: number;
  readonly time: string;
  readonly eventId: number;
  readonly qualifiers: string | null;
  readonly level: string | null;
  readonly provider: string;
  readonly channel: string;
  readonly computer: string;
  readonly userId: string | null;
  readonly pid: string | null;
  readonly data: readonly (readonly [string | null, string | null])[];
  readonly userData: boolean;
}

interface Tally {
  compared: number;
  equal: number;
  explained: number;
  extra: number;
}

describe('real logs', () => {
  const total: Tally = { compared: 0, equal: 0, explained: 0, extra: 0 };

  after(() => {
    const { compared, equal, explained, extra } = total;
    if (compared > 0) {
      console.log(`      ${compared} records compared: ${equal} equal, ${explained} explained, ${extra} extra`);
    }
  });

  it('hold every record that libevtx finds in them, field by field', function () {
    const folder = requireData(this, 'evtx');
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.evtx'))) {
      const log = openEvtx(new Uint8Array(readFileSync(path.join(folder, name))), name);
      compare(name, log, readOracle(path.join(folder, 'oracle', `${name}.jsonl.gz`)), total);
    }
  });

  it('of a whole bundle hold exactly its live records', async function () {
    const cabinet = requireData(this, 'bundles', 'win11-23h2.cab');
    const oracles = path.join(path.dirname(cabinet), 'oracle', 'win11-23h2');
    const listing = await openCabinet(
      new MemorySource(new Uint8Array(readFileSync(cabinet))),
      'win11-23h2.cab',
      defaultLimits,
    );
    const empty: string[] = [];
    for (const entry of listing.entries.filter((candidate) => candidate.path.endsWith('.evtx'))) {
      const content = await entry.read();
      assert.ok(content.ok, entry.path);
      const log = openEvtx(content.bytes, entry.path);
      const oracle = path.join(oracles, `${entry.path}.jsonl.gz`);
      const expected = existsSync(oracle) ? readOracle(oracle) : [];
      compare(entry.path, log, expected, total);
      assert.equal(log.count, expected.length, `${entry.path} has no record but the live ones`);
      assert.deepEqual(log.problems, [], entry.path);
      if (log.count === 0) {
        empty.push(entry.path);
      }
    }
    assert.equal(empty.length, 7, 'channels without records whose chunks hold those of another channel');
  });

  it('are shown as XML letter by letter as Event Viewer does', function () {
    const file = requireData(this, 'evtx', 'nicksmet-System.evtx');
    const exported = path.join(path.dirname(file), 'oracle', 'nicksmet-System.eventviewer.xml.gz');
    const events = gunzipSync(readFileSync(exported))
      .toString('utf8')
      .match(/<Event .*?<\/Event>/gs)!
      .reverse();
    const log = openEvtx(new Uint8Array(readFileSync(file)), 'nicksmet-System.evtx');
    assert.equal(log.count, events.length);
    events.forEach((event, index) => {
      // The export has plain line feeds; the values have both kinds.
      assert.equal(log.xml(index)?.replaceAll('\r\n', '\n'), event.replaceAll('\r\n', '\n'));
    });
  });
});

function readOracle(file: string): OracleRecord[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OracleRecord);
}

function compare(name: string, log: EventLog, expected: readonly OracleRecord[], total: Tally): void {
  const found = new Map<string, EventRecord[]>();
  let readable = 0;
  for (let index = 0; index < log.count; index++) {
    const record = log.record(index);
    if (record !== null) {
      assertRow(name, log, index, record);
      const key = `${record.recordId} ${timeText(record.time)}`;
      found.set(key, [...(found.get(key) ?? []), record]);
      readable += 1;
    }
  }
  for (const oracle of expected) {
    const record = found.get(`${oracle.recordId} ${sevenDigits(oracle.time)}`)?.shift();
    assert.ok(record !== undefined, `${name} lacks record ${oracle.recordId}`);
    const where = `${name}#${oracle.recordId}`;
    assert.deepEqual(systemOf(record), systemOfOracle(oracle), where);
    const isExplained = compareData(where, record, oracle);
    total.compared += 1;
    total[isExplained ? 'explained' : 'equal'] += 1;
  }
  total.extra += readable - expected.length;
}

/** The columns say the same as the record. */
function assertRow(name: string, { columns, providers, channels }: EventLog, index: number, record: EventRecord): void {
  assert.deepEqual(
    [
      columns.recordId[index],
      columns.timeMs[index],
      columns.timeTicks[index],
      columns.eventId[index],
      columns.level[index],
      providers[columns.provider[index]!],
      channels[columns.channel[index]!],
    ],
    [
      record.recordId,
      record.time.ms,
      record.time.ticks,
      record.eventId,
      record.level ?? 0,
      record.provider,
      record.channel,
    ],
    `${name} row ${index}`,
  );
}

function systemOf(record: EventRecord): unknown[] {
  const text = (value: number | null): string | null => (value === null ? null : String(value));
  const { eventId, qualifiers, level, provider, channel, computer, userSid, processId, userData } = record;
  return [
    eventId,
    text(qualifiers),
    text(level),
    provider,
    channel,
    computer,
    userSid,
    text(processId),
    userData.length > 0,
  ];
}

function systemOfOracle(oracle: OracleRecord): unknown[] {
  const { eventId, qualifiers, level, provider, channel, computer, userId, pid, userData } = oracle;
  return [eventId, qualifiers, level, provider, channel, computer, userId, pid, userData];
}

/** Asserts that all values agree; `true` when some do only because of a known fault of libevtx. */
function compareData(where: string, record: EventRecord, oracle: OracleRecord): boolean {
  assert.equal(record.data.length, oracle.data.length, `${where}: number of values`);
  let isExplained = false;
  record.data.forEach(({ name, value }, index) => {
    const [oracleName, oracleValue] = oracle.data[index]!;
    assert.equal(name, oracleName ?? '', where);
    const ours = normalised(value);
    const theirs = normalised(oracleValue ?? '');
    if (ours !== theirs) {
      assert.ok(isKnownFault(ours, theirs), `${where} ${name}: ${value} is not ${oracleValue ?? ''}`);
      isExplained = true;
    }
  });
  return isExplained;
}

/** Differences of spelling: libevtx pads hex numbers, writes GUIDs in upper case and times with nine digits. */
function normalised(value: string): string {
  if (/^0x[0-9a-f]+$/i.test(value)) {
    return `0x${BigInt(value).toString(16)}`;
  }
  if (/^\{[0-9A-F-]{36}\}$/i.test(value)) {
    return value.toLowerCase();
  }
  return sevenDigits(value).replaceAll('\r\n', '\n');
}

function sevenDigits(time: string): string {
  return time.replace(/^(\d{4}-.*\.\d{7})00Z$/, '$1Z');
}

/** SizeT in decimal, and negative integers with the sign taken for a bit of the magnitude. */
function isKnownFault(ours: string, theirs: string): boolean {
  if (ours.startsWith('0x') && /^\d+$/.test(theirs)) {
    return BigInt(ours) === BigInt(theirs);
  }
  if (/^-\d+$/.test(ours) && /^-\d+$/.test(theirs)) {
    return [32, 64].some((bits) => {
      const signBit = 1n << BigInt(bits - 1);
      return BigInt.asUintN(bits, BigInt(ours)) - signBit === -BigInt(theirs);
    });
  }
  return false;
}
