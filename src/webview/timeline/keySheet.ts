/*
 * The sheet of keys: what can be pressed, in the words of the user.
 */
import * as l10n from '@vscode/l10n';
import { phrase } from '../../core/words/language';
import { createElement } from './dom';

type Row = readonly [keys: string, does: string];

const groups: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  [
    phrase('Move'),
    [
      [phrase('W S + − wheel'), phrase('zoom')],
      [phrase('A D ← → drag'), phrase('pan')],
      [phrase('Home End'), phrase('to the start, to the end')],
      ['F', phrase('fit the enrollment, again: the whole bundle')],
      ['R ⇧R', phrase('next, previous reboot')],
      ['P ⇧P', phrase('next, previous re-prompt')],
      ['. ,', phrase('next, previous in the lane')],
      ['↑ ↓', phrase('lane above, below')],
      ['] [', phrase('to the effect, to the cause')],
      [phrase('Enter double click'), phrase('open the log there')],
    ],
  ],
  [
    phrase('Find and choose'),
    [
      ['/', phrase('search')],
      ['F3 ⇧F3', phrase('next, previous match')],
      ['⇧F', phrase('filter')],
      ['M', phrase('mark, or take the mark away')],
      [phrase('⇧← ⇧→ ⇧drag'), phrase('select a range')],
      ['B', phrase('select the range of the selection')],
      ['Z', phrase('zoom to the range')],
      ['N', phrase('note on the selection or range')],
      ['E', phrase('export')],
    ],
  ],
  [
    phrase('Lanes and view'),
    [
      ['⇧L', phrase('lanes')],
      ['I', phrase('pin the lane to the top')],
      ['C', phrase('make the lane thin')],
      ['H', phrase('hide the lane')],
      ['Alt ↑ ↓', phrase('move the lane')],
      ['T', phrase('UTC, device time, since the start')],
      ['G', phrase('draw empty stretches short')],
      ['L', phrase('list')],
      [phrase('U Ctrl Z'), phrase('undo')],
      [phrase('⇧U Ctrl ⇧Z'), phrase('redo')],
      ['Esc', phrase('close, clear, one after the other')],
    ],
  ],
];

export function createKeySheet(): HTMLElement {
  const columns = groups.map(([title, rows]) =>
    createElement(
      'section',
      {},
      createElement('h2', { className: 'box-title', text: l10n.t(title) }),
      createElement('dl', { className: 'keys' }, ...rows.flatMap(termsOf)),
    ),
  );
  return createElement(
    'div',
    { className: 'popover key-box', attributes: { 'aria-label': l10n.t('Keys'), role: 'region', tabindex: '0' } },
    ...columns,
  );
}

function termsOf([keys, does]: Row): HTMLElement[] {
  return [
    createElement('dt', {}, createElement('kbd', { text: l10n.t(keys) })),
    createElement('dd', { text: l10n.t(does) }),
  ];
}
