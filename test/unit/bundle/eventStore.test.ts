import assert from 'node:assert/strict';
import { EventStore, rawTimeAt, recordIdAt, type EventFile } from '../../../src/core/bundle/eventStore';
import type { EventRecord } from '../../../src/core/evtx/eventRecord';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { writeEvtx } from '../../bundles/evtxWriter';
import { sampleRecord } from '../evtx/sampleRecords';

interface Row {
  readonly recordId: number;
  readonly timeMs: number;
  readonly eventId?: number;
  readonly channel?: string;
  readonly provider?: string;
  readonly damaged?: boolean;
}

/** A log that remembers which of its records were decoded. */
class FakeFile implements EventFile {
  readonly decoded: number[] = [];
  readonly log: EventFile['log'];

  constructor(
    readonly path: string,
    rows: readonly Row[],
  ) {
    const providers = [...new Set(rows.map((row) => providerOf(row)))];
    const channels = [...new Set(rows.map((row) => channelOf(row)))];
    this.log = {
      count: rows.length,
      columns: {
        recordId: Float64Array.from(rows, ({ recordId }) => recordId),
        timeMs: Float64Array.from(rows, ({ timeMs }) => timeMs),
        timeTicks: new Uint16Array(rows.length),
        eventId: Uint16Array.from(rows, ({ eventId = 1 }) => eventId),
        level: new Uint8Array(rows.length),
        provider: Uint16Array.from(rows, (row) => providers.indexOf(providerOf(row))),
        channel: Uint16Array.from(rows, (row) => channels.indexOf(channelOf(row))),
      },
      providers,
      channels,
      problems: [],
      record: (index) => {
        this.decoded.push(index);
        const row = rows[index]!;
        return row.damaged === true ? null : recordOf(row);
      },
    };
  }
}

function providerOf({ provider = 'Contoso' }: Row): string {
  return provider;
}

function channelOf({ channel = 'System' }: Row): string {
  return channel;
}

function recordOf(row: Row): EventRecord {
  return {
    recordId: row.recordId,
    time: { ms: row.timeMs, ticks: 0 },
    provider: providerOf(row),
    providerGuid: null,
    eventId: row.eventId ?? 1,
    qualifiers: null,
    version: null,
    level: null,
    task: null,
    opcode: null,
    keywords: null,
    channel: channelOf(row),
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
}

function rows(from: number, to: number): Row[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    recordId: from + index,
    timeMs: 1000 * (from + index),
  }));
}

/** Record id and file of every record of a channel. */
function contentOf(store: EventStore, name = 'system'): [number, string][] {
  const channel = store.channel(name)!;
  return Array.from({ length: channel.count }, (_, position) => [
    recordIdAt(channel, position),
    channel.files[channel.fileOf[position]!]!.path,
  ]);
}

