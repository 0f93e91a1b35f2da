/*
 * The keys of the timeline: what each press asks for.
 */

/** Commands that move through the timeline and leave the view as it is arranged. */
export type MoveCommand =
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
  | 'nextMatch'
  | 'previousMatch'
  | 'open';

/** Commands that change what is shown, and how. */
export type ViewCommand =
  | 'undo'
  | 'redo'
  | 'mark'
  | 'extendLeft'
  | 'extendRight'
  | 'spanSelection'
  | 'zoomToSpan'
  | 'annotate'
  | 'collapseLane'
  | 'hideLane'
  | 'pinLane'
  | 'moveLaneUp'
  | 'moveLaneDown'
  | 'toggleFolds'
  | 'nextDisplay'
  | 'find'
  | 'toggleFilter'
  | 'toggleLanes'
  | 'toggleExport'
  | 'toggleList'
  | 'toggleLegend'
  | 'toggleKeys'
  | 'peel';

export type Command = MoveCommand | ViewCommand;

/** Keys as {@link keyOf} spells them. Letters count in both cases where the other case means nothing else. */
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
  F3: 'nextMatch',
  'Shift+F3': 'previousMatch',
  Enter: 'open',
  u: 'undo',
  'Ctrl+z': 'undo',
  U: 'redo',
  'Ctrl+Z': 'redo',
  'Ctrl+y': 'redo',
  m: 'mark',
  M: 'mark',
  'Shift+ArrowLeft': 'extendLeft',
  'Shift+ArrowRight': 'extendRight',
  b: 'spanSelection',
  B: 'spanSelection',
  z: 'zoomToSpan',
  Z: 'zoomToSpan',
  n: 'annotate',
  N: 'annotate',
  c: 'collapseLane',
  C: 'collapseLane',
  h: 'hideLane',
  H: 'hideLane',
  i: 'pinLane',
  I: 'pinLane',
  'Alt+ArrowUp': 'moveLaneUp',
  'Alt+ArrowDown': 'moveLaneDown',
  g: 'toggleFolds',
  G: 'toggleFolds',
  t: 'nextDisplay',
  T: 'nextDisplay',
  '/': 'find',
  F: 'toggleFilter',
  L: 'toggleLanes',
  e: 'toggleExport',
  E: 'toggleExport',
  l: 'toggleList',
  '?': 'toggleKeys',
  Escape: 'peel',
};

/** The command of a key press; `null` for keys of the editor, which are left alone. */
function commandOf(event: KeyboardEvent): Command | null {
  const key = keyOf(event);
  return Object.hasOwn(commands, key) ? (commands[key] ?? null) : null;
}

/** `Ctrl+z`, `Shift+ArrowLeft`, `R`: Shift is named only where the key itself does not show it. */
function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const shift = shiftKey && key.length > 1 && !ctrlKey && !metaKey;
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/** Keys that a field of text leaves to the page. */
const beyondFields = new Set(['Escape', 'F3']);
/** Keys that press a button or check a box. */
const pressing = new Set(['Enter', ' ']);

/** Is the key press meant for the control of a form that has the focus? */
function isForControl({ target, key }: KeyboardEvent): boolean {
  switch (target instanceof Element ? target.localName : '') {
    case 'vscode-text-field':
      return !beyondFields.has(key);
    case 'vscode-dropdown':
      return true;
    case 'vscode-button':
    case 'vscode-checkbox':
    case 'button':
      return pressing.has(key);
    default:
      return false;
  }
}

/** Runs the commands of the keys that are pressed anywhere in the page, also before anything in it has the focus. */
export function bindKeys(page: Document, run: (command: Command) => void): void {
  page.addEventListener('keydown', (event) => {
    const command = commandOf(event);
    if (command === null || isForControl(event) || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    if (event.ctrlKey || event.metaKey || event.altKey) {
      // The editor has commands of its own on these.
      event.stopPropagation();
    }
    run(command);
  });
}
