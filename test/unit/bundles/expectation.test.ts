import assert from 'node:assert/strict';
import { differences } from '../../bundles/expectation';

describe('differences', () => {
  it('finds none when the document says more than expected', () => {
    const document = { reboots: [{ class: 'setup' }, { class: 'oobeUpdate', expected: true }], token: { state: 'x' } };
    assert.deepEqual(differences(document, { reboots: [{ class: 'oobeUpdate' }] }), []);
  });

  it('names the place that differs', () => {
    assert.deepEqual(differences({ token: { state: 'missing' } }, { token: { state: 'present' } }), [
      'document.token.state: "missing" instead of "present"',
    ]);
  });

  it('does not let one entry stand for two', () => {
    const found = differences({ list: [{ id: 1 }] }, { list: [{ id: 1 }, { id: 1 }] });
    assert.deepEqual(found, ['document.list: nothing like {"id":1}']);
  });

  it('tolerates two seconds in times and durations, and no more', () => {
    const expected = { time: '2026-02-17T12:00:00.000Z', waitMs: 1000 };
    assert.deepEqual(differences({ time: '2026-02-17T12:00:01.900Z', waitMs: 2900 }, expected), []);
    assert.equal(differences({ time: '2026-02-17T12:00:02.100Z', waitMs: 3100 }, expected).length, 2);
  });
});
