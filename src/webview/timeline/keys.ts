/*
 * The keys of the timeline, in one table that the help shows as well.
 */
export type Command =
  | 'zoomIn'
  | 'zoomOut'
  | 'panLeft'
  | 'panRight'
  | 'fit'
  | 'goToStart'
  | 'goToEnd'
  | 'nextReboot'
  | 'previousReboot'
  | 'nextRePrompt'
  | 'previousRePrompt'
  | 'nextInLane'
  | 'previousInLane'
  | 'laneBelow'
  | 'laneAbove'
  | 'followEffect'
  | 'followCause'
  | 'open'
  | 'clearSelection'
  | 'toggleList'
  | 'toggleLegend'
  | 'toggleKeys';

const commands: Readonly<Record<string, Command>> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  w: 'zoomIn',
  W: 'zoomIn',
  '-': 'zoomOut',
  s: 'zoomOut',
  S: 'zoomOut',
  ArrowLeft: 'panLeft',
  a: 'panLeft',
  A: 'panLeft',
  ArrowRight: 'panRight',
  d: 'panRight',
  D: 'panRight',
  f: 'fit',
  Home: 'goToStart',
  End: 'goToEnd',
  r: 'nextReboot',
  R: 'previousReboot',
  p: 'nextRePrompt',
  P: 'previousRePrompt',
  '.': 'nextInLane',
  ',': 'previousInLane',
  ArrowDown: 'laneBelow',
  ArrowUp: 'laneAbove',
  ']': 'followEffect',
  '[': 'followCause',
  Enter: 'open',
  Escape: 'clearSelection',
  l: 'toggleList',
  '?': 'toggleKeys',
};

/** The command of a key press; `null` for keys of the editor, which are left alone. */
export function commandOf(event: KeyboardEvent): Command | null {
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  return isChord || !Object.hasOwn(commands, event.key) ? null : (commands[event.key] ?? null);
}

/** What the help says: keys, and what they do. */
export const keyHelp: readonly (readonly [keys: string, does: string])[] = [
  ['W S + − wheel', 'zoom'],
  ['A D ← → drag', 'pan'],
  ['F', 'fit the enrollment, again: the whole bundle'],
  ['R ⇧R', 'next, previous reboot'],
  ['P ⇧P', 'next, previous re-prompt'],
  ['. ,', 'next, previous in the lane'],
  ['↑ ↓', 'lane above, below'],
  ['] [', 'to the effect, to the cause'],
  ['Enter', 'open the log there'],
  ['L', 'list'],
  ['Esc', 'clear the selection'],
];
