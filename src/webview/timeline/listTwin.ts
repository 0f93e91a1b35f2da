/*
 * The timeline as a tree grid: every lane and item of the canvas as a row that can be focused, read out and
 * opened. Same model, same selection.
 */
import { shortDuration } from '../../core/words/duration';
import type { TreeRow } from '../../core/timeline/keyboardOrder';
import { treeRows, visibleRows } from '../../core/timeline/keyboardOrder';
import type { Selection } from '../../core/timeline/selection';
import { rangeOf, selectionKey } from '../../core/timeline/selection';
import type { TimeColumn } from '../../core/words/instant';
import { timeColumn } from '../../core/words/instant';
import type { TimeRange } from '../../core/timeline/timeScale';
import type { TimelineModel } from '../../core/timeline/timelineModel';
import { coverageWords } from '../../core/enrollment/storyWords';
import { createElement } from './dom';

export interface ListListener {
  readonly select: (selection: Selection) => void;
  readonly open: (selection: Selection) => void;
  readonly collapsedChanged: () => void;
}

export class ListTwin {
  readonly element: HTMLElement;
  private readonly body = createElement('div', { attributes: { role: 'rowgroup' } });
  private readonly whenHeading = createElement('span', { attributes: { role: 'columnheader' } });
  private rows: readonly TreeRow[] = [];
  private readonly rowElements = new Map<string, HTMLElement>();
  private collapsedRows = new Set<string>();
  /** The one row that Tab reaches. */
  private current: string | null = null;
  private selected: HTMLElement | null = null;

  constructor(private readonly listener: ListListener) {
    const header = createElement(
      'div',
      { className: 'list-row list-header', attributes: { role: 'row' } },
      createElement('span', { text: 'What', attributes: { role: 'columnheader' } }),
      this.whenHeading,
      createElement('span', { className: 'list-length', text: 'How long', attributes: { role: 'columnheader' } }),
    );
    this.element = createElement(
      'div',
      { className: 'list', attributes: { role: 'treegrid', 'aria-label': 'Timeline as a list' } },
      createElement('div', { className: 'list-head', attributes: { role: 'rowgroup' } }, header),
      this.body,
    );
    // The details of a selection take room from the list: its row must not be what goes.
    new ResizeObserver(() => {
      this.selected?.scrollIntoView({ block: 'nearest' });
    }).observe(this.element);
    this.element.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    this.element.addEventListener('click', (event) => {
      this.onClick(event);
    });
    this.element.addEventListener('dblclick', (event) => {
      const row = this.rowOf(event.target);
      if (row !== null) {
        this.listener.open(row.selection);
      }
    });
    this.element.addEventListener('focusin', (event) => {
      const row = this.rowOf(event.target);
      if (row !== null && row.id !== this.current) {
        this.makeCurrent(row.id);
        this.listener.select(row.selection);
      }
    });
  }

  get collapsed(): readonly string[] {
    return [...this.collapsedRows];
  }

  show(model: TimelineModel, collapsed: readonly string[]): void {
    this.rows = treeRows(model);
    this.collapsedRows = new Set(collapsed);
    this.rowElements.clear();
    this.current = null;
    this.selected = null;
    const column = timeColumn(this.rows.flatMap(({ selection }) => shownRange(selection)?.start ?? []));
    this.whenHeading.textContent = column.heading;
    const elements = this.rows.map((row) => {
      const element = rowElement(row, column);
      this.rowElements.set(row.id, element);
      return element;
    });
    this.body.replaceChildren(...elements);
    this.element.setAttribute('aria-rowcount', String(this.rows.length + 1));
    this.applyCollapsed();
    this.makeCurrent(this.rows[0]?.id ?? null);
  }

  /** Marks the row of a selection, wherever it was made. A record is shown by the row of its channel. */
  follow(selection: Selection | null): void {
    this.selected?.setAttribute('aria-selected', 'false');
    this.selected = null;
    if (selection === null) {
      return;
    }
    const id = selection.kind === 'record' ? `lane:${selection.lane.id}` : selectionKey(selection);
    this.expandTo(id);
    this.makeCurrent(id);
    this.selected = this.rowElements.get(id) ?? null;
    this.selected?.setAttribute('aria-selected', 'true');
    this.selected?.scrollIntoView({ block: 'nearest' });
  }

