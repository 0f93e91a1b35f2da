import assert from 'node:assert/strict';
import { AfterFrame } from '../../../src/webview/timeline/afterFrame';

describe('what waits for the first frame', () => {
  function waiting() {
    const done: string[] = [];
    const scheduled: (() => void)[] = [];
    const rest = new AfterFrame((callback) => {
      scheduled.push(callback);
    });
    const add = (name: string): void => {
      rest.add(() => {
        done.push(name);
      });
    };
    return { done, scheduled, rest, add };
  }

  it('is done behind it, in order, and asked for once', () => {
    const { done, scheduled, rest, add } = waiting();
    add('list');
    add('notes');
    assert.ok(rest.isWaiting);
    assert.deepEqual(done, []);
    assert.equal(scheduled.length, 1);
    scheduled[0]?.();
    assert.deepEqual(done, ['list', 'notes']);
    assert.ok(!rest.isWaiting);
  });

  it('is done at once when it is needed, and not again', () => {
    const { done, scheduled, rest, add } = waiting();
    add('list');
    rest.flush();
    scheduled[0]?.();
    assert.deepEqual(done, ['list']);
  });

  it('may let more wait', () => {
    const { done, scheduled, rest, add } = waiting();
    rest.add(() => {
      add('later');
    });
    scheduled[0]?.();
    assert.deepEqual(done, []);
    scheduled[1]?.();
    assert.deepEqual(done, ['later']);
  });
});
