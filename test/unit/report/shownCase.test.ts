import assert from 'node:assert/strict';
import type { CaseDocument } from '../../../src/core/case/caseDocument';
import { trailText } from '../../../src/core/case/trailText';
import { Redactor } from '../../../src/core/redact/redactor';
import { redactedCase } from '../../../src/core/report/shownCase';
import { addNote, after, blankCase, onLine } from '../case/sampleCase';

const redactor = new Redactor([
  { kind: 'host', pseudonym: 'HOST-1', values: ['ZRN-LAPTOP-0417'] },
  // People whose names are words of the format.
  { kind: 'author', pseudonym: 'AUTHOR-1', values: ['Open'] },
  { kind: 'author', pseudonym: 'AUTHOR-2', values: ['System'] },
]);
const named = 'logs/DeviceHash_ZRN-LAPTOP-0417.csv';

function sample(): CaseDocument {
  const noted = after(
    blankCase,
    'Open',
    0,
    addNote('n1', 'About ZRN-LAPTOP-0417', onLine(3, named)),
    addNote('n2'),
    { kind: 'tag', id: 'n1', tag: 'ZRN-LAPTOP-0417' },
    { kind: 'react', id: 'n1', reply: null, reaction: '👍' },
    { kind: 'starItem', anchor: { kind: 'member', path: named } },
    { kind: 'verdict', finding: `file.unreadable ${named}`, verdict: 'agree', note: '' },
  );
  return after(noted, 'System', 20, { kind: 'reply', id: 'n1', reply: { id: 'r1', text: 'Yes' } });
}

describe('a case as it is shown while names are hidden', () => {
  const real = sample();
  const shown = redactedCase(real, redactor);

  it('names nobody, wherever the name stands', () => {
    const { reactions, ...rest } = shown.annotations.find(({ id }) => id === 'n1')!;
    assert.equal(reactions.length, 1);
    assert.doesNotMatch(JSON.stringify({ ...shown, annotations: [rest] }), /zrn-laptop/i);
    assert.equal(rest.anchor.kind === 'line' && rest.anchor.place.path, 'logs/DeviceHash_HOST-1.csv');
    assert.equal(rest.created.by, 'AUTHOR-1');
    assert.doesNotMatch(trailText(shown), /zrn-laptop/i);
  });

  it('has the same entries in the same order, under the same ids', () => {
    const ids = ({ annotations }: CaseDocument): readonly string[] => annotations.map(({ id }) => id);
    assert.deepEqual(ids(shown), ids(real));
    assert.deepEqual([shown.stars.length, shown.verdicts.length], [1, 1]);
    assert.deepEqual(
      shown.trail.map(({ did, at }) => [did, at]),
      real.trail.map(({ did, at }) => [did, at]),
    );
  });

  it('does not take words of the format for people', () => {
    assert.deepEqual([...new Set(shown.annotations.map(({ status }) => status))], ['open']);
    const [second] = shown.annotations.filter(({ id }) => id === 'n2');
    assert.equal(second?.anchor.kind === 'record' && second.anchor.place.channel, 'System');
  });

  it('tells in its trail what has a star, as the star is shown', () => {
    assert.match(trailText(shown), /starred DeviceHash_HOST-1\.csv/);
  });
});
