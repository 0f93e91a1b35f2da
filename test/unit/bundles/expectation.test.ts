import assert from 'node:assert/strict';
import { differences, exactly, list, oneOf } from '../../bundles/expectation';

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

  it('lets a value be any of several, and no other', () => {
    const expected = { class: oneOf('user', 'script') };
    assert.deepEqual(differences({ class: 'script' }, expected), []);
    assert.deepEqual(differences({ class: 'unknown' }, expected), [
      'document.class: "unknown" instead of one of ["user","script"]',
    ]);
  });

  it('refuses entries besides those that are exactly expected', () => {
    const actual = { reboots: [{ class: 'setup' }, { class: 'script', evidence: ['much'] }] };
    assert.deepEqual(differences(actual, { reboots: exactly({ class: 'script' }, { class: 'setup' }) }), []);
    assert.deepEqual(differences(actual, { reboots: exactly({ class: 'setup' }) }), [
      'document.reboots: {"class":"script"} must not be there',
    ]);
    assert.equal(differences(actual, { reboots: exactly() }).length, 2);
  });

  it('counts only the entries of a kind, where the expectation is about that kind', () => {
    const actual = { signIns: [{ class: 'automatic' }, { class: 'rePrompt', user: 'a' }] };
    const rule = (...users: readonly string[]) => ({
      signIns: list<{ class: string; user?: string }>({
        among: { class: 'rePrompt' },
        exactly: users.map((user) => ({ class: 'rePrompt', user })),
      }),
    });
    assert.deepEqual(differences(actual, rule('a')), []);
    assert.equal(differences(actual, rule()).length, 1);
    assert.equal(differences(actual, rule('a', 'b')).length, 1);
  });

  it('lets be what may be told or not', () => {
    const rule = { reboots: list({ exactly: [{ class: 'setup' }], tolerated: [{ class: 'user' }] }) };
    assert.deepEqual(differences({ reboots: [{ class: 'setup' }] }, rule), []);
    assert.deepEqual(differences({ reboots: [{ class: 'setup' }, { class: 'user' }] }, rule), []);
    assert.equal(differences({ reboots: [{ class: 'setup' }, { class: 'script' }] }, rule).length, 1);
  });

  it('tells what must not be there and what is missing in one list', () => {
    const rule = { findings: list({ includes: [{ id: 'a' }], absent: [{ id: 'b' }] }) };
    assert.deepEqual(differences({ findings: [{ id: 'a' }, { id: 'c' }] }, rule), []);
    assert.deepEqual(differences({ findings: [{ id: 'b' }] }, rule), [
      'document.findings: nothing like {"id":"a"}',
      'document.findings[0].id: "b" instead of "a"',
      'document.findings: {"id":"b"} must not be there',
    ]);
  });

  it('takes a list that is not there for an empty one', () => {
    assert.deepEqual(differences({}, { reboots: exactly() }), []);
    assert.equal(differences({}, { reboots: exactly({ class: 'setup' }) }).length, 1);
  });
});
