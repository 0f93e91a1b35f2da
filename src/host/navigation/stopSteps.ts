import type { StoryStop } from './storyStops';

export type StepDirection = 'next' | 'previous';

/** Where someone stands between the stops. */
export type StepPosition =
  | { readonly at: 'stop'; readonly id: string }
  /** Corrected time of the log at the cursor, whole milliseconds since 1970 UTC. */
  | { readonly at: 'time'; readonly time: number }
  | { readonly at: 'nowhere' };

/**
 * The stop one step from `position`, `null` at either end; from nowhere, next is the first of the enrollment and
 * previous the last.
 *
 * @param stops in the order of time
 */
export function stepStop(
  stops: readonly StoryStop[],
  position: StepPosition,
  direction: StepDirection,
): StoryStop | null {
  const forward = direction === 'next';
  switch (position.at) {
    case 'stop': {
      const index = stops.findIndex(({ id }) => id === position.id);
      return (index === -1 ? undefined : stops[index + (forward ? 1 : -1)]) ?? null;
    }
    case 'time':
      return (
        (forward
          ? stops.find(({ time }) => time > position.time)
          : stops.findLast(({ time }) => time < position.time)) ?? null
      );
    case 'nowhere':
      return (forward ? (stops.find(({ isEarlier }) => !isEarlier) ?? stops[0]) : stops.at(-1)) ?? null;
  }
}
