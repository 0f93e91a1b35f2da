import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { EventLog } from '../../../src/core/evtx/eventLog';
import type { EventRecord } from '../../../src/core/evtx/eventRecord';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { openEventXml } from '../../../src/core/logs/eventXmlLog';
import { isEventXmlText } from '../../../src/core/logs/eventXmlText';
import { parseExportedTime } from '../../../src/core/logs/eventXmlTime';
import { decodeText } from '../../../src/core/bytes/text';
import { collectMdmDiagnostics } from '../../bundles/mdmCollection';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { requireData } from '../testData';
import { assertQuick } from './assertQuick';

const namespace = 'http://schemas.microsoft.com/win/2004/08/events/event';

function event(id: number, recordId: number | null, body = '', time = '2026-02-17T13:14:27.1234567Z'): string {
  return (
    `<Event xmlns='${namespace}'><System><Provider Name='P'/><EventID Qualifiers='32768'>${id}</EventID><Level>4</Level>` +
    `<TimeCreated SystemTime='${time}'/>${recordId === null ? '' : `<EventRecordID>${recordId}</EventRecordID>`}` +
    `<Channel>System</Channel><Computer>PC</Computer></System>${body}</Event>`
  );
}

function codes(log: EventLog): readonly string[] {
  return log.problems.map(({ code }) => code);
}

/** XML has but one kind of line break. */
function withPlainBreaks(record: EventRecord | null): unknown {
  return JSON.parse(JSON.stringify(record).replaceAll('\\r\\n', '\\n'));
}

