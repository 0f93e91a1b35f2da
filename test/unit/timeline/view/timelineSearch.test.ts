import assert from 'node:assert/strict';
import { selectionKey } from '../../../../src/core/timeline/selection';
import { matchIndex, nextMatch, searchTimeline } from '../../../../src/core/timeline/view/timelineSearch';
import { facts, model } from './sampleView';

const keys = (query: string): readonly string[] => searchTimeline(model, facts, query).map(selectionKey);

describe('the search of the timeline', () => {
  it('finds items by what is known about them, in the order of the list', () => {
    assert.deepEqual(keys('lsacfgflags'), ['item:flag/reboot-2/1', 'item:reboot-2']);
  });

  it('finds them by the record that they rest on', () => {
    assert.ok(keys('record 202').includes('item:boot-3'));
  });

  it('finds lanes by their names', () => {
    assert.ok(keys('hell').some((key) => key.startsWith('lane:channel/')));
    assert.ok(keys('reboot causes').includes('lane:flags'));
  });

  it('finds nothing for nothing', () => {
    assert.deepEqual([keys(''), keys('   '), keys('no such thing')], [[], [], []]);
  });

  it('goes from match to match and around the ends', () => {
    const matches = searchTimeline(model, facts, 'lsacfgflags');
    assert.equal(matchIndex(matches, matches[1]!), 1);
    assert.equal(matchIndex(matches, null), -1);
    assert.equal(nextMatch(matches, -1, 1), matches[0]);
    assert.equal(nextMatch(matches, -1, -1), matches[1]);
    assert.equal(nextMatch(matches, 1, 1), matches[0]);
    assert.equal(nextMatch(matches, 0, -1), matches[1]);
    assert.equal(nextMatch([], -1, 1), null);
  });
});
