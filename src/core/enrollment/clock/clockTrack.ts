import type { StoredEvent } from '../../bundle/eventStore';
import type { ClockStep } from '../document/clockFacts';

/** One setting of the clock, and where in the order of writing it happened. */
export interface FoundStep {
  readonly oldMs: number;
  readonly newMs: number;
  readonly reason: ClockStep['reason'];
  readonly event: StoredEvent;
  /** First position in the step's own channel that carries the new time. */
  readonly firstNewPosition: number;
  /** Raw time of the last record of the step's own channel, near which the bundle was taken; `null` where it is a quiet one. */
  readonly lastMs: number | null;
}

/**
 * How the records of a log were put into the segments: the log holds the steps itself, or its times jump as they do;
 * `assumed`: neither, so what may lie on either side of a step is taken as recorded.
 */
export type PlacedBy = 'ownRecord' | 'jump' | 'assumed';

/** The segment of the clock that a record lies in (index into the segments), and how that was found. */
export interface ClockPlace {
  readonly segment: number;
  readonly by: PlacedBy;
}

/** The records of one log, corrected, in the order of writing. */
export interface ClockTrack {
  /** Milliseconds since 1970 UTC. */
  readonly corrected: Float64Array;
  /** Index of the segment of each. */
  readonly segment: Uint8Array;
  readonly by: PlacedBy;
}

/** How far a channel's times may be off the step's own and still be read as the same step, milliseconds. */
const slackMs = 5_000;

/**
 * At a boot the event log service writes its own records first and then what was buffered before it, so a record may
 * stand this many places before a step although it was written after it.
 */
const bufferedRecords = 500;

interface Split {
  /** First position after the step. */
  readonly at: number;
  readonly by: PlacedBy;
}

/** Corrects the raw times of one log in the order of writing; `channel` names the log where a step may lie in it. */
export function correctedTrack(raw: Float64Array, shifts: readonly FoundStep[], channel: string | null): ClockTrack {
  const splits = shifts
    .map((step): Split & { readonly step: FoundStep } =>
      step.event.channel === channel
        ? { at: step.firstNewPosition, by: 'ownRecord', step }
        : { ...splitOf(raw, step), step },
    )
    .sort((a, b) => a.at - b.at);
  // What has to be added before the first split, between the first and the second, …, after the last.
  const shiftOfEra = [0];
  for (const { step } of splits.toReversed()) {
    shiftOfEra.unshift(shiftOfEra[0]! + step.newMs - step.oldMs);
  }
  const corrected = new Float64Array(raw.length);
  const segment = new Uint8Array(raw.length);
  let era = 0;
  for (let position = 0; position < raw.length; position += 1) {
    while (era < splits.length && splits[era]!.at <= position) {
      era += 1;
    }
    const time = raw[position]!;
    const nextSplit = splits[era]?.at ?? Infinity;
    const isAhead =
      position > 0 &&
      nextSplit - position <= bufferedRecords &&
      isNearer(corrected[position - 1]!, time, shiftOfEra, era);
    const ofEra = isAhead ? era + 1 : era;
    segment[position] = ofEra;
    corrected[position] = time + shiftOfEra[ofEra]!;
  }
  return { corrected, segment, by: placedBy(splits) };
}

/** The least certain of them. */
function placedBy(splits: readonly Split[]): PlacedBy {
  return (['assumed', 'jump'] as const).find((way) => splits.some(({ by }) => by === way)) ?? 'ownRecord';
}

/** Does a time fit its predecessor better on the clock after the next step than on the one before? */
function isNearer(previous: number, time: number, shiftOfEra: readonly number[], era: number): boolean {
  const now = Math.abs(time + shiftOfEra[era]! - previous);
  const ahead = Math.abs(time + shiftOfEra[era + 1]! - previous);
  return ahead + 60_000 < now;
}

/**
 * Where in a log the step happened: the first record that carries the new time. A step back shows as a drop from
 * before the old time to after the new one; where a log has no such drop, what lies before the new time is old
 * and the rest is taken as recorded, unless it all lies in a time that had not come yet when the
 * bundle was taken: then it was written before the step.
 */
function splitOf(raw: Float64Array, { oldMs, newMs, lastMs }: FoundStep): Split {
  if (newMs > oldMs) {
    const position = raw.findIndex((time) => time >= newMs - slackMs);
    return { at: position < 0 ? raw.length : position, by: 'jump' };
  }
  const drop = (oldMs - newMs) / 2;
  for (let position = 1; position < raw.length; position += 1) {
    const before = raw[position - 1]!;
    const after = raw[position]!;
    if (
      before - after > Math.min(drop, 60_000) &&
      before <= oldMs + slackMs &&
      after >= newMs - slackMs &&
      before > newMs
    ) {
      return { at: position, by: 'jump' };
    }
  }
  const unclear = raw.findIndex((time) => time >= newMs - slackMs);
  const taken = lastMs === null || lastMs > oldMs ? Infinity : Math.max(newMs, lastMs);
  const isAllBefore = unclear === 0 && isWithin(raw, taken + afterTakenMs, oldMs + slackMs);
  return { at: unclear < 0 || isAllBefore ? raw.length : unclear, by: unclear < 0 || isAllBefore ? 'jump' : 'assumed' };
}

/** What a collection itself writes, it writes this soon after the last record of a busy log, milliseconds. */
const afterTakenMs = 30 * 60_000;

/** Do all times lie between these two? */
function isWithin(raw: Float64Array, from: number, to: number): boolean {
  return raw.every((time) => time >= from && time <= to);
}
