/*
 * Undo and redo for any plain state.
 */

export interface ViewHistory<State> {
  /** Oldest first. */
  readonly past: readonly State[];
  readonly present: State;
  /** The next to be done again comes first. */
  readonly future: readonly State[];
}

/** Steps that can be taken back. */
const longestPast = 100;

export function historyOf<State>(present: State): ViewHistory<State> {
  return { past: [], present, future: [] };
}

/** A new state; what had been taken back is gone then. */
export function record<State>(history: ViewHistory<State>, next: State): ViewHistory<State> {
  return { past: [...history.past, history.present].slice(-longestPast), present: next, future: [] };
}

/** The present state once more, changed: one step for what belongs together, like the letters of a word. */
export function amended<State>(history: ViewHistory<State>, present: State): ViewHistory<State> {
  return { ...history, present, future: [] };
}

/** The step before; the same history when there is none. */
export function undone<State>(history: ViewHistory<State>): ViewHistory<State> {
  const { past, present, future } = history;
  const previous = past.at(-1);
  return previous === undefined
    ? history
    : { past: past.slice(0, -1), present: previous, future: [present, ...future] };
}

/** The step that was taken back last; the same history when there is none. */
export function redone<State>(history: ViewHistory<State>): ViewHistory<State> {
  const { past, present, future } = history;
  const [next, ...later] = future;
  return next === undefined ? history : { past: [...past, present], present: next, future: later };
}
