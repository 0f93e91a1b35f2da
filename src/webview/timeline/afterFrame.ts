/*
 * What can wait until the picture is on the screen, and is there before anybody could use it: done in order, in the
 * first idle moment behind the next frame, or at once when something needs it.
 */

/** A page in the background has no frames, milliseconds. */
const longestWait = 250;

export class AfterFrame {
  private waiting: (() => void)[] = [];

  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  add(work: () => void): void {
    this.waiting.push(work);
    if (this.waiting.length === 1) {
      requestAnimationFrame(() => {
        requestIdleCallback(this.flush);
      });
      window.setTimeout(this.flush, longestWait);
    }
  }

  readonly flush = (): void => {
    const all = this.waiting;
    this.waiting = [];
    for (const work of all) {
      work();
    }
  };
}
