import assert from 'node:assert/strict';
import type { Annotation, CaseDocument } from '../../../src/core/case/caseDocument';
import type { Command } from '../../../src/core/case/command';
import { conflictsIn, mergeCases } from '../../../src/core/case/mergeCases';
import { contentKey, belonging } from '../../../src/core/case/bundleIdentity';
import { addNote, after, blankCase, sampleBundle } from './sampleCase';

const base = after(blankCase, 'ada', 0, addNote('one', 'first'));

const edit = (text: string): Command => ({ kind: 'edit', id: 'one', reply: null, text });

function one({ annotations }: CaseDocument): Annotation {
  const note = annotations.find(({ id }) => id === 'one');
  assert.ok(note);
  return note;
}

describe('merging two versions of a case', () => {
  it('keeps the notes of both', () => {
    const { case: merged, conflicts } = mergeCases(
      after(base, 'ada', 1, addNote('two')),
      after(base, 'grace', 1, addNote('three')),
    );
    assert.deepEqual(
      merged.annotations.map(({ id }) => id),
      ['one', 'two', 'three'],
    );
    assert.deepEqual(conflicts, []);
  });

  it('takes what one of them has changed', () => {
    const theirs = after(base, 'grace', 1, edit('second'), { kind: 'tag', id: 'one', tag: 'tap' });
    const mine = after(base, 'ada', 5, { kind: 'status', id: 'one', status: 'confirmed' });
    const { case: merged, conflicts } = mergeCases(mine, theirs);
    assert.equal(one(merged).text, 'second');
    assert.deepEqual(one(merged).tags, ['tap']);
    assert.equal(one(merged).status, 'confirmed');
    assert.deepEqual(conflicts, []);
  });

  it('keeps both texts, marked, when both have written without knowing of each other', () => {
    const mine = after(base, 'ada', 1, edit('mine'));
    const theirs = after(base, 'grace', 2, edit('theirs'));
    const { case: merged, conflicts } = mergeCases(mine, theirs, base);
    assert.equal(one(merged).text, 'theirs');
    assert.deepEqual(
      conflicts.map(({ conflict }) => conflict),
      one(merged).conflicts,
    );
    assert.deepEqual(
      one(merged).conflicts.map((conflict) => conflict.kind === 'text' && [conflict.text, conflict.by]),
      [['mine', 'ada']],
    );
  });

  it('shows no conflict when the one has seen what the other wrote', () => {
    const mine = after(base, 'ada', 1, edit('mine'));
    const theirs = after(mine, 'grace', 2, edit('theirs'));
    assert.equal(one(mergeCases(mine, theirs).case).text, 'theirs');
    assert.deepEqual(conflictsIn(mergeCases(mine, theirs).case), []);
  });

  describe('that one account has edited in two windows in the same millisecond', () => {
    const mine = after(base, 'ada', 1, edit('in one window'));
    const theirs = after(base, 'ada', 1, edit('in the other'));
    const texts = (document: CaseDocument): readonly string[] =>
      [
        one(document).text,
        ...one(document).conflicts.map((conflict) => (conflict.kind === 'text' ? conflict.text : 'deleted')),
      ].sort();
    const both = ['in one window', 'in the other'];

    it('keeps both texts, and both edits in the trail', () => {
      for (const before of [base, undefined]) {
        const { case: merged, conflicts } = mergeCases(mine, theirs, before);
        assert.deepEqual(texts(merged), both);
        assert.equal(conflicts.length, 1);
        assert.equal(merged.trail.filter(({ did }) => did === 'edit').length, 2);
      }
    });

    it('keeps them when either window reads what was merged', () => {
      const { case: merged } = mergeCases(mine, theirs, base);
      for (const window of [mine, theirs]) {
        assert.deepEqual(texts(mergeCases(window, merged, window).case), both);
        assert.deepEqual(texts(mergeCases(merged, window).case), both);
      }
    });

    it('does not raise the conflict again when it was settled', () => {
      const { case: merged } = mergeCases(mine, theirs, base);
      const settled = after(merged, 'ada', 5, {
        kind: 'settle',
        id: 'one',
        reply: null,
        conflict: one(merged).conflicts[0]!,
      });
      for (const window of [mine, theirs, merged]) {
        const again = mergeCases(settled, window).case;
        assert.deepEqual([one(again).text, one(again).conflicts], [one(merged).text, []]);
      }
    });

    it('keeps all three where there are three windows', () => {
      const third = after(base, 'ada', 1, edit('in a third'));
      const merged = mergeCases(mergeCases(mine, theirs).case, third).case;
      assert.deepEqual(texts(merged), ['in a third', ...both]);
      assert.deepEqual(texts(mergeCases(third, merged).case), ['in a third', ...both]);
    });
  });

  it('does not raise a conflict again that was settled', () => {
    const mine = after(base, 'ada', 1, edit('mine'));
    const theirs = after(base, 'grace', 2, edit('theirs'));
    const merged = mergeCases(mine, theirs).case;
    const [found] = conflictsIn(merged);
    assert.ok(found);
    const settled = after(merged, 'ada', 3, { kind: 'settle', id: 'one', reply: null, conflict: found.conflict });
    for (const side of [mine, theirs, merged]) {
      assert.deepEqual(conflictsIn(mergeCases(settled, side).case), []);
    }
  });

  it('does not bring back a deleted note', () => {
    const mine = after(base, 'ada', 1, { kind: 'delete', id: 'one', reply: null });
    for (const merged of [mergeCases(mine, base), mergeCases(base, mine), mergeCases(mine, base, base)]) {
      assert.deepEqual(merged.case.annotations, []);
      assert.deepEqual(merged.conflicts, []);
    }
  });

  it('keeps a note that somebody was replying to while it was deleted, and says so', () => {
    const mine = after(base, 'ada', 1, { kind: 'delete', id: 'one', reply: null });
    const theirs = after(base, 'grace', 2, { kind: 'reply', id: 'one', reply: { id: 'r1', text: 'but' } });
    const { case: merged, conflicts } = mergeCases(mine, theirs);
    assert.deepEqual(
      one(merged).replies.map(({ text }) => text),
      ['but'],
    );
    assert.deepEqual(
      conflicts.map(({ conflict }) => [conflict.kind, conflict.by]),
      [['deleted', 'ada']],
    );
  });

  it('does not take a note that is missing for one that was deleted', () => {
    const without = { ...base, annotations: [] };
    assert.equal(mergeCases(base, without, base).case.annotations.length, 1);
  });

  it('brings a restored note back for everybody', () => {
    const deleted = after(base, 'ada', 1, { kind: 'delete', id: 'one', reply: null });
    const restored = after(deleted, 'ada', 2, { kind: 'restore', annotation: one(base) });
    assert.equal(mergeCases(deleted, restored).case.annotations.length, 1);
    assert.equal(mergeCases(base, restored).case.annotations.length, 1);
  });

  it('removes a tag that one has taken off, and keeps one that the other has put on', () => {
    const tagged = after(base, 'ada', 1, { kind: 'tag', id: 'one', tag: 'old' });
    const mine = after(tagged, 'ada', 2, { kind: 'untag', id: 'one', tag: 'old' });
    const theirs = after(tagged, 'grace', 3, { kind: 'tag', id: 'one', tag: 'new' });
    assert.deepEqual(one(mergeCases(mine, theirs).case).tags, ['new']);
  });

  it('decides by what both had where the file was edited by hand', () => {
    const byHand: CaseDocument = { ...base, annotations: [{ ...one(base), text: 'by hand' }] };
    const tagged = after(base, 'ada', 1, { kind: 'tag', id: 'one', tag: 'tap' });
    const { case: merged, conflicts } = mergeCases(tagged, byHand, base);
    assert.equal(one(merged).text, 'by hand');
    assert.deepEqual(one(merged).tags, ['tap']);
    assert.deepEqual(conflicts, []);
    assert.equal(mergeCases(tagged, byHand).conflicts.length, 1, 'without it, both are kept');
  });

  it('takes the later statement, and both are in the trail', () => {
    const mine = after(base, 'ada', 5, { kind: 'state', fact: 'lifetimeMinutes', value: 60 });
    const theirs = after(base, 'grace', 4, { kind: 'state', fact: 'lifetimeMinutes', value: 480 });
    const merged = mergeCases(mine, theirs).case;
    assert.equal(merged.stated.lifetimeMinutes?.value, 60);
    assert.deepEqual(
      merged.trail.flatMap(({ did, detail }) => (did === 'state' ? [detail] : [])),
      ['lifetimeMinutes 480', 'lifetimeMinutes 60'],
    );
  });
});

