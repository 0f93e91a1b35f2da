/*
 * The sheet of keys: what can be pressed, in the words of the user.
 */
import { createElement } from './dom';

type Row = readonly [keys: string, does: string];

const groups: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  [
    'Move',
    [
      ['W S + − wheel', 'zoom'],
      ['A D ← → drag', 'pan'],
      ['Home End', 'to the start, to the end'],
      ['F', 'fit the enrollment, again: the whole bundle'],
      ['R ⇧R', 'next, previous reboot'],
      ['P ⇧P', 'next, previous re-prompt'],
      ['. ,', 'next, previous in the lane'],
      ['↑ ↓', 'lane above, below'],
      ['] [', 'to the effect, to the cause'],
      ['Enter double click', 'open the log there'],
    ],
  ],
  [
    'Find and choose',
    [
      ['/', 'search'],
      ['F3 ⇧F3', 'next, previous match'],
      ['⇧F', 'filter'],
      ['M', 'mark, or take the mark away'],
      ['⇧← ⇧→ ⇧drag', 'select a range'],
      ['B', 'select the range of the selection'],
      ['Z', 'zoom to the range'],
      ['N', 'note on the selection or range'],
      ['E', 'export'],
    ],
  ],
  [
    'Lanes and view',
    [
      ['⇧L', 'lanes'],
      ['I', 'pin the lane to the top'],
      ['C', 'make the lane thin'],
      ['H', 'hide the lane'],
      ['Alt ↑ ↓', 'move the lane'],
      ['T', 'UTC, device time, since the start'],
      ['G', 'draw empty stretches short'],
      ['L', 'list'],
      ['U Ctrl Z', 'undo'],
      ['⇧U Ctrl ⇧Z', 'redo'],
      ['Esc', 'close, clear, one after the other'],
    ],
  ],
];

export function createKeySheet(): HTMLElement {
  const columns = groups.map(([title, rows]) =>
    createElement(
      'section',
      {},
      createElement('h2', { className: 'box-title', text: title }),
      createElement('dl', { className: 'keys' }, ...rows.flatMap(termsOf)),
    ),
  );
  return createElement(
    'div',
    { className: 'popover key-box', attributes: { 'aria-label': 'Keys', role: 'region', tabindex: '0' } },
    ...columns,
  );
}

function termsOf([keys, does]: Row): HTMLElement[] {
  return [createElement('dt', {}, createElement('kbd', { text: keys })), createElement('dd', { text: does })];
}
