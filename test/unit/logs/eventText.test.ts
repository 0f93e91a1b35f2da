import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { EventLog } from '../../../src/core/evtx/eventLog';
import type { EventRecord } from '../../../src/core/evtx/eventRecord';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { renderEvent, renderEventLog, type EventLogText } from '../../../src/core/logs/eventText';
import { writeEmptyEvtx, writeEvtx } from '../../bundles/evtxWriter';
import { sampleRecord, sampleRecords } from '../evtx/sampleRecords';
import { requireData } from '../testData';

const plain: EventRecord = {
  recordId: 77,
  time: { ms: Date.UTC(2026, 1, 3, 4, 5, 6, 7), ticks: 89 },
  provider: 'Contoso-Sample',
  providerGuid: null,
  eventId: 12,
  qualifiers: null,
  version: null,
  level: 2,
  task: null,
  opcode: null,
  keywords: null,
  channel: 'Contoso-Sample/Operational',
  computer: 'PC-1',
  userSid: null,
  processId: null,
  threadId: null,
  activityId: null,
  relatedActivityId: null,
  data: [],
  userData: [],
  binary: null,
  rendered: null,
};

/** A log of records that are given as they are; `null` stands for a damaged one. */
function logOf(records: readonly (EventRecord | null)[]): EventLog {
  const column = (pick: (record: EventRecord | null, index: number) => number): number[] => records.map(pick);
  return {
    count: records.length,
    columns: {
      recordId: Float64Array.from(column((record, index) => record?.recordId ?? 900 + index)),
      timeMs: Float64Array.from(column((record) => record?.time.ms ?? 0)),
      timeTicks: Uint16Array.from(column((record) => record?.time.ticks ?? 0)),
      eventId: Uint16Array.from(column((record) => record?.eventId ?? 0)),
      level: Uint8Array.from(column((record) => record?.level ?? 0)),
      provider: Uint16Array.from(column(() => 0)),
      channel: Uint16Array.from(column(() => 0)),
    },
    providers: ['Contoso-Sample'],
    channels: ['Contoso-Sample/Operational'],
    problems: [],
    record: (index) => records[index] ?? null,
  };
}

/** As an editor counts: CRLF, LF and CR end a line. */
function editorLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function assertLineMap(rendered: EventLogText): void {
  const lines = editorLines(rendered.text);
  rendered.recordLines.forEach((line, index) => {
    assert.ok(lines[line]?.includes(`#${rendered.recordIds[index]!}`), `record ${index}: ${lines[line] ?? ''}`);
    assert.match(lines[line]!, /^\S/, 'a record begins at the margin');
    assert.equal(lines[line - 1], '', 'an empty line stands before it');
  });
  const atTheMargin = lines.filter((line) => /^\S/.test(line)).length;
  assert.equal(atTheMargin, rendered.recordLines.length + 1, 'nothing else stands at the margin but the title');
}

