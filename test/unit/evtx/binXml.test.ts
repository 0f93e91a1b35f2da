import assert from 'node:assert/strict';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import type { RecordBody } from './rawLog';
import { literalEvent, literalFragment, rawLog, templateFragment, writeElement } from './rawLog';

const only = (body: RecordBody) => openEvtx(rawLog([{ firstId: 1, bodies: [body] }]), 'a.evtx');
const text = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'utf16le'));

describe('BinXML', () => {
  it('is read without a template', () => {
    const event = literalEvent(
      77,
      { name: 'EventData', children: [{ name: 'Data', attributes: { Name: 'who' }, children: ['adele & co'] }] },
      {
        name: 'UserData',
        children: [{ name: 'Wrapper', children: [{ name: 'Result', attributes: { Code: '5' }, children: ['no'] }] }],
      },
    );
    const log = only(literalFragment(event));
    const record = log.record(0)!;
    assert.deepEqual(log.problems, []);
    assert.equal(record.recordId, 4711);
    assert.equal(record.eventId, 77);
    assert.equal(record.level, 3);
    assert.deepEqual(record.time, { ms: Date.UTC(2024, 2, 1, 12, 0, 0, 123), ticks: 4567 });
    assert.equal(record.provider, 'Contoso-Literal');
    assert.equal(record.channel, 'Contoso/Literal');
    assert.equal(record.userSid, null);
    assert.deepEqual(record.data, [{ name: 'who', value: 'adele & co' }]);
    assert.deepEqual(record.userData, [
      { name: 'Result/Code', value: '5' },
      { name: 'Result', value: 'no' },
    ]);
    assert.equal(log.columns.recordId[0], 4711);
    assert.equal(log.columns.timeTicks[0], 4567);
  });

  it('may have a second fragment with the rendered text', () => {
    const log = only((out) => {
      literalFragment(literalEvent(1))(out);
      literalFragment({
        name: 'RenderingInfo',
        attributes: { Culture: 'de-DE' },
        children: [
          { name: 'Message', children: ['Neustart'] },
          { name: 'Level', children: ['Fehler'] },
        ],
      })(out);
    });
    assert.deepEqual(log.record(0)?.rendered, { message: 'Neustart', level: 'Fehler', task: null, opcode: null });
    assert.match(log.xml(0)!, /<Message>Neustart<\/Message><Level>Fehler<\/Level><\/RenderingInfo><\/Event>$/);
  });

  it('takes a template for what it says, not for its GUID', () => {
    const value = { type: 0x01, bytes: text('a') };
    const other = (out: Parameters<RecordBody>[0]): void => {
      const start = out.length;
      templateFragment([value], 'same')(out);
      const bytes = out.toBytes();
      const at = Buffer.from(bytes).indexOf(Buffer.from('EventData', 'utf16le'), start);
      out.truncate(at);
      out.utf16('ErrorData').bytes(bytes.subarray(at + 18));
    };
    const log = openEvtx(
      rawLog([
        { firstId: 1, bodies: [templateFragment([value], 'same')] },
        { firstId: 2, bodies: [other] },
      ]),
      'a.evtx',
    );
    assert.deepEqual(log.record(0)?.data, [{ name: '', value: 'a' }]);
    assert.deepEqual(log.record(1)?.data, []);
    assert.deepEqual(log.record(1)?.userData, [{ name: 'ErrorData/Data', value: 'a' }]);
  });

  it('keeps the row of a damaged record, notes it once, and reads the others', () => {
    const log = openEvtx(
      rawLog([
        {
          firstId: 8,
          bodies: [
            literalFragment(literalEvent(1)),
            (out) => out.u8(0x0f).u8(1).u8(1).u8(0).u8(0x0c).u8(1).u32(0).u32(0xfffffff0).u32(0),
            literalFragment(literalEvent(3)),
          ],
        },
      ]),
      'a.evtx',
    );
    assert.equal(log.count, 3);
    assert.equal(log.columns.recordId[1], 9);
    assert.equal(log.columns.timeMs[1], Date.UTC(2024, 0, 17, 21, 20, 0));
    assert.equal(log.record(1), null);
    assert.equal(log.xml(1), null);
    assert.equal(log.record(0)?.eventId, 1);
    assert.equal(log.record(2)?.eventId, 3);
    assert.deepEqual(
      log.problems.map(({ severity, code, where }) => ({ severity, code, where })),
      [{ severity: 'error', code: 'evtx.record-damaged', where: 'a.evtx#9' }],
    );
  });

  it('lists the first hundred damaged records and says that there are more', () => {
    const nothing: RecordBody = (out) => out.zeros(16);
    const log = openEvtx(rawLog([{ firstId: 1, bodies: Array.from({ length: 150 }, () => nothing) }]), 'a.evtx');
    assert.equal(log.count, 150);
    assert.equal(log.problems.length, 101);
    assert.equal(log.problems[100]!.code, 'evtx.more-records-damaged');
  });

  it('does not follow elements nested without end', () => {
    const log = only((out) => {
      out.u8(0x0f).u8(1).u8(1).u8(0);
      for (let depth = 0; depth < 500; depth++) {
        out.u8(0x01).u32(0);
        out
          .u32(out.length + 4)
          .u32(0)
          .u16(0)
          .u16(1)
          .utf16('a')
          .u16(0)
          .u8(0x02);
      }
    });
    assert.equal(log.record(0), null);
    assert.match(log.problems[0]!.detail, /nested too deeply/);
  });

  it('does not unfold a small record to endless text', () => {
    // 6,000 elements' worth of slots, each standing for the same 20,000 bytes.
    const log = only((out) => {
      out.u8(0x0f).u8(1).u8(1).u8(0).u8(0x0c).u8(1).u32(0);
      out
        .u32(out.length + 4)
        .u32(0)
        .zeros(16);
      const size = out.length;
      out.u32(0);
      out.u8(0x01).u16(0xffff).u32(0);
      out
        .u32(out.length + 4)
        .u32(0)
        .u16(0)
        .u16(5)
        .utf16('Event')
        .u16(0)
        .u8(0x02);
      out.u8(0x01).u16(0xffff).u32(0);
      out
        .u32(out.length + 4)
        .u32(0)
        .u16(0)
        .u16(9)
        .utf16('EventData')
        .u16(0)
        .u8(0x02);
      for (let index = 0; index < 6000; index++) {
        out.u8(0x0d).u16(0).u8(1);
      }
      out.u8(0x04).u8(0x04).u8(0);
      out.patchU32(size, out.length - size - 4);
      out.u32(1).u16(20_000).u8(1).u8(0).utf16('z'.repeat(10_000)).u8(0);
    });
    assert.equal(log.count, 1);
    assert.equal(log.record(0), null);
    assert.match(log.problems[0]!.detail, /unfolds to more text/);
  });

  it('is shown as XML as Event Viewer writes it', () => {
    const event = literalEvent(5, {
      name: 'EventData',
      children: [{ name: 'Data', attributes: { Name: "it's" }, children: ['a < b & \u0001 > "c"'] }, { name: 'None' }],
    });
    assert.equal(
      only(literalFragment(event)).xml(0),
      "<Event><System><Provider Name='Contoso-Literal'/><EventID>5</EventID><Level>3</Level>" +
        "<TimeCreated SystemTime='2024-03-01T12:00:00.1234567Z'/><EventRecordID>4711</EventRecordID>" +
        '<Channel>Contoso/Literal</Channel><Computer>PC-1</Computer></System>' +
        '<EventData><Data Name=\'it&apos;s\'>a &lt; b &amp; \ufffd &gt; "c"</Data><None/></EventData></Event>',
    );
  });

  it('may hold references to characters and entities', () => {
    const log = only((out) => {
      out.u8(0x0f).u8(1).u8(1).u8(0);
      writeElement(
        out,
        { name: 'Event', children: [{ name: 'EventData', children: [{ name: 'Data', children: ['x'] }] }] },
        false,
      );
      // Behind the text 'x' stand the end tags of Data, EventData and Event.
      out.truncate(out.length - 3);
      out.u8(0x48).u16(0x41).u8(0x49);
      out
        .u32(out.length + 4)
        .u32(0)
        .u16(0)
        .u16(2)
        .utf16('lt')
        .u16(0);
      out.u8(0x47).u16(2).utf16('<>').u8(0x04).u8(0x04).u8(0x04).u8(0);
    });
    assert.deepEqual(log.record(0)?.data, [{ name: '', value: 'xA<<>' }]);
  });
});

