import assert from 'node:assert/strict';
import { RecentlyUsed } from '../../../src/host/bundle/recentlyUsed';

describe('what was used last', () => {
  let made: string[];
  let recent: RecentlyUsed<string>;

  beforeEach(() => {
    made = [];
    recent = new RecentlyUsed(3, 100, (value) => value.length);
  });

  async function use(key: string, size = 1): Promise<void> {
    await recent.get(key, () => {
      made.push(key);
      return Promise.resolve('x'.repeat(size));
    });
  }

  it('is made once', async () => {
    await Promise.all([use('a'), use('a')]);
    await use('a');
    assert.deepEqual(made, ['a']);
  });

  it('is kept, the rest is made again', async () => {
    for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) {
      await use(key);
    }
    assert.deepEqual(made, ['a', 'b', 'c', 'd', 'b']);
  });

  it('is kept as long as it is not too large', async () => {
    for (const key of ['a', 'b', 'b', 'a']) {
      await use(key, 60);
    }
    assert.deepEqual(made, ['a', 'b', 'a']);
  });

  it('is kept alone however large', async () => {
    await use('a', 500);
    await use('a', 500);
    assert.deepEqual(made, ['a']);
  });

  it('is not kept when it could not be made', async () => {
    await assert.rejects(
      recent.get('a', () => Promise.reject(new Error('no'))),
      { message: 'no' },
    );
    await use('a');
    assert.deepEqual(made, ['a']);
  });
});
