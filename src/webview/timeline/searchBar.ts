/*
 * The line above the chart that searches the timeline: "3 of 17", next, previous.
 */
import * as l10n from '@vscode/l10n';
import type { Direction } from '../../core/timeline/keyboardOrder';
import type { Selection } from '../../core/timeline/selection';
import type { TimelineModel } from '../../core/timeline/timelineModel';
import type { TimelineFacts } from '../../core/timeline/view/itemFacts';
import { matchIndex, nextMatch, searchTimeline } from '../../core/timeline/view/timelineSearch';
import { createButton, createField } from '../controls';
import { createElement } from './dom';

export interface SearchListener {
  readonly select: (selection: Selection) => void;
  readonly closed: () => void;
}

export class SearchBar {
  readonly element: HTMLElement;
  private model: TimelineModel | null = null;
  private facts: TimelineFacts | null = null;
  private matches: readonly Selection[] = [];
  private selection: Selection | null = null;
  private readonly field = createField({
    label: l10n.t('Search the timeline'),
    onInput: () => {
      this.search();
      this.goTo(this.matches[0] ?? null);
    },
  });
  private readonly count = createElement('span', { className: 'bar-text', attributes: { role: 'status' } });

  constructor(private readonly listener: SearchListener) {
    const step = (text: string, title: string, direction: Direction): HTMLElement =>
      createButton({
        text,
        title,
        onPress: () => {
          this.step(direction);
        },
      });
    const close = createButton({
      text: '✕',
      title: l10n.t('Close the search (Esc)'),
      onPress: () => {
        this.close();
      },
    });
    this.element = createElement(
      'div',
      { className: 'bar', attributes: { role: 'search', 'aria-label': l10n.t('Timeline') } },
      this.field.element,
      step('‹', l10n.t('Previous match (Shift+F3)'), -1),
      step('›', l10n.t('Next match (F3)'), 1),
      this.count,
      close,
    );
    this.element.hidden = true;
    this.field.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.stopPropagation();
        this.step(event.shiftKey ? -1 : 1);
      }
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(): void {
    this.element.hidden = false;
    this.search();
    this.field.element.focus();
  }

  close(): void {
    this.element.hidden = true;
    this.listener.closed();
  }

  /** What there is to be searched from now on. */
  show(model: TimelineModel, facts: TimelineFacts): void {
    this.model = model;
    this.facts = facts;
    this.search();
  }

  /** The selection, wherever it was made: "n of N" counts from it. */
  follow(selection: Selection | null): void {
    this.selection = selection;
    this.tell();
  }

  step(direction: Direction): void {
    this.goTo(nextMatch(this.matches, matchIndex(this.matches, this.selection), direction));
  }

  private search(): void {
    const { model, facts } = this;
    this.matches =
      model === null || facts === null || !this.isOpen ? [] : searchTimeline(model, facts, this.field.value());
    this.tell();
  }

  private goTo(match: Selection | null): void {
    if (match !== null) {
      this.listener.select(match);
    }
  }

  private tell(): void {
    const total = this.matches.length;
    const at = matchIndex(this.matches, this.selection);
    const isEmpty = this.field.value().trim() === '';
    this.count.textContent = isEmpty
      ? ''
      : total === 0
        ? l10n.t('No match')
        : l10n.t('{0} of {1}', at === -1 ? '–' : at + 1, total);
  }
}
