import assert from 'node:assert/strict';
import { buildTimeline } from '../../../src/core/timeline/buildTimeline';
import type { TimelineNote } from '../../../src/core/timeline/noteItems';
import { timelineSvg } from '../../../src/core/timeline/timelineSvg';
import { minute, sampleDocument } from './sampleDocument';

function note(id: string, changes: Partial<TimelineNote> = {}): TimelineNote {
  return { id, label: `note ${id}`, start: minute(5), end: minute(5), kind: 'open', ...changes };
}

function lane(notes: readonly TimelineNote[]) {
  const found = buildTimeline(sampleDocument(), [], notes).lanes.find(({ id }) => id === 'notes');
  assert.ok(found?.kind === 'story');
  return found;
}

describe('notes of a case', () => {
  it('have a lane only where there are any', () => {
    assert.ok(buildTimeline(sampleDocument(), []).lanes.every(({ id }) => id !== 'notes'));
  });

  it('stand at their moment or over their range', () => {
    const { items, rows } = lane([note('a'), note('b', { end: minute(9) })]);
    assert.deepEqual(
      items.map(({ id, shape, start, end, row }) => [id, shape, start, end, row]),
      [
        ['note/b', 'bar', minute(5), minute(9), 0],
        ['note/a', 'mark', minute(5), minute(5), 1],
      ],
    );
    assert.equal(rows.length, 2);
  });

  it('without a time stand at what they are about, or in the list alone', () => {
    const nowhere = { start: Number.NaN, end: Number.NaN };
    const { items, unplaced } = lane([
      note('a', { ...nowhere, storyId: 'reboot-2' }),
      note('b', { ...nowhere, storyId: 'bitLocker' }),
    ]);
    assert.deepEqual(
      items.map(({ id, start, storyId }) => [id, start, storyId]),
      [['note/a', minute(40), 'reboot-2']],
    );
    assert.deepEqual(
      unplaced.map(({ id }) => id),
      ['note/b'],
    );
  });

  it('tell by shape whether they are starred or settled', () => {
    const { items } = lane([note('a'), note('b', { kind: 'starred' }), note('c', { kind: 'settled' })]);
    assert.deepEqual(
      items.map(({ glyph, spoken }) => [glyph, spoken]),
      [
        ['note', 'Note 1 of 3, 09:35:00 UTC, note a'],
        ['noteStarred', 'Note 2 of 3, starred, 09:35:00 UTC, note b'],
        ['noteSettled', 'Note 3 of 3, settled, 09:35:00 UTC, note c'],
      ],
    );
  });

  it('are part of an exported drawing', () => {
    const model = buildTimeline(sampleDocument(), [], [note('a', { label: '<b>lunch</b>', start: minute(30) })]);
    assert.match(timelineSvg(model, { width: 900 }), />&lt;b&gt;lunch&lt;\/b&gt;</);
  });
});