describe('values', () => {
  const shown = (type: number, bytes: Uint8Array): string[] =>
    only(templateFragment([{ type, bytes }], 'values'))
      .record(0)!
      .data.map(({ value }) => value);

  it('are printed as Event Viewer prints them', () => {
    const cases: [number, Uint8Array, string][] = [
      [0x00, new Uint8Array(), ''],
      [0x01, text('abc\0\0'), 'abc'],
      [0x02, Uint8Array.of(0x61, 0x80, 0), 'a€'],
      [0x03, Uint8Array.of(0xff), '-1'],
      [0x05, Uint8Array.of(0xfe, 0xff), '-2'],
      [0x0b, Uint8Array.of(0xcd, 0xcc, 0xcc, 0x3d), '0.1'],
      [0x0c, Uint8Array.of(0, 0, 0, 0, 0, 0, 0x04, 0xc0), '-2.5'],
      [0x0d, Uint8Array.of(0, 0, 0, 0), 'false'],
      [0x0d, Uint8Array.of(0, 0, 1, 0), 'true'],
      [0x10, Uint8Array.of(0x34, 0x12, 0, 0), '0x1234'],
      [0x10, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0x80), '0x8000000000000000'],
      [0x11, new Uint8Array(8), '1601-01-01T00:00:00.0000000Z'],
      [0x12, Uint8Array.of(0xe8, 7, 2, 0, 4, 0, 29, 0, 23, 0, 59, 0, 58, 0, 7, 0), '2024-02-29T23:59:58.007Z'],
      [0x13, Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0), 'S-1-5-18'],
      [0x14, new Uint8Array(4), '0x0'],
      [0x15, Uint8Array.of(0x0f, 0, 0, 0, 1, 0, 0, 0), '0x10000000f'],
    ];
    for (const [type, bytes, expected] of cases) {
      assert.deepEqual(shown(type, bytes), [expected], `type 0x${type.toString(16)}`);
    }
  });

  it('that are too short for their type, or of an unknown one, are shown as hex', () => {
    assert.deepEqual(shown(0x08, Uint8Array.of(0xab, 0xcd)), ['ABCD']);
    assert.deepEqual(shown(0x13, Uint8Array.of(1, 9, 0, 0, 0, 0, 0, 5)), ['0109000000000005']);
    assert.deepEqual(shown(0x7f, Uint8Array.of(0xab)), ['AB']);
    assert.deepEqual(shown(0x08, new Uint8Array()), ['']);
  });

  it('in arrays repeat their element', () => {
    assert.deepEqual(shown(0x81, text('a\0\0b')), ['a', '', 'b']);
    assert.deepEqual(shown(0x86, Uint8Array.of(1, 0, 2, 1)), ['1', '258']);
    const sid = [1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0];
    assert.deepEqual(shown(0x93, Uint8Array.of(...sid, ...sid)), ['S-1-5-18', 'S-1-5-18']);
    assert.deepEqual(shown(0x81, new Uint8Array()), []);
  });
});
