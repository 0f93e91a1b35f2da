/* Does something once nothing has happened for a while. */

const settleMs = 400;

export class Settling {
  private timer: number | undefined;

  constructor(private readonly settled: () => void) {}

  readonly restart = (): void => {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(this.settled, settleMs);
  };
}
