import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { eventKind, namedPayload } from '../../bundles/eventKind';
import { writeEmptyEvtx, writeEvtx } from '../../bundles/evtxWriter';
import type { EventPayload, EvtxRecord } from '../../bundles/evtxRecord';
import { requireTool } from './externalTool';

const source = {
  provider: 'Contoso-Example-Provider',
  guid: '{11111111-2222-3333-4444-555555555555}',
  channel: 'Contoso-Example/Operational',
  keywords: 0x8000000000000000n,
};
const example = eventKind(source, 1074, {
  text: 'string',
  count: 'uint32',
  delta: 'int64',
  result: 'hex32',
  yes: 'boolean',
  id: 'guid',
  when: 'fileTime',
  who: 'sid',
});

describe('evtxWriter', () => {
  it('writes chunks and a header whose checksums are right', () => {
    const file = Buffer.from(writeEvtx(records(700)));
    assert.equal(file.readUInt32LE(124), crc32(file.subarray(0, 120)));
    const chunks = file.readUInt16LE(42);
    assert.ok(chunks > 1, `${chunks} chunks`);
    for (let index = 0; index < chunks; index += 1) {
      const chunk = file.subarray(4096 + index * 65_536, 4096 + (index + 1) * 65_536);
      assert.equal(chunk.toString('latin1', 0, 8), 'ElfChnk\0');
      assert.equal(chunk.readUInt32LE(52), crc32(chunk.subarray(512, chunk.readUInt32LE(48))));
      assert.equal(chunk.readUInt32LE(124), crc32(chunk.subarray(128, 512), crc32(chunk.subarray(0, 120))));
    }
  });

  it('gives one chunk to a small log and a megabyte to a larger one, as exports have', () => {
    assert.equal(writeEvtx(records(3)).length, 69_632);
    assert.equal(writeEvtx(records(700)).length, 1_118_208);
    assert.equal(writeEvtx([]).length, 69_632);
  });

  it('writes the same bytes every time', () => {
    assert.deepEqual(writeEvtx(records(50)), writeEvtx(records(50)));
  });

  it('refuses a record that fits no chunk', () => {
    const huge: EventPayload = { shape: 'unnamed', strings: ['x'.repeat(30_000), 'y'.repeat(5000)] };
    assert.throws(() => writeEvtx([record(1, huge)]), /larger than a chunk/);
  });

  it('is read by evtxexport: System values, named data, several chunks', function () {
    const xml = exportXml(this, writeEvtx(records(700)));
    const events = xml.match(/<Event /g) ?? [];
    assert.equal(events.length, 700);
    for (const part of [
      '<Provider Name="Contoso-Example-Provider" Guid="{11111111-2222-3333-4444-555555555555}"/>',
      '<EventID>1074</EventID>',
      '<Keywords>0x8000000000000000</Keywords>',
      '<TimeCreated SystemTime="2026-02-17T12:00:00.000123400Z"/>',
      '<EventRecordID>5001</EventRecordID>',
      '<Execution ProcessID="444" ThreadID="555"/>',
      '<Channel>Contoso-Example/Operational</Channel>',
      '<Computer>DESKTOP-EXAMPLE1</Computer>',
      '<Security UserID="S-1-5-18"/>',
      '<Data Name="text">value 0 &amp; &lt;more&gt; ü</Data>',
      '<Data Name="count">4000000000</Data>',
      '<Data Name="delta">28799640</Data>',
      '<Data Name="result">0x801c044f</Data>',
      '<Data Name="yes">true</Data>',
      '<Data Name="id">{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}</Data>',
      '<Data Name="when">2026-02-17T12:00:00.000000000Z</Data>',
      '<Data Name="who">S-1-12-1-1-2-3-4</Data>',
    ]) {
      assert.ok(xml.includes(part), part);
    }
  });

  it('is read by evtxexport: unnamed strings, binary data and user data', function () {
    const unnamed: EventPayload = { shape: 'unnamed', strings: ['first', '', 'third'], binary: Uint8Array.of(1, 0xab) };
    const userData: EventPayload = {
      shape: 'userData',
      element: 'ExampleState',
      namespace: 'http://contoso.example/state',
      fields: [{ name: 'Package', type: 'string', value: 'KB0000000' }],
    };
    const xml = exportXml(this, writeEvtx([record(1, unnamed), record(2, userData)]));
    assert.match(xml, /<Data>first<\/Data>\s*<Data\/>\s*<Data>third<\/Data>\s*<Binary>01AB<\/Binary>/);
    assert.match(
      xml,
      /<UserData>\s*<ExampleState xmlns="http:\/\/contoso.example\/state">\s*<Package>KB0000000<\/Package>/,
    );
  });

  it('is read by our own decoder, value by value', () => {
    const log = openEvtx(writeEvtx(records(2)), 'example.evtx');
    assert.deepEqual(log.problems, []);
    const read = log.record(1);
    assert.ok(read !== null);
    assert.equal(read.recordId, 5002);
    assert.equal(read.providerGuid, '{11111111-2222-3333-4444-555555555555}');
    assert.deepEqual(
      read.data.map(({ name, value }) => `${name}=${value}`),
      [
        'text=value 1 & <more> ü',
        'count=4000000000',
        'delta=28799640',
        'result=0x801c044f',
        'yes=true',
        'id={aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee}',
        'when=2026-02-17T12:00:00.0000000Z',
        'who=S-1-12-1-1-2-3-4',
      ],
    );
  });

  it('leaves the records of another channel in the slack of an empty log', () => {
    const file = Buffer.from(writeEmptyEvtx(records(20)));
    assert.equal(file.length, 69_632);
    assert.equal(file.readBigUInt64LE(24), 1n, 'next record of the file');
    assert.equal(file.readUInt32LE(4096 + 48), 512, 'free space starts where records would');
    assert.equal(file.readBigUInt64LE(4096 + 32), 0xffff_ffff_ffff_ffffn, 'last record id');
    assert.equal(file.readUInt32LE(4096 + 512), 0x2a2a, 'a ghost stands in the slack');
    assert.equal(openEvtx(new Uint8Array(file), 'empty.evtx').count, 0);
  });

  it('says dirty and keeps stale counters when asked for a live copy', () => {
    const file = Buffer.from(writeEvtx(records(700), { dirty: true }));
    assert.equal(file.readUInt32LE(120), 1);
    assert.equal(file.readUInt16LE(42), 1, 'chunk count is stale');
    assert.equal(openEvtx(new Uint8Array(file), 'dirty.evtx').count, 700);
    assert.equal(file.readUInt32LE(124), crc32(file.subarray(0, 120)));
  });
});