  private onKey(event: KeyboardEvent): void {
    const shown = visibleRows(this.rows, this.collapsedRows);
    const at = shown.findIndex(({ id }) => id === this.current);
    const row = shown[at];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const isOpen = row.hasChildren && !this.collapsedRows.has(row.id);
    switch (event.key) {
      case 'ArrowDown':
        this.focus(shown[at + 1]);
        break;
      case 'ArrowUp':
        this.focus(shown[at - 1]);
        break;
      case 'Home':
        this.focus(shown[0]);
        break;
      case 'End':
        this.focus(shown.at(-1));
        break;
      case 'ArrowRight':
        if (isOpen) {
          this.focus(shown[at + 1]);
        } else {
          this.setCollapsed(row, false);
        }
        break;
      case 'ArrowLeft':
        if (isOpen) {
          this.setCollapsed(row, true);
        } else {
          this.focus(shown.find(({ id }) => id === row.parent));
        }
        break;
      case 'Enter':
        this.listener.open(row.selection);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private onClick(event: MouseEvent): void {
    const row = this.rowOf(event.target);
    if (row !== null && event.target instanceof Element && event.target.classList.contains('twisty')) {
      this.setCollapsed(row, !this.collapsedRows.has(row.id));
    }
  }

  private focus(row: TreeRow | undefined): void {
    if (row !== undefined) {
      this.rowElements.get(row.id)?.focus();
    }
  }

  private makeCurrent(id: string | null): void {
    if (this.current !== null) {
      this.rowElements.get(this.current)?.setAttribute('tabindex', '-1');
    }
    this.current = id;
    if (id !== null) {
      this.rowElements.get(id)?.setAttribute('tabindex', '0');
    }
  }

  private setCollapsed(row: TreeRow, collapsed: boolean): void {
    if (!row.hasChildren) {
      return;
    }
    if (collapsed) {
      this.collapsedRows.add(row.id);
    } else {
      this.collapsedRows.delete(row.id);
    }
    this.applyCollapsed();
    this.listener.collapsedChanged();
  }

  private expandTo(id: string): void {
    let parent = this.rows.find((row) => row.id === id)?.parent ?? null;
    while (parent !== null) {
      this.collapsedRows.delete(parent);
      const above: string = parent;
      parent = this.rows.find((row) => row.id === above)?.parent ?? null;
    }
    this.applyCollapsed();
  }

  private applyCollapsed(): void {
    const shown = new Set(visibleRows(this.rows, this.collapsedRows).map(({ id }) => id));
    for (const row of this.rows) {
      const element = this.rowElements.get(row.id)!;
      element.hidden = !shown.has(row.id);
      if (row.hasChildren) {
        element.setAttribute('aria-expanded', String(!this.collapsedRows.has(row.id)));
      }
    }
  }

  private rowOf(target: EventTarget | null): TreeRow | null {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    return this.rows.find(({ id }) => id === element?.dataset.row) ?? null;
  }
}

function rowElement(row: TreeRow, column: TimeColumn): HTMLElement {
  const [what, when, length] = cellTexts(row.selection, column);
  const twisty = createElement('span', {
    className: row.hasChildren ? 'twisty' : 'twisty none',
    attributes: { 'aria-hidden': 'true' },
  });
  const name = createElement('span', { className: 'list-what', attributes: { role: 'gridcell', title: what } }, twisty);
  name.append(what);
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
        'aria-label': row.spoken,
        'data-row': row.id,
      },
    },
    name,
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
  const records = lane.covered === null ? coverageWords[lane.state] : lane.records.toLocaleString('en-US');
  return [`${lane.label} (${records})`, when, length];
}

/** The time that a row shows: that of its item, or of all records of its log. */
function shownRange(selection: Selection): TimeRange | null {
  return selection.kind !== 'item' && selection.lane.kind === 'channel' ? selection.lane.covered : rangeOf(selection);
}
