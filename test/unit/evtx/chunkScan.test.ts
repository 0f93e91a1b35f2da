import assert from 'node:assert/strict';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import type { EventLog } from '../../../src/core/evtx/eventLog';
import { writeEmptyEvtx, writeEvtx } from '../../bundles/evtxWriter';
import { literalEvent, literalFragment, rawLog } from './rawLog';
import { sampleRecords } from './sampleRecords';

const chunkSize = 65_536;
const headerSize = 4096;

const body = (eventId: number) => literalFragment(literalEvent(eventId));
const bodies = [body(1), body(2), body(3), body(4)];

function eventIds(log: EventLog): number[] {
  return [...log.columns.eventId];
}

function codes(log: EventLog): string[] {
  return log.problems.map(({ severity, code }) => `${severity} ${code}`);
}

describe('the scan for records', () => {
  it('shows no record of another channel in the slack of an empty log', () => {
    const file = writeEmptyEvtx(sampleRecords(40));
    assert.ok(file.length > headerSize);
    const log = openEvtx(file, 'empty.evtx');
    assert.equal(log.count, 0);
    assert.deepEqual(log.problems, []);
  });

  it('ends at the free space of a closed log, even when the ids go on', () => {
    const log = openEvtx(rawLog([{ firstId: 1, bodies, known: 2 }]), 'a.evtx');
    assert.deepEqual(eventIds(log), [1, 2]);
  });

  it('takes records of a log in use that its chunk header does not know yet', () => {
    const log = openEvtx(rawLog([{ firstId: 1, bodies, known: 2 }], true), 'a.evtx');
    assert.deepEqual(eventIds(log), [1, 2, 3, 4]);
  });

  it('takes those of a chunk that is still called empty, where they continue the chunk before', () => {
    const chunks = [
      { firstId: 1, bodies: bodies.slice(0, 2) },
      { firstId: 3, bodies: bodies.slice(2), known: 0 },
    ];
    assert.deepEqual(eventIds(openEvtx(rawLog(chunks, true), 'a.evtx')), [1, 2, 3, 4]);
    assert.deepEqual(eventIds(openEvtx(rawLog(chunks, false), 'a.evtx')), [1, 2]);
  });

  it('leaves records behind the free space alone whose ids do not go on', () => {
    const log = openEvtx(rawLog([{ firstId: 5, bodies, known: 2, ids: [5, 6, 2, 3] }], true), 'a.evtx');
    assert.deepEqual(eventIds(log), [1, 2]);
  });

  it('leaves out records of a closed log whose ids are not those of their chunk, and says so', () => {
    const chunk = { firstId: 5, bodies, ids: [5, 6, 99, 8] };
    const closed = openEvtx(rawLog([chunk]), 'a.evtx');
    assert.deepEqual(eventIds(closed), [1, 2, 4]);
    assert.deepEqual(codes(closed), ['info evtx.stale-records']);
    assert.deepEqual(eventIds(openEvtx(rawLog([chunk], true), 'a.evtx')), [1, 2, 3, 4]);
  });

  it('trusts neither the counters of the file header nor its flags', () => {
    const file = writeEvtx(sampleRecords(700), { dirty: true });
    assert.equal(openEvtx(file, 'a.evtx').count, 700);
  });

  it('goes past blocks of zeros and reports those of anything else', () => {
    const log = writeEvtx(sampleRecords(300));
    const blocks = [2, 1, 0].map((index) =>
      log.subarray(headerSize + index * chunkSize, headerSize + (index + 1) * chunkSize),
    );
    const file = new Uint8Array(headerSize + 5 * chunkSize);
    file.set(log.subarray(0, headerSize));
    file.set(blocks[2]!, headerSize);
    file.fill(0x58, headerSize + 2 * chunkSize, headerSize + 3 * chunkSize);
    file.set(blocks[1]!, headerSize + 3 * chunkSize);
    file.set(blocks[0]!, headerSize + 4 * chunkSize);
    const opened = openEvtx(file, 'a.evtx');
    assert.equal(opened.count, 300);
    assert.deepEqual(codes(opened), ['warning evtx.unknown-block']);
  });

  it('reads on after a chunk with a broken chain of records', () => {
    const file = writeEvtx(sampleRecords(300));
    const view = new DataView(file.buffer);
    const second = headerSize + 512 + view.getUint32(headerSize + 516, true);
    view.setUint32(second + 4, 27, true);
    const log = openEvtx(file, 'a.evtx');
    const whole = openEvtx(writeEvtx(sampleRecords(300)), 'a.evtx');
    const firstOfNextChunk = [...log.columns.recordId].at(1)!;
    assert.equal(log.columns.recordId[0], 1000);
    assert.ok(firstOfNextChunk > 1050, `continues at ${firstOfNextChunk}`);
    assert.equal([...log.columns.recordId].at(-1), [...whole.columns.recordId].at(-1));
    assert.deepEqual(codes(log), ['warning evtx.records-lost', 'warning evtx.chunk-records-checksum']);
  });

  it('reads all records of a chunk whose free-space offset is garbage', () => {
    const file = writeEvtx(sampleRecords(20));
    new DataView(file.buffer).setUint32(headerSize + 48, 0xdeadbeef, true);
    const log = openEvtx(file, 'a.evtx');
    assert.equal(log.count, 20);
    assert.deepEqual(codes(log), ['warning evtx.chunk-header-checksum', 'warning evtx.chunk-records-checksum']);
  });

  it('reports wrong checksums of file, chunk header and records, and reads all the same', () => {
    const cases = [
      { at: 16, code: 'warning evtx.file-header-checksum' },
      { at: headerSize + 130, code: 'warning evtx.chunk-header-checksum' },
      { at: headerSize + 512 + 17, code: 'warning evtx.chunk-records-checksum' },
    ];
    for (const { at, code } of cases) {
      const file = writeEvtx(sampleRecords(5));
      file[at]! ^= 1;
      const log = openEvtx(file, 'a.evtx');
      assert.equal(log.count, 5);
      assert.deepEqual(codes(log), [code]);
    }
  });
});