describe('an export of events as XML', () => {
  it('gives the records of the .evtx file that it was made of, field by field', () => {
    let compared = 0;
    for (const { name, bytes } of collectMdmDiagnostics(policyRebootTap.tell())) {
      if (!name.endsWith('.evtx')) {
        continue;
      }
      const log = openEvtx(bytes, name);
      const events = Array.from({ length: log.count }, (_, index) => log.xml(index)!);
      const exported = openEventXml(`<Events>${events.reverse().join('')}</Events>`, name);
      assert.equal(exported.count, log.count, name);
      assert.deepEqual(exported.problems, []);
      assert.deepEqual(exported.columns.timeMs, log.columns.timeMs, name);
      for (let index = 0; index < log.count; index += 1) {
        assert.deepEqual(exported.record(index), withPlainBreaks(log.record(index)), `${name} ${index}`);
        compared += 1;
      }
    }
    assert.ok(compared > 500, String(compared));
  });

  it('gives what the decoder gives for a log that Event Viewer saved both ways', function () {
    const file = requireData(this, 'evtx', 'nicksmet-System.evtx');
    const saved = requireData(this, 'evtx', 'oracle', 'nicksmet-System.eventviewer.xml.gz');
    const log = openEvtx(new Uint8Array(readFileSync(file)), 'System.evtx');
    const text = decodeText(new Uint8Array(gunzipSync(readFileSync(saved)))).text;
    assert.equal(isEventXmlText(text.slice(0, 8192)), true);
    const exported = openEventXml(text, 'System.xml');
    assert.equal(exported.count, 1247);
    assert.deepEqual([exported.problems, exported.understood], [[], { lines: 10, of: 10 }]);
    assert.deepEqual(exported.columns.recordId, log.columns.recordId);
    assert.deepEqual(exported.columns.timeTicks, log.columns.timeTicks);
    for (let index = 0; index < log.count; index += 1) {
      assert.deepEqual(exported.record(index), withPlainBreaks(log.record(index)), String(index));
    }
  });

  it('of a trace has numbered records, and the file for a channel', () => {
    const text = `<Events>
<Event xmlns="${namespace}">
 <System>
  <Provider Guid="{9e814aad-3204-11d2-9a82-006008a86939}" />
  <EventID>0</EventID><Level>0</Level><Keywords>0x0</Keywords>
  <TimeCreated SystemTime="2026-02-17T13:14:27.123456700+01:00" />
  <Correlation ActivityID="{00000000-0000-0000-0000-000000000000}" />
  <Execution ProcessID="4" ThreadID="0x8" ProcessorID="0" KernelTime="0" UserTime="0" />
  <Channel /><Computer />
 </System>
 <EventData>
  <Data Name="BufferSize">65536</Data>
 </EventData>
 <RenderingInfo Culture="en-US"><Opcode>Header</Opcode><Provider>MSNT_SystemTrace</Provider></RenderingInfo>
 <ExtendedTracingInfo xmlns="http://schemas.microsoft.com/win/2004/08/events/trace"><EventGuid>{1}</EventGuid></ExtendedTracingInfo>
</Event>
</Events>`;
    const log = openEventXml(text, 'cab/Autopilot.xml');
    const record = log.record(0)!;
    assert.deepEqual([log.channels, log.providers], [['Autopilot.xml'], ['MSNT_SystemTrace']]);
    assert.deepEqual([record.recordId, record.processId, record.threadId, record.computer], [1, 4, 8, '']);
    assert.equal(record.time.ms, Date.UTC(2026, 1, 17, 12, 14, 27, 123));
    assert.deepEqual(record.data, [{ name: 'BufferSize', value: '65536' }]);
    assert.deepEqual(record.userData, [{ name: 'ExtendedTracingInfo/EventGuid', value: '{1}' }]);
    assert.equal(record.rendered?.opcode, 'Header');
  });

  it('may have no root element, as wevtutil writes it', () => {
    const text = `${event(1, 10)}\r\n${event(2, 11)}\r\n`;
    assert.equal(isEventXmlText(text), true);
    const log = openEventXml(text, 'x.xml');
    assert.deepEqual([log.count, log.problems], [2, []]);
    assert.deepEqual([...log.columns.eventId], [1, 2]);
  });

  it('names the values of UserData by their path, and keeps repeated names', () => {
    const body =
      "<EventData><Data>a</Data><Data Name='n'>b &amp; c</Data><Data Name='n'/><Binary>00FF</Binary></EventData>" +
      "<UserData><p:Wrap xmlns:p='x' at='1'><R><Code>7</Code></R><Empty/></p:Wrap></UserData>";
    const record = openEventXml(event(1, 1, body), 'x.xml').record(0)!;
    assert.deepEqual(record.data, [
      { name: '', value: 'a' },
      { name: 'n', value: 'b & c' },
      { name: 'n', value: '' },
    ]);
    assert.deepEqual(record.userData, [
      { name: 'at', value: '1' },
      { name: 'R/Code', value: '7' },
      { name: 'Empty', value: '' },
    ]);
    assert.deepEqual([record.binary, record.qualifiers], ['00FF', 32768]);
  });

  it('is shown as far as it goes when it was cut', () => {
    const log = openEventXml(`<Events>${event(1, 1)}\n${event(2, 2).slice(0, -20)}`, 'x.xml');
    assert.deepEqual([log.count, codes(log)], [1, ['eventxml.stopped']]);
    assert.deepEqual(log.understood, { lines: 1, of: 2 });
  });

  it('survives characters that XML does not know', () => {
    const log = openEventXml(
      `<Events>${event(1, 1, '<EventData><Data>&#x1;\u0002</Data></EventData>')}</Events>`,
      'x.xml',
    );
    assert.deepEqual([log.count, codes(log)], [1, ['eventxml.not-well-formed']]);
    assert.equal(log.record(0)?.data.length, 1);
  });

  it('says which times could not be read, and which have a zone that does not exist', () => {
    const odd = openEventXml(event(1, 1, '', '2026-02-17T13:14:27.000000000+59:59'), 'x.xml');
    assert.deepEqual([odd.columns.timeMs[0], codes(odd)], [Date.UTC(2026, 1, 17, 13, 14, 27), ['eventxml.odd-zone']]);
    assert.deepEqual(codes(openEventXml(event(1, 1, '', 'yesterday'), 'x.xml')), ['eventxml.no-time']);
    assert.equal(parseExportedTime('2026-02-17T13:14:27-03:30')?.time.ms, Date.UTC(2026, 1, 17, 16, 44, 27));
    assert.equal(parseExportedTime('2026-13-17T13:14:27Z'), null);
  });

  it('is refused from its DOCTYPE on', () => {
    const log = openEventXml(`<!DOCTYPE a [<!ENTITY b "${'c'.repeat(9)}">]><Events>${event(1, 1)}</Events>`, 'x.xml');
    assert.deepEqual([log.count, codes(log)], [0, ['eventxml.stopped']]);
  });

  it('does no harm, whatever is in it', () => {
    for (const [name, text] of [
      ['deep', `<Events><Event>${'<a>'.repeat(1_000_000)}`],
      ['events in events', '<Event>'.repeat(500_000)],
      ['many empty events', `<Events>${'<Event/>'.repeat(200_000)}</Events>`],
      ['one long event', event(1, 1, `<EventData><Data>${'x'.repeat(5_000_000)}</Data></EventData>`)],
      ['many providers', Array.from({ length: 70_000 }, (_, n) => event(1, n).replace("'P'", `'P${n}'`)).join('')],
      [
        'many attributes',
        `<Event><System ${Array.from({ length: 200_000 }, (_, n) => `a${n}='1'`).join(' ')}/></Event>`,
      ],
      ['ampersands', `<Events><Event><System><EventID>${'&'.repeat(1_000_000)}`],
    ] as const) {
      assertQuick(name, () => {
        const log = openEventXml(text, 'x.xml');
        for (let index = 0; index < Math.min(log.count, 10); index += 1) {
          log.record(index);
        }
      });
    }
    assert.deepEqual(
      codes(openEventXml(event(1, 1, `<EventData><Data>${'x'.repeat(5_000_000)}</Data></EventData>`), 'x.xml')),
      ['eventxml.too-long'],
    );
    assert.throws(() => openEventXml(event(1, 1), 'x.xml').record(1), RangeError);
  });
});
