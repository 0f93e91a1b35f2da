import { covers } from '../../bundle/coverage';
import type { LogSpan } from '../coverage/coverageStory';
import type { Boot } from '../document/boots';
import type { Confidence, EvidenceRef } from '../document/evidence';
import { firstIndexFrom } from '../signals/timeOrder';
import { signalsOf, type Signal, type SignalOf } from '../signals/signal';

/** A start of Windows in which waiting settings take hold and the start is measured: a fast startup is none. */
export interface FullStart {
  /** Id of the boot. */
  readonly id: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Is it certain that Windows started, and not only a service? */
  readonly isCertain: boolean;
  readonly ref: EvidenceRef;
}

/** That Windows has not started since some moment, and how well that is known. */
export interface NoStart {
  readonly confidence: Confidence;
  readonly evidence: readonly EvidenceRef[];
}

/** A start needs a few minutes: none has followed what was written this short before the end of the bundle, milliseconds. */
const quietMs = 5 * 60_000;

/** The full starts of a bundle. That none is seen says nothing where no log would show it. */
export class FullStarts {
  /** Ascending by time. */
  readonly all: readonly FullStart[];
  private readonly sure: readonly FullStart[];
  /** By id of the boot. */
  private readonly times: ReadonlyMap<string, number>;
  private readonly lastHealth: SignalOf<'oobeHealth'> | undefined;
  private readonly system: LogSpan | undefined;

  constructor(
    boots: readonly Boot[],
    signals: readonly Signal[],
    coverage: readonly LogSpan[],
    /** The last that any log of the bundle tells, milliseconds since 1970 UTC. */
    private readonly bundleEnd: number,
    /** Ids of the boots that may be none, or none at that time. */
    doubtful: ReadonlySet<string> = new Set(),
  ) {
    this.all = boots
      .filter(({ kind }) => kind !== 'fastStartup')
      .map(({ id, start, kind, evidence }) => ({
        id,
        at: Date.parse(start),
        isCertain: kind !== 'unknown',
        ref: { ...evidence[0], note: 'Windows started' },
      }))
      .sort((a, b) => a.at - b.at);
    this.sure = this.all.filter(({ id }) => !doubtful.has(id));
    this.times = new Map(this.all.map(({ id, at }) => [id, at]));
    this.lastHealth = signalsOf(signals, 'oobeHealth').at(-1);
    this.system = coverage.find(({ log }) => log === 'System');
  }

  get last(): FullStart | null {
    return this.all.at(-1) ?? null;
  }

  /** The first one after a moment that has surely been. */
  after(moment: number): FullStart | null {
    return this.sure[indexAfter(this.sure, moment)] ?? null;
  }

  /** How many there are after a moment, without those of some boots. */
  countAfter(moment: number, without: ReadonlySet<string>): number {
    const left = [...without].filter((id) => (this.times.get(id) ?? -Infinity) > moment);
    return this.all.length - indexAfter(this.all, moment) - left.length;
  }

  /** Knows that none has followed; `null` where one has, or where no log would show it. */
  noneSince(moment: number): NoStart | null {
    if (indexAfter(this.all, moment) < this.all.length) {
      return null;
    }
    const evidence = this.last === null ? [] : [{ ...this.last.ref, note: 'the last start of Windows' }];
    if (this.isWatched(moment)) {
      return { confidence: 'high', evidence };
    }
    const health = this.lastHealth;
    const isRecent = health !== undefined && this.bundleEnd - health.at <= quietMs;
    return !isRecent || health.at <= moment || health.at - health.secondsSinceBoot * 1000 >= moment
      ? null
      : {
          confidence: 'medium',
          evidence: [...evidence, { ...health.ref, note: `${health.secondsSinceBoot} s since the last start` }],
        };
  }

  /** Does the System log hold everything from a moment to the end, and does it reach that moment at all? */
  private isWatched(moment: number): boolean {
    const { system } = this;
    const reaches = system?.last !== undefined && system.last !== null && Date.parse(system.last) >= moment;
    return system !== undefined && reaches && covers(system, moment, this.bundleEnd);
  }
}

function indexAfter(starts: readonly FullStart[], moment: number): number {
  let index = firstIndexFrom(starts, moment);
  while (starts[index]?.at === moment) {
    index += 1;
  }
  return index;
}
