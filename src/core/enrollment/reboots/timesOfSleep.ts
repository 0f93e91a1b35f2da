import type { Sleep } from '../document/sleeps';
import { firstIndexFrom, type Timed } from '../signals/timeOrder';

interface Span extends Timed {
  /** Milliseconds since 1970 UTC. */
  readonly end: number;
  /** How long the device had slept before this, milliseconds. */
  readonly before: number;
}

/** How long the device slept within any time, from the sleeps that have an end. */
export class TimesOfSleep {
  private readonly spans: readonly Span[];

  /** `sleeps` ascend and do not overlap. */
  constructor(sleeps: readonly Sleep[]) {
    let before = 0;
    this.spans = sleeps.flatMap(({ start, end }): readonly Span[] => {
      if (end === null) {
        return [];
      }
      const span = { at: Date.parse(start), end: Date.parse(end), before };
      before += span.end - span.at;
      return [span];
    });
  }

  /** Milliseconds of sleep from one time to another, both in milliseconds since 1970 UTC. */
  within(from: number, to: number): number {
    return to <= from ? 0 : this.until(to) - this.until(from);
  }

  private until(time: number): number {
    const last = this.spans[firstIndexFrom(this.spans, time) - 1];
    return last === undefined ? 0 : last.before + Math.min(time, last.end) - last.at;
  }
}
