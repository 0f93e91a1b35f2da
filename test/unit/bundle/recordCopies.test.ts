import assert from 'node:assert/strict';
import { EventStore, type EventFile } from '../../../src/core/bundle/eventStore';
import { RecordCopies, sharedChannels } from '../../../src/core/bundle/recordCopies';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { writeEvtx } from '../../bundles/evtxWriter';
import { sampleRecord } from '../evtx/sampleRecords';

type Row = readonly [recordId: number, second: number, channel?: string];

function file(path: string, ...rows: readonly Row[]): EventFile {
  const records = rows.map(([recordId, second, channel = 'System']) => {
    const sample = sampleRecord(recordId);
    return { ...sample, header: { ...sample.header, channel }, timeMs: Date.UTC(2026, 7, 20, 2, 0, second) };
  });
  return { path, log: openEvtx(writeEvtx(records), path) };
}

function copiesIn(...files: readonly EventFile[]): RecordCopies {
  return new RecordCopies(sharedChannels(new EventStore(files)));
}

describe('copies of records', () => {
  it('are in the files that share a channel, whichever the story is told from', () => {
    const copies = copiesIn(file('a', [1, 1], [2, 2]), file('b', [1, 1]), file('c', [1, 1, 'Setup']));
    assert.deepEqual(copies.of('a'), ['b']);
    assert.deepEqual(copies.of('b'), ['a']);
    assert.deepEqual(copies.of('c'), []);
    assert.deepEqual(copies.of('not there'), []);
    assert.deepEqual(copies.ofRecord('a', 1), ['b']);
    assert.deepEqual(copies.ofRecord('a', 2), []);
    assert.deepEqual(copies.ofRecord('b', 2), ['a']);
  });

  it('are not in a file that says something else under the same number', () => {
    const copies = copiesIn(file('a', [1, 1], [2, 2]), file('of another device', [1, 30]));
    assert.deepEqual(copies.of('of another device'), []);
    assert.deepEqual(copies.of('a'), []);
  });

  it('are not looked for in a file of several channels, where a number names no record', () => {
    const copies = copiesIn(file('a', [1, 1], [2, 2]), file('forwarded', [1, 1], [5, 5, 'Setup']));
    assert.deepEqual(copies.of('forwarded'), []);
    assert.deepEqual(copies.of('a'), []);
  });
});
