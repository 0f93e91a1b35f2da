/*
 * The timeline as a tree grid: every lane and item of the canvas as a row that can be focused, read out and
 * opened. Same model, same selection.
 */
import { shortDuration } from '../../core/timeline/duration';
import type { TreeRow } from '../../core/timeline/keyboardOrder';
import { treeRows, visibleRows } from '../../core/timeline/keyboardOrder';
import type { Selection } from '../../core/timeline/selection';
import { selectionKey } from '../../core/timeline/selection';
import { dayAndTime } from '../../core/timeline/timeText';
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
  private rows: readonly TreeRow[] = [];
  private readonly rowElements = new Map<string, HTMLElement>();
  private collapsedRows = new Set<string>();
  /** The one row that Tab reaches. */
  private current: string | null = null;

  constructor(private readonly listener: ListListener) {
    const header = createElement(
      'div',
      { className: 'list-row list-header', attributes: { role: 'row' } },
      ...['What', 'When (UTC)', 'How long'].map((text) =>
        createElement('span', { text, attributes: { role: 'columnheader' } }),
      ),
    );
    this.element = createElement(
      'div',
      { className: 'list', attributes: { role: 'treegrid', 'aria-label': 'Timeline as a list' } },
      createElement('div', { attributes: { role: 'rowgroup' } }, header),
      this.body,
    );
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
    const elements = this.rows.map((row) => {
      const element = rowElement(row);
      this.rowElements.set(row.id, element);
      return element;
    });
    this.body.replaceChildren(...elements);
    this.element.setAttribute('aria-rowcount', String(this.rows.length + 1));
    this.applyCollapsed();
    this.makeCurrent(this.rows[0]?.id ?? null);
  }

  /** Follows a selection that was made elsewhere. A record is shown by the row of its channel. */
  follow(selection: Selection | null): void {
    for (const element of this.rowElements.values()) {
      element.setAttribute('aria-selected', 'false');
    }
    if (selection === null) {
      return;
    }
    const id = selection.kind === 'record' ? `lane:${selection.lane.id}` : selectionKey(selection);
    this.expandTo(id);
    this.makeCurrent(id);
    const element = this.rowElements.get(id);
    element?.setAttribute('aria-selected', 'true');
    element?.scrollIntoView({ block: 'nearest' });
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

function rowElement(row: TreeRow): HTMLElement {
  const [what, when, length] = cellTexts(row.selection);
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

function cellTexts(selection: Selection): readonly [what: string, when: string, length: string] {
  const range = selection.kind === 'item' ? selection.item : laneRange(selection);
  const when = range === null ? '' : dayAndTime(range.start);
  const length = range === null || range.end <= range.start ? '' : shortDuration(range.end - range.start);
  if (selection.kind === 'item') {
    const { item } = selection;
    return [item.label, item.openStart ? '' : when, item.openStart || item.openEnd ? '' : length];
  }
  const { lane } = selection;
  if (lane.kind === 'story') {
    return [lane.note === null ? lane.label : `${lane.label} (${lane.note})`, '', ''];
  }
  const records = lane.covered === null ? coverageWords[lane.state] : lane.records.toLocaleString('en-US');
  return [`${lane.label} (${records})`, when, length];
}

function laneRange(selection: Selection): { readonly start: number; readonly end: number } | null {
  return selection.kind !== 'item' && selection.lane.kind === 'channel' ? selection.lane.covered : null;
}