describe('an event as text', () => {
  it('is a header line and its values', () => {
    const record: EventRecord = {
      ...plain,
      userSid: 'S-1-5-18',
      processId: 4,
      data: [
        { name: 'State', value: 'on' },
        { name: '', value: 'first' },
      ],
      userData: [{ name: 'Result/Code', value: '0x0' }],
      binary: '01AB',
      rendered: { message: 'In words.', level: null, task: null, opcode: null },
    };
    assert.equal(
      renderEvent(record),
      [
        '2026-02-03 04:05:06.0070089Z  Error  Contoso-Sample 12  #77',
        '    State = on',
        '    Data = first',
        '    Result/Code = 0x0',
        '    Binary = 01AB',
        '    Message = In words.',
        '    User = S-1-5-18  (Local System)   Process = 4',
        '',
      ].join('\n'),
    );
  });

  it('says in words what a known event means', () => {
    assert.match(renderEvent({ ...plain, provider: 'Microsoft-Windows-Kernel-General' }), /#77 {2}· Windows started\n/);
  });

  it('fills the sentence of a known event from its values, and explains those below', () => {
    const record: EventRecord = {
      ...plain,
      provider: 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider',
      eventId: 71,
      data: [{ name: 'HRESULT', value: '0x80180014' }],
    };
    const [header, field] = renderEvent(record).split('\n');
    assert.ok(header?.endsWith('#77  · MDM enrollment failed: 0x80180014 MENROLL_E_DEVICENOTSUPPORTED'), header);
    assert.match(field ?? '', /^ {4}HRESULT = 0x80180014 {2}\(MENROLL_E_DEVICENOTSUPPORTED: .+\)$/);
  });

  it('masks tokens in any value', () => {
    const token = `eyJ${'a'.repeat(40)}.${'b'.repeat(40)}.c`;
    const record = {
      ...plain,
      data: [{ name: 'Data', value: `got ${token}` }],
      rendered: { message: `Bearer ${token}`, level: null, task: null, opcode: null },
    };
    const text = renderEvent(record);
    assert.ok(!text.includes('eyJ'), text);
    assert.match(text, /got \(masked\)\n/);
  });

  it('shows a code in decimal also in hexadecimal, so that both can be found', () => {
    const data = [{ name: 'Error', value: '3399548929' }];
    const record = { ...plain, provider: 'Microsoft-Windows-AAD', eventId: 1098, data };
    assert.match(renderEvent(record), /Error = 3399548929 {2}\(0xCAA10001 The user/);
  });

  it('explains a sign-in error right behind its number', () => {
    const record: EventRecord = {
      ...plain,
      provider: 'Microsoft-Windows-AAD',
      eventId: 1098,
      data: [{ name: 'ErrorMessage', value: 'AADSTS50034: no user\nTrace ID: 1' }],
    };
    assert.deepEqual(renderEvent(record).split('\n').slice(1), [
      '    ErrorMessage = AADSTS50034  (UserAccountNotFound: The user does not exist in this tenant): no user',
      '        Trace ID: 1',
      '',
    ]);
  });

  it('never shows a token, neither as a value nor in a rendered message', () => {
    const record: EventRecord = {
      ...plain,
      provider: 'Microsoft-Windows-User Device Registration',
      eventId: 302,
      data: [
        { name: 'Email', value: 'a@b' },
        { name: 'AuthToken', value: 'eyJ0.secret' },
      ],
      rendered: { message: 'Token: eyJ0.secret sent', level: null, task: null, opcode: null },
    };
    const text = renderEvent(record);
    assert.doesNotMatch(text, /secret/);
    assert.match(text, / {4}AuthToken = \(masked\)\n/);
    assert.match(text, / {4}Message = Token: \(masked\) sent\n/);
  });

  it('names every level, and has none for what has none', () => {
    const levels = [null, 0, 1, 2, 3, 4, 5, 9].map((level) => renderEvent({ ...plain, level }).split('  ')[1]);
    assert.deepEqual(levels, [
      'Information',
      'Information',
      'Critical',
      'Error',
      'Warning',
      'Information',
      'Verbose',
      'Level 9',
    ]);
  });

  it('indents the lines of a value', () => {
    const text = renderEvent({ ...plain, data: [{ name: 'Json', value: '{\r\n"a":\r1\n}\n' }] });
    assert.deepEqual(text.split('\n').slice(1), [
      '    Json = {',
      '        "a":',
      '        1',
      '        }',
      '        ',
      '',
    ]);
  });

  it('shows nothing that hides or breaks a line', () => {
    const bad = 'a\0b\x1bc\u2028d\u2029e\x85f\x0bg\u202eh\ti';
    const text = renderEvent({ ...plain, provider: `P\n${bad}`, data: [{ name: `N\r\n${bad}`, value: bad }] });
    assert.equal(text.split('\n').length, 3);
    assert.doesNotMatch(text, /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]/);
    assert.ok(text.includes('h\ti'));
  });

  it('has a time however far away', () => {
    assert.match(
      renderEvent({ ...plain, time: { ms: -11_644_473_600_000, ticks: 0 } }),
      /^1601-01-01 00:00:00\.0000000Z/,
    );
    assert.match(renderEvent({ ...plain, time: { ms: 1.8e15, ticks: 1 } }), /^\+\d{6}-\d\d-\d\d [\d:.]{16}Z/);
  });
});

describe('an event log as text', () => {
  it('tells where each record stands', () => {
    const rendered = renderEventLog(openEvtx(writeEvtx(sampleRecords(300)), 'sample.evtx'), 'logs/sample.evtx');
    assert.equal(rendered.recordLines.length, 300);
    assert.equal(rendered.text.split('\n')[0], '# logs/sample.evtx · 300 records · Contoso-Sample/Operational');
    assertLineMap(rendered);
  });

  it('tells it also where values have lines, and names and paths have line breaks', () => {
    const log = logOf([
      { ...plain, recordId: 1, data: [{ name: 'a\r\nb', value: 'one\r\ntwo\rthree\n\nfive' }] },
      { ...plain, recordId: 2, provider: 'x\ry', userSid: 'S-1\n5' },
      null,
      { ...plain, recordId: 3, rendered: { message: '\n\n', level: null, task: null, opcode: null } },
    ]);
    const rendered = renderEventLog(log, 'a\nb\r\u2028c.evtx');
    assertLineMap(rendered);
    assert.deepEqual([...rendered.recordLines], [2, 9, 12, 14]);
  });

  it('keeps the place of a damaged record', () => {
    const rendered = renderEventLog(logOf([null]), 'a.evtx');
    assert.equal(editorLines(rendered.text)[2], '# record #900 is damaged and cannot be read');
    assert.match(rendered.text, /^# a\.evtx · 1 record · /);
  });

  it('says in words that there are no records', () => {
    const log = openEvtx(writeEmptyEvtx([sampleRecord(1)]), 'empty.evtx');
    const rendered = renderEventLog(log, 'empty.evtx');
    assert.equal(rendered.recordLines.length, 0);
    assert.match(rendered.text, /^# empty\.evtx · no records: nothing was written to this log, or it was cleared\n/);
  });

  it('holds for the 1247 records of a real System log', function () {
    const bytes = new Uint8Array(readFileSync(requireData(this, 'evtx', 'nicksmet-System.evtx')));
    const rendered = renderEventLog(openEvtx(bytes, 'System.evtx'), 'System.evtx');
    assert.equal(rendered.recordLines.length, 1247);
    assertLineMap(rendered);
  });
});
