import assert from 'node:assert/strict';
import type { Anchor } from '../../../src/core/case/anchor';
import { noteLabel, timelineNotes, timesOfRecords } from '../../../src/core/case/timelineNotes';
import { reboot, sampleDocument } from '../timeline/sampleDocument';
import { addNote, after, blankCase, onLine, onRecord } from './sampleCase';

const timeOf = timesOfRecords([
  { log: 'System', times: Float64Array.of(1000, 2000, 3000), recordIds: Float64Array.of(245, 247, 260) },
]);

describe('the notes on the timeline', () => {
  const story = sampleDocument({ reboots: [reboot({ id: 'reboot-1', time: '2026-08-20T08:00:00.000Z' })] });
  const notesOn = (...anchors: readonly Anchor[]) =>
    timelineNotes(
      after(blankCase, 'ada', 0, ...anchors.map((anchor, index) => addNote(`${index}`, 'a note', anchor))),
      story,
      timeOf,
    );

  it('stand at the corrected time of their record', () => {
    const [note] = notesOn(onRecord(247));
    assert.deepEqual([note?.start, note?.end, note?.kind], [2000, 2000, 'open']);
  });

  it('are left out where no time is known', () => {
    assert.deepEqual(notesOn(onRecord(248), onLine(3), { kind: 'case' }, { kind: 'member', path: 'a.log' }), []);
  });

  it('take the time of the part of the story that they are on, and its id', () => {
    const [note] = notesOn({ kind: 'reboot', item: 'reboot-1', place: null });
    assert.deepEqual([note?.start, note?.storyId], [Date.parse('2026-08-20T08:00:00.000Z'), 'reboot-1']);
  });

  it('span a range of times and both ends of a link, whichever way it points', () => {
    const [from, to] = [onRecord(260), onRecord(245)].map((anchor) => (anchor.kind === 'record' ? anchor.place : null));
    assert.ok(from && to);
    const spans = notesOn(
      { kind: 'timeRange', start: '1970-01-01T00:00:05Z', end: '1970-01-01T00:00:09Z' },
      {
        kind: 'link',
        from,
        to,
      },
    ).map(({ start, end }) => [start, end]);
    assert.deepEqual(spans, [
      [1000, 3000],
      [5000, 9000],
    ]);
  });

  it('are called after their first line, without the marks of Markdown', () => {
    assert.equal(noteLabel('\n## The **VPN** app\nrestarted it'), 'The VPN app');
    assert.equal(noteLabel('- `3010` from the installer'), '3010 from the installer');
    assert.equal(noteLabel('x'.repeat(200)).length, 60);
  });
});
