/*
 * The rows of the list, as elements.
 */
import * as l10n from '@vscode/l10n';
import { wholeNumber } from '../../core/words/language';
import { coverageWords } from '../../core/enrollment/storyWords';
import type { TreeRow } from '../../core/timeline/keyboardOrder';
import type { Selection } from '../../core/timeline/selection';
import { groupOf, rangeOf } from '../../core/timeline/selection';
import type { TimeRange } from '../../core/timeline/timeScale';
import type { LaneArrangement } from '../../core/timeline/view/laneArrangement';
import { shortDuration } from '../../core/words/duration';
import type { TimeColumn } from '../../core/words/instant';
import { createElement } from './dom';

/** One row of the list: what, when, how long. */
export function rowElement(row: TreeRow, column: TimeColumn, lanes: LaneArrangement): HTMLElement {
  const [name, when, length] = cellTexts(row.selection, column);
  const traits = traitWords(row.selection, lanes);
  const bundle = row.selection.kind === 'item' ? null : (groupOf(row.selection)?.title ?? null);
  const what = [name, ...(bundle === null ? [] : [bundle]), ...traits].join(' · ');
  const twisty = createElement('span', {
    className: row.hasChildren ? 'twisty' : 'twisty none',
    attributes: { 'aria-hidden': 'true' },
  });
  const cell = createElement('span', { className: 'list-what', attributes: { role: 'gridcell', title: what } }, twisty);
  cell.append(what);
  return createElement(
    'div',
    {
      className: `list-row level-${row.level}`,
      attributes: {
        role: 'row',
        tabindex: '-1',
        'aria-level': String(row.level),
        'aria-posinset': String(row.position),
        'aria-setsize': String(row.siblings),
        'aria-selected': 'false',
        'aria-label': [row.spoken, ...traits].join(', '),
        'data-row': row.id,
      },
    },
    cell,
    createElement('span', { className: 'list-when', text: when, attributes: { role: 'gridcell' } }),
    createElement('span', { className: 'list-length', text: length, attributes: { role: 'gridcell' } }),
  );
}

function cellTexts(selection: Selection, column: TimeColumn): readonly [what: string, when: string, length: string] {
  const range = shownRange(selection);
  const when = range === null ? '' : column.text(range.start);
  const length = range === null || range.end <= range.start ? '' : shortDuration(range.end - range.start);
  if (selection.kind === 'item') {
    const { item } = selection;
    return [item.rowLabel, item.openStart ? '' : when, item.openStart || item.openEnd ? '' : length];
  }
  const { lane } = selection;
  if (lane.kind === 'story') {
    return [lane.note === null ? lane.label : `${lane.label} (${lane.note})`, '', ''];
  }
  const records = lane.covered === null ? coverageWords[lane.state] : wholeNumber(lane.records);
  return [`${lane.label} (${records})`, when, length];
}

/** How the user has arranged a lane. */
function traitWords(selection: Selection, { pinned, collapsed }: LaneArrangement): readonly string[] {
  if (selection.kind === 'item') {
    return [];
  }
  const { id } = selection.lane;
  return [pinned.includes(id) ? l10n.t('pinned') : '', collapsed.includes(id) ? l10n.t('thin') : ''].filter(
    (word) => word !== '',
  );
}

/** The time that a row shows: that of its item, or of all records of its log. */
export function shownRange(selection: Selection): TimeRange | null {
  return selection.kind !== 'item' && selection.lane.kind === 'channel' ? selection.lane.covered : rangeOf(selection);
}
