import assert from 'node:assert/strict';

/** A machine that is busy with something else is no proof of slow code: work is slow when it is slow each time. */
const tries = 3;

/**
 * Fails where `work` takes longer than `limitMs` milliseconds every time. The limit is many times what linear work takes,
 * and a small part of what quadratic work would.
 */
export function assertLinear(limitMs: number, work: () => void, what = 'it'): void {
  const took: number[] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const start = performance.now();
    work();
    took.push(Math.round(performance.now() - start));
    if ((took.at(-1) ?? 0) < limitMs) {
      return;
    }
  }
  assert.fail(`${what} took ${took.join(', ')} ms; the limit is ${limitMs} ms`);
}
