import assert from 'node:assert/strict';
import { applyCommand } from '../../../src/core/case/applyCommand';
import type { Annotation, CaseDocument } from '../../../src/core/case/caseDocument';
import type { Command } from '../../../src/core/case/command';
import { statedPass } from '../../../src/core/case/statedFacts';
import { addNote, after, blankCase, minute } from './sampleCase';

const oneNote = after(blankCase, 'ada', 0, addNote('one', 'first'));

function only({ annotations }: CaseDocument): Annotation {
  assert.equal(annotations.length, 1);
  return annotations[0]!;
}

function refused(before: CaseDocument, command: Command, by = 'ada'): string {
  const applied = applyCommand(before, command, by, minute(50));
  return applied.ok ? 'done' : applied.why;
}

describe('a command to a case', () => {
  it('adds an open note with its author and time', () => {
    const note = only(oneNote);
    assert.equal(note.text, 'first');
    assert.deepEqual(note.created, { by: 'ada', at: minute(0) });
    assert.equal(note.status, 'open');
    assert.equal(note.edited, null);
  });

  it('leaves the case it was given as it was', () => {
    const frozen = JSON.stringify(oneNote);
    after(oneNote, 'ada', 1, { kind: 'tag', id: 'one', tag: 'tap' }, { kind: 'delete', id: 'one', reply: null });
    assert.equal(JSON.stringify(oneNote), frozen);
  });

  it('leaves who, what and when in the trail', () => {
    const changed = after(oneNote, 'grace', 1, { kind: 'status', id: 'one', status: 'confirmed' });
    assert.deepEqual(changed.trail, [
      { did: 'add', on: 'one', reply: null, detail: null, by: 'ada', at: minute(0) },
      { did: 'status', on: 'one', reply: null, detail: 'confirmed', by: 'grace', at: minute(1) },
    ]);
  });

  it('makes a thread of replies that can be edited and deleted', () => {
    const thread = after(
      oneNote,
      'grace',
      1,
      { kind: 'reply', id: 'one', reply: { id: 'r1', text: 'why?' } },
      { kind: 'reply', id: 'one', reply: { id: 'r2', text: 'because' } },
      { kind: 'edit', id: 'one', reply: 'r2', text: 'because of DmaGuard' },
      { kind: 'delete', id: 'one', reply: 'r1' },
    );
    const { replies } = only(thread);
    assert.deepEqual(
      replies.map(({ id, text, edited }) => [id, text, edited?.at]),
      [['r2', 'because of DmaGuard', minute(3)]],
    );
  });

  it('reacts for its author only', () => {
    const liked = after(oneNote, 'grace', 1, { kind: 'react', id: 'one', reply: null, reaction: '👍' });
    const asOther = after(liked, 'ada', 2, { kind: 'unreact', id: 'one', reply: null, reaction: '👍' });
    assert.deepEqual(only(asOther).reactions, [{ by: 'grace', reaction: '👍' }]);
    assert.deepEqual(
      only(after(asOther, 'grace', 3, { kind: 'unreact', id: 'one', reply: null, reaction: '👍' })).reactions,
      [],
    );
  });

  it('resolves and reopens with a name', () => {
    const resolved = after(oneNote, 'grace', 4, { kind: 'resolve', id: 'one' });
    assert.deepEqual(only(resolved).resolved, { by: 'grace', at: minute(4) });
    assert.equal(only(after(resolved, 'ada', 5, { kind: 'reopen', id: 'one' })).resolved, null);
  });

  it('keeps the verdicts of two people apart', () => {
    const judged = (before: CaseDocument, by: string, verdict: 'agree' | 'disagree'): CaseDocument =>
      after(before, by, 1, { kind: 'verdict', finding: 'f', verdict, note: '' });
    const both = judged(judged(judged(blankCase, 'ada', 'agree'), 'grace', 'disagree'), 'ada', 'disagree');
    assert.deepEqual(
      both.verdicts.map(({ by, verdict }) => [by, verdict]),
      [
        ['ada', 'disagree'],
        ['grace', 'disagree'],
      ],
    );
  });

  it('states facts of the pass, takes them back, and refuses what says nothing', () => {
    const stated = after(
      blankCase,
      'ada',
      0,
      { kind: 'state', fact: 'lifetimeMinutes', value: 60 },
      { kind: 'state', fact: 'oneTime', value: true },
    );
    assert.deepEqual(statedPass(stated), { issuedAt: null, lifetimeMinutes: 60, oneTime: true });
    assert.equal(stated.stated.basis, 'stated, not measured');
    const back = after(
      stated,
      'ada',
      5,
      { kind: 'state', fact: 'lifetimeMinutes', value: null },
      { kind: 'state', fact: 'oneTime', value: null },
    );
    assert.equal(statedPass(back), null);
    for (const [fact, value] of [
      ['lifetimeMinutes', 0],
      ['lifetimeMinutes', '60'],
      ['lifetimeMinutes', Number.NaN],
      ['issuedAt', 'yesterday'],
      ['oneTime', 'yes'],
    ] as const) {
      assert.match(refused(blankCase, { kind: 'state', fact, value }), /does not say/);
    }
  });

  it('changes nothing, and leaves no trail, when it asks for what is so already', () => {
    for (const command of [
      { kind: 'unstar', id: 'one' },
      { kind: 'status', id: 'one', status: 'open' },
      { kind: 'edit', id: 'one', reply: null, text: 'first' },
      { kind: 'reopen', id: 'one' },
      { kind: 'untag', id: 'one', tag: 'tap' },
    ] as const) {
      const applied = applyCommand(oneNote, command, 'ada', minute(9));
      assert.ok(applied.ok);
      assert.equal(applied.case, oneNote);
      assert.equal(applied.undo, null);
    }
  });

  it('is refused when its note is gone, or its id was used before', () => {
    const gone = after(oneNote, 'ada', 1, { kind: 'delete', id: 'one', reply: null });
    assert.match(refused(gone, { kind: 'star', id: 'one' }), /somebody has deleted it/);
    assert.match(refused(gone, addNote('one')), /with this id/);
    assert.match(refused(oneNote, { kind: 'edit', id: 'one', reply: 'r9', text: '' }), /reply is gone/);
    assert.match(refused(oneNote, { kind: 'withdraw', finding: 'f' }), /no verdict of yours/);
  });

  it('counts as later than what was done before, whatever the clock says', () => {
    const edited = after(oneNote, 'grace', -600, { kind: 'edit', id: 'one', reply: null, text: 'second' });
    assert.equal(only(edited).edited?.at, '2026-08-20T08:00:00.001Z');
  });

  it('may be several at once: all or nothing, and undone as one', () => {
    const batch: Command = {
      kind: 'batch',
      commands: [
        { kind: 'star', id: 'one' },
        { kind: 'tag', id: 'one', tag: 'tap' },
      ],
    };
    const applied = applyCommand(oneNote, batch, 'ada', minute(1));
    assert.ok(applied.ok && applied.undo !== null);
    assert.deepEqual(applied.subjects, ['one']);
    const undone = after(applied.case, 'ada', 2, applied.undo);
    assert.deepEqual(undone.annotations, oneNote.annotations);
    assert.match(
      refused(oneNote, {
        kind: 'batch',
        commands: [
          { kind: 'star', id: 'one' },
          { kind: 'star', id: 'two' },
        ],
      }),
      /deleted/,
    );
  });
});
