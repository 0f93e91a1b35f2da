/**
 * Keeps long work polite: called between small steps, it hands the thread back to the event loop every few
 * milliseconds, so that a progress line moves and a cancel button works.
 */
export class Pace {
  private lastPause = Date.now();

  /** @param budgetMs Milliseconds of work between two pauses: a frame of a 60 Hz screen by default. */
  constructor(private readonly budgetMs = 16) {}

  /** Pauses when the budget is used up. Rejects with the signal's reason when aborted. */
  async breathe(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (Date.now() - this.lastPause < this.budgetMs) {
      return;
    }
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
    this.lastPause = Date.now();
    signal?.throwIfAborted();
  }
}
