/** An instant of a story, as it was and as the device's own clock showed it; milliseconds since 1970 UTC. */
export interface Moment {
  readonly truth: number;
  readonly raw: number;
}

type AdvanceListener = (from: number, to: number) => void;

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of `6m36s`, `250ms`, `1.5h`. */
export function durationMs(text: string): number {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) {
    throw new Error(`not a duration: ${text}`);
  }
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    total += Number(amount) * unitMs[unit ?? 'ms']!;
  }
  return Math.round(total);
}

/**
 * The time of a story. It knows the true time and the error of the device's clock, so that a story can tell what
 * a corrected time has to be. Time passes with {@link plus} while Windows runs, and with {@link skip} while it
 * does not, or while nothing but the story itself shall be logged.
 */
export class StoryClock {
  private truth: number;
  private errorMs: number;
  private readonly listeners: AdvanceListener[] = [];

  /** @param errorMs how far the device's clock is ahead of the true time. */
  constructor(start: string, errorMs = 0) {
    this.truth = Date.parse(start);
    this.errorMs = errorMs;
  }

  get now(): Moment {
    return { truth: this.truth, raw: this.truth + this.errorMs };
  }

  /** Lets time pass with everything that happens in the background. */
  plus(duration: string): this {
    const from = this.truth;
    this.truth += durationMs(duration);
    this.listeners.forEach((listener) => {
      listener(from, this.truth);
    });
    return this;
  }

  /** Lets time pass, with its background, until the true time `truth`. */
  plusUntil(truth: number): this {
    const remaining = truth - this.truth;
    if (remaining < 0) {
      throw new Error(`the story is ${-remaining} ms too late`);
    }
    return this.plus(`${remaining}ms`);
  }

  /** Lets time pass in silence. */
  skip(duration: string): this {
    this.truth += durationMs(duration);
    return this;
  }

  /** The moment at the true time `truth`, on the clock as it is set now. */
  momentAt(truth: number): Moment {
    return { truth, raw: truth + this.errorMs };
  }

  /** Sets the device's clock right; returns new time minus old time, milliseconds. */
  correct(): number {
    const delta = -this.errorMs;
    this.errorMs = 0;
    return delta;
  }

  onAdvance(listener: AdvanceListener): void {
    this.listeners.push(listener);
  }
}

/** ISO 8601 UTC with milliseconds, as the triage document has it. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}
