import assert from 'node:assert/strict';
import { TwoFingers } from '../../../src/webview/timeline/twoFingers';

describe('two fingers', () => {
  const apart = (): TwoFingers => {
    const fingers = new TwoFingers();
    fingers.down(1, { x: 100, y: 50 });
    fingers.down(2, { x: 200, y: 50 });
    return fingers;
  };

  it('zoom around the point between them by how far they go apart', () => {
    const fingers = apart();
    assert.deepEqual(fingers.move(2, { x: 300, y: 50 }), { x: 200, factor: 2, dx: 50, dy: 0 });
    assert.deepEqual(fingers.move(1, { x: 200, y: 50 }), { x: 250, factor: 0.5, dx: 50, dy: 0 });
  });

  it('carry along what is between them', () => {
    const fingers = apart();
    const steps = [fingers.move(1, { x: 110, y: 70 }), fingers.move(2, { x: 210, y: 70 })];
    assert.deepEqual(
      steps.map((step) => [step?.dx, step?.dy]),
      [
        [5, 10],
        [5, 10],
      ],
    );
    assert.ok(Math.abs(steps[0]!.factor * steps[1]!.factor - 1) < 1e-9);
  });

  it('do not leap when they touch each other', () => {
    const fingers = apart();
    fingers.move(2, { x: 101, y: 50 });
    assert.equal(fingers.move(2, { x: 102, y: 50 })?.factor, 1);
  });

  it('are not one, and not three', () => {
    const fingers = new TwoFingers();
    fingers.down(1, { x: 0, y: 0 });
    assert.equal(fingers.move(1, { x: 9, y: 0 }), null);
    fingers.down(2, { x: 50, y: 0 });
    fingers.down(3, { x: 90, y: 0 });
    assert.equal(fingers.move(2, { x: 60, y: 0 }), null);
    fingers.up(3);
    assert.notEqual(fingers.move(2, { x: 70, y: 0 }), null);
  });

  it('know nothing of a pointer that only passes by', () => {
    const fingers = apart();
    assert.equal(fingers.move(7, { x: 0, y: 0 }), null);
  });
});
