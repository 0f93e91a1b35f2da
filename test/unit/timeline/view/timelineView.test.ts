import assert from 'node:assert/strict';
import { naturalArrangement } from '../../../../src/core/timeline/view/laneArrangement';
import { markOf, mostMarks, toggledMark, withMarks } from '../../../../src/core/timeline/view/marks';
import type { SavedFilter } from '../../../../src/core/timeline/view/savedFilters';
import { readSavedFilters, withoutSaved, withSaved } from '../../../../src/core/timeline/view/savedFilters';
import { noFilter } from '../../../../src/core/timeline/view/timelineFilter';
import type { TimelineView } from '../../../../src/core/timeline/view/timelineView';
import { readView, sameView, viewOf } from '../../../../src/core/timeline/view/timelineView';
import { amended, historyOf, record, redone, undone } from '../../../../src/core/timeline/view/viewHistory';
import { minute } from '../sampleDocument';
import { model } from './sampleView';

const view: TimelineView = {
  range: { start: 1, end: 2 },
  span: { start: 1.25, end: 1.5 },
  lanes: { ...naturalArrangement, order: ['reboots', 'boots'], hidden: ['token'] },
  filter: { ...noFilter, kinds: ['reboot', 'record'], text: 'lsa' },
  marks: [{ time: 1.5 }],
  display: 'elapsed',
  folded: true,
};

describe('a saved view', () => {
  it('comes back as it was', () => {
    const read = readView(JSON.parse(JSON.stringify(view)));
    assert.deepEqual(read, view);
  });

  it('is told from another by what it shows', () => {
    assert.ok(sameView(view, structuredClone(view)));
    assert.ok(!sameView(view, { ...view, folded: false }));
  });

  it('is none without a range that can be shown', () => {
    for (const broken of [null, 7, 'view', [], {}, { ...view, range: { start: 2, end: 1 } }, { ...view, range: {} }]) {
      assert.equal(readView(broken), null, JSON.stringify(broken));
    }
  });

  it('loses only what is wrong with it', () => {
    const broken = {
      range: view.range,
      span: { start: 'a' },
      lanes: { order: 'boots', hidden: [1, 'token'] },
      filter: { kinds: ['reboot', 'nonsense'], severities: [{}], text: 4 },
      marks: [{ time: 3 }, { time: 'x' }, null, { time: 3 }, { time: 2 }],
      display: 'martian',
      folded: 1,
    };
    assert.deepEqual(readView(broken), {
      ...viewOf(view.range, model),
      lanes: { ...naturalArrangement, hidden: ['token'] },
      filter: { ...noFilter, kinds: ['reboot'] },
      marks: [{ time: 2 }, { time: 3 }],
    });
  });
});

describe('undo', () => {
  const history = record(record(historyOf('a'), 'b'), 'c');

  it('goes back step by step, and on again', () => {
    assert.equal(undone(history).present, 'b');
    assert.equal(undone(undone(history)).present, 'a');
    assert.equal(redone(undone(history)).present, 'c');
  });

  it('ends where there is nothing more', () => {
    const start = historyOf('a');
    assert.equal(undone(start), start);
    assert.equal(redone(start), start);
  });

  it('forgets what was taken back once something new is done', () => {
    const forked = record(undone(history), 'd');
    assert.equal(redone(forked), forked);
    assert.equal(undone(forked).present, 'b');
  });

  it('takes back at once what belongs together', () => {
    const typed = amended(amended(record(historyOf(''), 'l'), 'ls'), 'lsa');
    assert.equal(undone(typed).present, '');
    assert.equal(redone(undone(typed)).present, 'lsa');
  });

  it('keeps a hundred steps', () => {
    let long = historyOf(0);
    for (let step = 1; step <= 150; step += 1) {
      long = record(long, step);
    }
    for (let step = 0; step < 200; step += 1) {
      long = undone(long);
    }
    assert.equal(long.present, 50);
  });
});

describe('marks', () => {
  it('are set and taken away at the same moment', () => {
    const two = toggledMark(toggledMark([], minute(5)), minute(3));
    assert.deepEqual(two, [{ time: minute(3) }, { time: minute(5) }]);
    assert.deepEqual(toggledMark(two, minute(3)), [{ time: minute(5) }]);
  });

  it('are a lane between the story and the logs', () => {
    const marked = withMarks(model, [{ time: minute(5) }]);
    const at = marked.lanes.findIndex(({ id }) => id === 'marks');
    assert.equal(marked.lanes[at + 1]?.kind, 'channel');
    const item = marked.items.get(`mark/${minute(5)}`);
    assert.ok(item);
    assert.equal(item.spoken, 'Mark 1 of 1, 09:35:00 UTC');
    assert.deepEqual(markOf([{ time: minute(5) }], item), { time: minute(5) });
    assert.equal(withMarks(model, []), model);
  });

  it('have an end', () => {
    const many = Array.from({ length: mostMarks }, (_, time) => ({ time }));
    assert.deepEqual(toggledMark(many, -1), many);
    assert.equal(toggledMark(many, 7).length, mostMarks - 1, 'taking one away is always possible');
  });
});

describe('filters with a name', () => {
  const saved: readonly SavedFilter[] = [{ name: 'Mine', filter: noFilter }];

  it('replace the one of the same name, in alphabetical order', () => {
    const changed = withSaved(saved, ' Mine ', { ...noFilter, text: 'a' });
    assert.deepEqual(
      withSaved(changed, 'Errors', noFilter).map(({ name, filter }) => [name, filter.text]),
      [
        ['Errors', ''],
        ['Mine', 'a'],
      ],
    );
  });

  it('need a name', () => {
    assert.equal(withSaved(saved, '  ', noFilter), saved);
  });

  it('can be given up', () => {
    assert.deepEqual(withoutSaved(saved, 'Mine'), []);
  });

  it('are checked when they come back', () => {
    const broken = [...saved, { name: '', filter: noFilter }, { name: 'x' }, null, { filter: noFilter }];
    assert.deepEqual(readSavedFilters(broken), saved);
    assert.deepEqual(readSavedFilters('nonsense'), []);
  });
});
