import { firstIndexFrom } from './timeOrder';
import type { Signal, SignalKind, SignalOf } from './signal';

/** The signals of a story by time and by kind, so that no look-up has to go through all of them. */
export class SignalIndex {
  private readonly byKind = new Map<SignalKind, Signal[]>();

  /** `all` ascend by corrected time. */
  constructor(readonly all: readonly Signal[]) {
    for (const signal of all) {
      const known = this.byKind.get(signal.kind);
      if (known === undefined) {
        this.byKind.set(signal.kind, [signal]);
      } else {
        known.push(signal);
      }
    }
  }

  ofKind<Kind extends SignalKind>(kind: Kind): readonly SignalOf<Kind>[] {
    return (this.byKind.get(kind) ?? []) as unknown as readonly SignalOf<Kind>[];
  }

  /** Those of a kind from `from` up to but without `to`. */
  within<Kind extends SignalKind>(kind: Kind, from: number, to: number): readonly SignalOf<Kind>[] {
    const signals = this.ofKind(kind);
    return signals.slice(firstIndexFrom(signals, from), firstIndexFrom(signals, to));
  }

  /** The last one of a kind before `time`. */
  lastBefore<Kind extends SignalKind>(kind: Kind, time: number): SignalOf<Kind> | undefined {
    const signals = this.ofKind(kind);
    return signals[firstIndexFrom(signals, time) - 1];
  }

  /** The first one of a kind at `time` or later. */
  firstFrom<Kind extends SignalKind>(kind: Kind, time: number): SignalOf<Kind> | undefined {
    const signals = this.ofKind(kind);
    return signals[firstIndexFrom(signals, time)];
  }

  /** All signals from `from` up to but without `to`. */
  between(from: number, to: number): readonly Signal[] {
    return this.all.slice(firstIndexFrom(this.all, from), firstIndexFrom(this.all, to));
  }
}
