import type { Reboot } from '../../src/core/enrollment/document/reboots';
import type { TriageDocument } from '../../src/core/enrollment/document/triageDocument';
import type { EventSeries } from '../../src/core/timeline/eventSeries';
import { emptyStory } from '../unit/enrollment/emptyStory';

const start = Date.parse('2026-08-19T08:00:00Z');
/** How long the synthetic bundle reaches, milliseconds. */
export const hours = 6 * 3_600_000;

/** 40 restarts with 10 flags each: more than any enrollment has. */
export const document: TriageDocument = {
  ...emptyStory,
  reboots: Array.from({ length: 40 }, (_, number) => rebootWithFlags(number)),
};

function rebootWithFlags(number: number): Reboot {
  const time = (share: number): string => new Date(start + ((number + share) * hours) / 41).toISOString();
  const evidence = [{ path: 'System.evtx', recordId: number + 1 }] as const;
  return {
    id: `reboot-${number + 1}`,
    time: time(1),
    rawTime: time(1),
    timeUncertaintyMs: null,
    downtimeMs: 40_000,
    boot: '',
    during: 'deviceSetup',
    class: 'coalescedPolicy',
    expected: false,
    initiator: null,
    askedBy: null,
    causes: Array.from({ length: 10 }, (_, flag) => ({
      uri: `./Device/Vendor/MSFT/Policy/Config/Area${number}/Setting${flag}`,
      verdict: flag < 3 ? 'likely' : 'refuted',
      flaggedAt: time(flag / 12),
      lastFlaggedAt: time(flag / 12),
      count: 1,
      why: '',
      evidence,
    })),
    otherCauses: [],
    autoLogonCleared: null,
    tokenLost: null,
    cost: { prompts: null, waitMs: null },
    confidence: 'high',
    evidence,
  };
}

/** Bursts and quiet hours from a fixed linear congruential sequence; `steps` times the clock is set back. */
export function channel(name: string, count: number, steps: number): EventSeries {
  let seed = 12_345 + name.length;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const times = Float64Array.from({ length: count }, () => start + (random() < 0.5 ? random() ** 3 : random()) * hours);
  times.sort();
  for (let step = 1; step <= steps; step += 1) {
    const from = Math.floor((count * step) / (steps + 1));
    for (let index = from; index < count; index += 1) {
      times[index]! -= hours / 20;
    }
  }
  return {
    log: name,
    path: `${name}.evtx`,
    times,
    recordIds: Float64Array.from(times, (_, index) => index + 1),
    levels: Uint8Array.from(times, () => (random() < 0.02 ? 2 : 4)),
  };
}
