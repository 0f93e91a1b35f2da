import assert from 'node:assert/strict';
import { isEvtx, openEvtx } from '../../../src/core/evtx/evtxFile';
import { fieldValue } from '../../../src/core/evtx/eventRecord';
import type { EvtxRecord } from '../../bundles/evtxRecord';
import { writeEvtx } from '../../bundles/evtxWriter';
import { sampleFields, sampleRecord, sampleRecords } from './sampleRecords';

describe('openEvtx', () => {
  it('decodes every field of a record', () => {
    const log = openEvtx(writeEvtx([sampleRecord(42)]), 'a.evtx');
    assert.deepEqual(log.problems, []);
    assert.deepEqual(log.record(0), {
      recordId: 42,
      time: { ms: Date.UTC(2024, 2, 1, 12, 0, 0, 123) + 42, ticks: 4567 },
      provider: 'Contoso-Sample',
      providerGuid: '{11111111-2222-3333-4444-55555555abcd}',
      eventId: 1074,
      qualifiers: null,
      version: 2,
      level: 4,
      task: 7,
      opcode: 9,
      keywords: '0x8000000000000010',
      channel: 'Contoso-Sample/Operational',
      computer: 'PC-1',
      userSid: 'S-1-5-18',
      processId: 4,
      threadId: 5678,
      activityId: '{aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee}',
      relatedActivityId: null,
      data: sampleFields.map(([name, value]) => ({ name, value })),
      userData: [],
      binary: null,
      rendered: null,
    });
  });

  it('indexes all records of all chunks without decoding them', () => {
    const log = openEvtx(writeEvtx(sampleRecords(700)), 'a.evtx');
    assert.equal(log.count, 700);
    assert.deepEqual(log.providers, ['Contoso-Sample']);
    assert.deepEqual(log.channels, ['Contoso-Sample/Operational']);
    for (let index = 0; index < log.count; index++) {
      assert.equal(log.columns.recordId[index], 1000 + index);
      assert.equal(log.columns.eventId[index], 1074);
      assert.equal(log.columns.level[index], 4);
      assert.equal(log.columns.timeMs[index], Date.UTC(2024, 2, 1, 12, 0, 0, 123) + 1000 + index);
      assert.equal(log.columns.timeTicks[index], 4567);
    }
  });

  it('keeps the rows that it has while its columns grow', () => {
    const log = openEvtx(writeEvtx(sampleRecords(5000)), 'a.evtx');
    assert.deepEqual(
      [...log.columns.recordId],
      Array.from({ length: 5000 }, (_, index) => 1000 + index),
    );
    assert.ok(Object.values(log.columns).every((column: ArrayLike<number>) => column.length === log.count));
    assert.ok(log.columns.timeTicks.every((ticks) => ticks === 4567));
    assert.equal(fieldValue(log.record(4999)!, 'text'), 'text number 4999');
  });

  it('decodes records in any order', () => {
    const log = openEvtx(writeEvtx(sampleRecords(700)), 'a.evtx');
    for (const index of [699, 0, 350, 1, 698]) {
      assert.equal(fieldValue(log.record(index)!, 'text'), `text number ${index}`);
    }
  });

  it('repeats the field for each item of an array, and reads the binary block of classic events', () => {
    const classic: EvtxRecord = {
      ...sampleRecord(1),
      payload: { shape: 'unnamed', strings: ['10.00.', '', 'Multiprocessor Free'], binary: Uint8Array.of(1, 0xfe) },
    };
    const record = openEvtx(writeEvtx([classic]), 'a.evtx').record(0)!;
    assert.deepEqual(record.data, [
      { name: '', value: '10.00.' },
      { name: '', value: '' },
      { name: '', value: 'Multiprocessor Free' },
    ]);
    assert.equal(record.binary, '01FE');
  });

  it('names user data by the path below the wrapper of the publisher', () => {
    const cleared: EvtxRecord = {
      ...sampleRecord(1),
      payload: {
        shape: 'userData',
        element: 'LogFileCleared',
        namespace: 'http://example.org/cleared',
        fields: [{ name: 'SubjectUserName', type: 'string', value: 'adele' }],
      },
    };
    const record = openEvtx(writeEvtx([cleared]), 'a.evtx').record(0)!;
    assert.deepEqual(record.data, []);
    assert.deepEqual(record.userData, [{ name: 'SubjectUserName', value: 'adele' }]);
  });

  it('keeps long texts, surrogate pairs and line breaks, and replaces lone surrogates', () => {
    const texts = ['x'.repeat(5000), 'a\r\nb 😀', 'end\ud800', `${'y'.repeat(60)}\udc00`];
    const log = openEvtx(writeEvtx(texts.map((text, index) => sampleRecord(index + 1, text))), 'a.evtx');
    assert.deepEqual(
      texts.map((_, index) => fieldValue(log.record(index)!, 'text')),
      ['x'.repeat(5000), 'a\r\nb 😀', 'end\ufffd', `${'y'.repeat(60)}\ufffd`],
    );
  });

  it('reads what is there of a file that is cut off', () => {
    const whole = writeEvtx(sampleRecords(700));
    const cut = whole.subarray(0, 4096 + 65_536 + 20_000);
    const log = openEvtx(cut, 'cut.evtx');
    assert.ok(log.count > 150 && log.count < 400, `${log.count} records`);
    for (let index = 0; index < log.count; index++) {
      assert.equal(log.record(index)?.recordId, 1000 + index);
    }
    assert.ok(log.problems.some(({ code, where }) => code === 'evtx.records-lost' && where === 'cut.evtx'));
  });

  it('reads the same records from bytes that start anywhere in a buffer', () => {
    const file = writeEvtx(sampleRecords(3));
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    assert.deepEqual(openEvtx(shifted.subarray(3), 'a.evtx').record(2), openEvtx(file, 'a.evtx').record(2));
  });

  it('refuses an index that is the caller’s mistake', () => {
    const log = openEvtx(writeEvtx(sampleRecords(2)), 'a.evtx');
    assert.throws(() => log.record(2), RangeError);
    assert.throws(() => log.record(-1), RangeError);
    assert.throws(() => log.record(0.5), RangeError);
  });

  it('reads nothing from a file that is no event log, and says so', () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(200_000), new TextEncoder().encode('ElfFile')]) {
      const log = openEvtx(bytes, 'x.evtx');
      assert.equal(log.count, 0);
      assert.deepEqual(
        log.problems.map(({ severity, code, where }) => ({ severity, code, where })),
        [{ severity: 'error', code: 'evtx.not-a-log', where: 'x.evtx' }],
      );
    }
  });
});

describe('isEvtx', () => {
  it('looks at the first eight bytes', () => {
    assert.equal(isEvtx(writeEvtx([])), true);
    assert.equal(isEvtx(new TextEncoder().encode('ElfFile')), false);
    assert.equal(isEvtx(new TextEncoder().encode('ElfChnk\0')), false);
  });
});