function records(count: number): EvtxRecord[] {
  return Array.from({ length: count }, (_, index) =>
    record(
      5001 + index,
      namedPayload(example, {
        text: `value ${index} & <more> ü`,
        count: 4_000_000_000,
        delta: 28_799_640,
        result: 0x801c044f,
        yes: true,
        id: '{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}',
        when: Date.UTC(2026, 1, 17, 12),
        who: 'S-1-12-1-1-2-3-4',
      }),
    ),
  );
}

function record(recordId: number, payload: EventPayload): EvtxRecord {
  return {
    header: example.header,
    recordId,
    timeMs: Date.UTC(2026, 1, 17, 12),
    timeTicks: 1234,
    computer: 'DESKTOP-EXAMPLE1',
    userSid: 'S-1-5-18',
    processId: 444,
    threadId: 555,
    activityId: null,
    payload,
  };
}

function exportXml(context: Mocha.Context, file: Uint8Array): string {
  requireTool(context, 'evtxexport');
  const folder = mkdtempSync(path.join(tmpdir(), 'evtx-writer-'));
  try {
    writeFileSync(path.join(folder, 'log.evtx'), file);
    const run = spawnSync('evtxexport', ['-f', 'xml', path.join(folder, 'log.evtx')], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    assert.equal(run.status, 0, run.stderr);
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