describe('the events of a bundle', () => {
  it('are ordered by record id, not by time nor by their place in the file', () => {
    const store = new EventStore([
      new FakeFile('a', [
        { recordId: 3, timeMs: 30 },
        { recordId: 1, timeMs: 99 },
        { recordId: 2, timeMs: 5 },
      ]),
    ]);
    const channel = store.channel('SYSTEM')!;
    assert.deepEqual(
      [0, 1, 2].map((position) => [recordIdAt(channel, position), rawTimeAt(channel, position)]),
      [
        [1, 99],
        [2, 5],
        [3, 30],
      ],
    );
  });

  it('that two files hold are there once, the larger file first', () => {
    const store = new EventStore([new FakeFile('small', rows(3, 6)), new FakeFile('large', rows(1, 5))]);
    assert.deepEqual(contentOf(store), [
      [1, 'large'],
      [2, 'large'],
      [3, 'large'],
      [4, 'large'],
      [5, 'large'],
      [6, 'small'],
    ]);
    assert.equal(store.count, 6);
    assert.deepEqual(store.problems, []);
  });

  it('that one file holds twice are there once', () => {
    const store = new EventStore([new FakeFile('a', [...rows(1, 3), ...rows(2, 4)])]);
    assert.deepEqual(
      contentOf(store).map(([recordId]) => recordId),
      [1, 2, 3, 4],
    );
  });

  it('of a file that contradicts a larger one are kept out, and somebody says so', () => {
    const other = rows(2, 3).map((row) => ({ ...row, timeMs: row.timeMs + 1 }));
    const store = new EventStore([new FakeFile('other', other), new FakeFile('own', rows(1, 5))]);
    const channel = store.channel('System')!;
    assert.equal(channel.count, 5);
    assert.deepEqual(
      channel.files.map(({ path }) => path),
      ['own'],
    );
    assert.deepEqual(
      store.problems.map(({ code, where, severity }) => [code, where, severity]),
      [['bundle.same-channel-differs', 'other', 'warning']],
    );
    assert.match(store.problems[0]!.detail, /own/);
    assert.deepEqual(
      store.files.map(({ path }) => path),
      ['other', 'own'],
      'they can still be looked at',
    );
  });

  it('belong to the channel they name, whatever file they are in', () => {
    const store = new EventStore([
      new FakeFile('assignedaccess-admin.evtx', [
        { recordId: 1, timeMs: 1, channel: 'Shell-Core/Operational' },
        { recordId: 9, timeMs: 2, channel: 'SYSTEM' },
      ]),
      new FakeFile('system.evtx', rows(1, 2)),
    ]);
    assert.deepEqual(
      store.channels.map(({ channel, count }) => [channel, count]),
      [
        ['Shell-Core/Operational', 1],
        ['System', 3],
      ],
    );
    assert.deepEqual(contentOf(store).at(-1), [9, 'assignedaccess-admin.evtx']);
  });

  it('do not make a channel of damaged records, which name none', () => {
    const damaged = { recordId: 2, timeMs: 2, channel: '', provider: '', damaged: true };
    const store = new EventStore([new FakeFile('a', [...rows(1, 1), damaged])]);
    assert.deepEqual(
      store.channels.map(({ channel, count }) => [channel, count]),
      [['System', 1]],
    );
  });

  it('are picked by provider, without case, and id; nothing else is decoded', () => {
    const file = new FakeFile('a', [
      { recordId: 1, timeMs: 1, provider: 'User32', eventId: 1074 },
      { recordId: 2, timeMs: 2, provider: 'Other', eventId: 1074 },
      { recordId: 3, timeMs: 3, provider: 'User32', eventId: 1073 },
      { recordId: 4, timeMs: 4, provider: 'User32', eventId: 1074, damaged: true },
      { recordId: 5, timeMs: 5, provider: 'User32', eventId: 1074 },
    ]);
    const events = [...new EventStore([file]).select(new Map([['user32', new Set([1074])]]))];
    assert.deepEqual(
      events.map(({ channel, path, position, recordId, rawMs }) => ({ channel, path, position, recordId, rawMs })),
      [
        { channel: 'System', path: 'a', position: 0, recordId: 1, rawMs: 1 },
        { channel: 'System', path: 'a', position: 4, recordId: 5, rawMs: 5 },
      ],
    );
    assert.deepEqual(file.decoded, [0, 3, 4]);
  });

  it('of nothing are none', () => {
    const store = new EventStore([new FakeFile('empty', [])]);
    assert.equal(store.count, 0);
    assert.deepEqual(store.channels, []);
    assert.equal(store.channel('System'), undefined);
  });

  it('keep their order in real files, too', () => {
    const bytes = writeEvtx([sampleRecord(30), sampleRecord(10), sampleRecord(20)]);
    const store = new EventStore([
      { path: 'a.evtx', log: openEvtx(bytes, 'a.evtx') },
      { path: 'copy.evtx', log: openEvtx(bytes, 'copy.evtx') },
    ]);
    assert.deepEqual(contentOf(store, 'contoso-sample/operational'), [
      [10, 'a.evtx'],
      [20, 'a.evtx'],
      [30, 'a.evtx'],
    ]);
  });
});
