import assert from 'node:assert/strict';
import { sidesOfAdvice, withPrice } from '../../../src/core/enrollment/adviceWords';

describe('advice', () => {
  it('comes apart into the two sides that it was made of', () => {
    const advice = withPrice('Move it.', 'nothing is measured.');
    assert.deepEqual(sidesOfAdvice(advice), { advice: 'Move it.', price: 'nothing is measured.' });
  });

  it('has no price where nothing is to be paid', () => {
    assert.deepEqual(sidesOfAdvice(withPrice('Ask.', null)), { advice: 'Ask.', price: null });
  });
});
