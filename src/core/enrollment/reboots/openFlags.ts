import { stageAt, type Stage } from '../phases/phaseTracker';
import type { SignalOf } from '../signals/signal';
import type { SignalIndex } from '../signals/signalIndex';
import { firstIndexFrom } from '../signals/timeOrder';

type PolicyFlag = SignalOf<'policyFlag'>;

/** The flags of one URI, whatever its spelling, that no restart has answered: one is raised at every sync. */
export interface OpenFlag {
  readonly first: PolicyFlag;
  readonly last: PolicyFlag;
  readonly count: number;
  /** How often it was flagged again once the restart had begun that this is told of. */
  readonly countAfter: number;
  /** The same URI had been flagged before a restart that answered it. */
  readonly isRaisedAgain: boolean;
}

/** About twice as many URIs as any build knows as wanting a restart; further ones are not told. */
const enoughUris = 64;

/** Walks along the restarts and keeps the flags that are still open; each flag is looked at once or twice. */
export class OpenFlags {
  /** When the last restart was over that answered all flags before it, milliseconds since 1970 UTC. */
  answeredAt: number | null = null;
  private readonly flags: readonly PolicyFlag[];
  private readonly answeredUris = new Set<string>();
  private open = new Map<string, { first: PolicyFlag; last: PolicyFlag; count: number }>();
  private next = 0;
  private raisedInDeviceSetup = false;

  constructor(
    signals: SignalIndex,
    private readonly stages: readonly Stage[],
  ) {
    this.flags = signals.ofKind('policyFlag');
  }

  /** Has one asked in device setup up to `time`? Times ascend from call to call. */
  isRaisedInDeviceSetup(time: number): boolean {
    this.walkTo(time);
    return this.raisedInDeviceSetup;
  }

  /** The open flags around a restart: counted up to its beginning, and those that were only raised up to `until`. */
  around(began: number, until: number): readonly OpenFlag[] {
    this.walkTo(began);
    const before = new Map([...this.open].map(([uri, flag]) => [uri, { ...flag }]));
    this.walkTo(until);
    return [...this.open].map(([uri, flag]) => {
      const counted = before.get(uri) ?? flag;
      const isRaisedAgain = this.answeredUris.has(uri);
      return { ...counted, countAfter: flag.count - counted.count, isRaisedAgain };
    });
  }

  /** A restart for the collected policies, over at `time`, answers all flags before. */
  answer(time: number): void {
    this.answeredAt = time;
    for (const uri of this.open.keys()) {
      if (this.open.get(uri)!.first.at <= time && this.answeredUris.size < enoughUris) {
        this.answeredUris.add(uri);
      }
    }
    this.open = new Map();
    this.raisedInDeviceSetup = false;
    this.next = firstIndexFrom(this.flags, time);
  }

  private walkTo(time: number): void {
    for (; this.next < this.flags.length && this.flags[this.next]!.at < time; this.next += 1) {
      const flag = this.flags[this.next]!;
      const uri = flag.uri.toLowerCase();
      const known = this.open.get(uri);
      if (known !== undefined) {
        known.last = flag;
        known.count += 1;
      } else if (this.open.size < enoughUris) {
        this.open.set(uri, { first: flag, last: flag, count: 1 });
      }
      this.raisedInDeviceSetup ||= stageAt(this.stages, flag.at)?.stage === 'deviceSetup';
    }
  }
}
