import assert from 'node:assert/strict';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { flag, page, rebootsOf } from './restarts';
import { inOrder, phaseStart, sign, signInText } from '../signals';

/** A day of `count` signals of each kind that a hostile bundle could hold many of. */
function manySignals(count: number): readonly Signal[] {
  const minutes = (index: number): number => 30 + (index * 1_000) / count;
  const each = (tell: (at: number, index: number) => Signal): readonly Signal[] =>
    Array.from({ length: count }, (_, index) => tell(minutes(index), index));
  return inOrder(
    phaseStart(20, 'DeviceSetup'),
    each((at, index) => flag(at, `./Device/Vendor/MSFT/Policy/Config/Area/Policy${index}`)),
    each((at) => sign(at, { kind: 'kernelStart' })),
    each((at, index) => sign(at, { kind: 'oobeHealth', secondsSinceBoot: index }, 'Shell-Core')),
    each((at) => signInText(at, { kind: 'imeStart', version: '1', silenceMs: 60_000 })),
    each((at) => signInText(at, { kind: 'appRestart', hard: true, app: `app${at}` })),
    each((at) => page(at, 'OobeAAD')),
  );
}

describe('the cost of finding restarts', () => {
  it('grows with the number of signals, not with its square', function () {
    this.timeout(60_000);
    const timed = (count: number): number => {
      const signals = manySignals(count);
      const runs = [1, 2, 3].map(() => {
        const before = performance.now();
        assert.ok(rebootsOf(signals).length <= count);
        return performance.now() - before;
      });
      return Math.min(...runs);
    };
    timed(500);
    const small = timed(2_000);
    const large = timed(16_000);
    assert.ok(
      large < Math.max(small, 20) * 24,
      `${Math.round(small)} ms for 2,000 of each, ${Math.round(large)} ms for 16,000`,
    );
  });
});