describe('the bundle of a case', () => {
  const members = [
    { path: 'a.cab', kind: 'archive', size: 900 },
    { path: 'a.cab/logs/System.evtx', kind: 'evtx', size: 500 },
    { path: 'b.log', kind: 'cmTrace', size: 10 },
  ];

  it('is known again after it was extracted or packed anew', async () => {
    const content = await contentKey(members);
    const extracted = await contentKey([
      { path: 'x/B.LOG', kind: 'cmTrace', size: 10 },
      { path: 'x/System.evtx', kind: 'evtx', size: 500 },
    ]);
    assert.equal(extracted, content);
    const known = { ...blankCase, bundles: [{ ...sampleBundle, content }] };
    assert.equal(belonging(known, { sha256: 'other', names: [], content }), 'sameContent');
    assert.equal(belonging(known, { ...sampleBundle, content: null }), 'same');
  });

  it('is another one when a file has another size, or when nothing is known of the files', async () => {
    const content = await contentKey(members);
    assert.notEqual(await contentKey([...members.slice(0, 2), { path: 'b.log', kind: 'cmTrace', size: 11 }]), content);
    assert.equal(await contentKey([]), null);
    assert.equal(belonging(blankCase, { sha256: 'other', names: [], content: null }), 'other');
  });
});
