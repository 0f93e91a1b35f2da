/*
 * How a user has arranged the lanes: their order, and which of them are pinned to the top, thin, or out of sight.
 * Lanes are named by their ids; ids that a bundle does not have are kept and mean nothing to it.
 */
import type { Direction } from '../keyboardOrder';
import type { Lane } from '../timelineModel';

export interface LaneArrangement {
  /** All lanes as they were when one was moved; empty for their natural order. */
  readonly order: readonly string[];
  /** Before all others. */
  readonly pinned: readonly string[];
  /** One thin row each. */
  readonly collapsed: readonly string[];
  readonly hidden: readonly string[];
}

export type LaneTrait = 'pinned' | 'collapsed' | 'hidden';

export const naturalArrangement: LaneArrangement = { order: [], pinned: [], collapsed: [], hidden: [] };

/** All lanes in the order of the arrangement, hidden ones too: pinned ones first. */
export function orderedLanes(lanes: readonly Lane[], arrangement: LaneArrangement): readonly Lane[] {
  const ordered = inOrder(lanes, arrangement.order);
  const isPinned = traitOf(arrangement, 'pinned');
  return [...ordered.filter(isPinned), ...ordered.filter((lane) => !isPinned(lane))];
}

/** The lanes that are to be seen. */
export function arrangedLanes(lanes: readonly Lane[], arrangement: LaneArrangement): readonly Lane[] {
  const isHidden = traitOf(arrangement, 'hidden');
  return orderedLanes(lanes, arrangement).filter((lane) => !isHidden(lane));
}

export function withTrait(arrangement: LaneArrangement, id: string, trait: LaneTrait, has: boolean): LaneArrangement {
  const others = arrangement[trait].filter((other) => other !== id);
  return { ...arrangement, [trait]: has ? [...others, id] : others };
}

/** Changes places with the next lane in sight; pinned lanes stay among themselves. */
export function movedLane(
  lanes: readonly Lane[],
  arrangement: LaneArrangement,
  id: string,
  direction: Direction,
): LaneArrangement {
  const all = orderedLanes(lanes, arrangement);
  const isHidden = traitOf(arrangement, 'hidden');
  const isPinned = traitOf(arrangement, 'pinned');
  const from = all.findIndex((lane) => lane.id === id);
  let to = from + direction;
  while (all[to] !== undefined && isHidden(all[to]!)) {
    to += direction;
  }
  const lane = all[from];
  const other = all[to];
  if (lane === undefined || other === undefined || isPinned(lane) !== isPinned(other)) {
    return arrangement;
  }
  const order = all.map((each) => each.id).filter((each) => each !== id);
  order.splice(to, 0, id);
  return { ...arrangement, order };
}

/** Lanes that the order does not name come after the lane that they naturally follow. */
function inOrder(lanes: readonly Lane[], order: readonly string[]): readonly Lane[] {
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  const named = [...new Set(order)].flatMap((id) => byId.get(id) ?? []);
  const result = [...named];
  lanes.forEach((lane, index) => {
    if (!named.includes(lane)) {
      const before = lanes[index - 1];
      result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, lane);
    }
  });
  return result;
}

function traitOf(arrangement: LaneArrangement, trait: LaneTrait): (lane: Lane) => boolean {
  const ids = new Set(arrangement[trait]);
  return ({ id }) => ids.has(id);
}
