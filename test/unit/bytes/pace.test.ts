import assert from 'node:assert/strict';
import { Pace } from '../../../src/core/bytes/pace';

describe('Pace', () => {
  it('lets timers run while long work goes on', async () => {
    const pace = new Pace(5);
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 1);
    for (const end = Date.now() + 100; Date.now() < end;) {
      await pace.breathe();
    }
    clearInterval(timer);
    assert.ok(ticks >= 5, `${ticks} ticks`);
  });

  it('does not pause before its budget is used up', async () => {
    let hasRun = false;
    const pace = new Pace(10_000);
    const timer = setTimeout(() => (hasRun = true), 0);
    for (let step = 0; step < 1000; step += 1) {
      await pace.breathe();
    }
    clearTimeout(timer);
    assert.equal(hasRun, false);
  });

  it('rejects with the reason of an aborted signal', async () => {
    await assert.rejects(new Pace().breathe(AbortSignal.abort(new Error('enough'))), /enough/);
  });
});
