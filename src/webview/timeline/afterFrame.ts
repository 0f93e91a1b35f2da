/*
 * What can wait until the picture is on the screen, and is there before anybody could use it: done in order, in the
 * first idle moment behind the next frame, or at once when something needs it.
 */

/** A page in the background has no frames, milliseconds. */
const longestWait = 250;

/** Calls back in the first idle moment behind the next frame, perhaps more than once. */
export function behindNextFrame(callback: () => void): void {
  requestAnimationFrame(() => {
    requestIdleCallback(callback);
  });
  window.setTimeout(callback, longestWait);
}

export class AfterFrame {
  private waiting: (() => void)[] = [];

  constructor(private readonly schedule: (callback: () => void) => void) {}

  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  add(work: () => void): void {
    this.waiting.push(work);
    if (this.waiting.length === 1) {
      this.schedule(this.flush);
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
