/*
 * The timeline as a tree grid: every lane and item of the canvas as a row that can be focused, read out and
 * opened. Same model, same selection.
 */
import * as l10n from '@vscode/l10n';
import type { TreeRow } from '../../core/timeline/keyboardOrder';
import { treeRows, visibleRows } from '../../core/timeline/keyboardOrder';
import type { Selection } from '../../core/timeline/selection';
import { selectionKey } from '../../core/timeline/selection';
import type { TimeDisplay } from '../../core/timeline/timeDisplay';
import type { LaneArrangement } from '../../core/timeline/view/laneArrangement';
import type { TimelineModel } from '../../core/timeline/timelineModel';
import { createElement } from './dom';
import { rowElement, shownRange } from './listRow';

export interface ListListener {
  readonly select: (selection: Selection) => void;
  readonly open: (selection: Selection) => void;
  readonly collapsedChanged: () => void;
}

/** What the list shows: lanes and items, and how the user wants them. */
export interface ListContent {
  readonly shown: TimelineModel;
  readonly display: TimeDisplay;
  readonly view: { readonly lanes: LaneArrangement };
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
      createElement('span', { text: l10n.t('What'), attributes: { role: 'columnheader' } }),
      this.whenHeading,
      createElement('span', {
        className: 'list-length',
        text: l10n.t('How long'),
        attributes: { role: 'columnheader' },
      }),
    );
    this.element = createElement(
      'div',
      { className: 'list', attributes: { role: 'treegrid', 'aria-label': l10n.t('Timeline as a list') } },
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

  /** Rows of what is shown, times as they are to be written; the focus stays in the list if it was there. */
  show({ shown, display, view }: ListContent, collapsed: readonly string[]): void {
    const hadFocus = this.body.contains(document.activeElement);
    const before = this.current;
    this.rows = treeRows(shown);
    this.collapsedRows = new Set(collapsed);
    this.rowElements.clear();
    this.current = null;
    this.selected = null;
    const column = display.column(this.rows.flatMap(({ selection }) => shownRange(selection)?.start ?? []));
    this.whenHeading.textContent = column.heading;
    this.element.classList.toggle('has-days', column.hasDays);
    const elements = this.rows.map((row) => {
      const element = rowElement(row, column, view.lanes);
      this.rowElements.set(row.id, element);
      return element;
    });
    this.body.replaceChildren(...elements);
    this.element.setAttribute('aria-rowcount', String(this.rows.length + 1));
    this.applyCollapsed();
    const kept = this.rows.find(({ id }) => id === before) ?? this.rows[0];
    this.makeCurrent(kept?.id ?? null);
    if (hadFocus) {
      this.focus(kept);
    }
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
    // With Shift, arrows select a range, here as on the chart.
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
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
