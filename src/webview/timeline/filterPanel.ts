/*
 * The panel of the filter, beside what it filters: a text, and facets with how much each choice would leave; filters kept under a name.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spoken, wholeNumber } from '../../core/words/language';
import type { Facets, FacetValue } from '../../core/timeline/view/facets';
import type { SavedFilter } from '../../core/timeline/view/savedFilters';
import type { FilterFacet, TimelineFilter } from '../../core/timeline/view/timelineFilter';
import { noFilter, withChoice } from '../../core/timeline/view/timelineFilter';
import { createButton, createField, createToggle, type Toggle } from '../controls';
import { createElement } from './dom';
import { createPanel } from './sidePanel';
import { SavedFilterRow } from './savedFilterRow';

export interface FilterListener {
  readonly filter: (filter: TimelineFilter) => void;
  readonly text: (text: string) => void;
  readonly save: (name: string) => void;
  readonly forget: (name: string) => void;
  readonly close: () => void;
}

const facetTitles = spoken<FilterFacet>({
  severities: phrase('Severity'),
  kinds: phrase('Kind'),
  users: phrase('User'),
  providers: phrase('Log'),
});

const facetNames = Object.keys(facetTitles) as FilterFacet[];

export class FilterPanel {
  readonly element: HTMLElement;
  private filter: TimelineFilter = noFilter;
  private readonly toggles = new Map<string, Toggle>();
  private readonly lists: Readonly<Record<FilterFacet, HTMLElement>>;
  private readonly text = createField({
    label: l10n.t('Text in the story'),
    onInput: (text) => {
      this.listener.text(text);
    },
  });
  private readonly saved: SavedFilterRow;

  constructor(private readonly listener: FilterListener) {
    const list = (): HTMLElement => createElement('div', { className: 'facet-values' });
    this.lists = { severities: list(), kinds: list(), users: list(), providers: list() };
    this.saved = new SavedFilterRow(listener);
    const clear = createButton({
      text: l10n.t('Clear'),
      title: l10n.t('Clear the filter'),
      onPress: () => {
        listener.filter(noFilter);
      },
    });
    this.element = createPanel(
      { title: l10n.t('Filter'), buttons: [clear], close: listener.close },
      createElement('div', { className: 'box-row' }, this.text.element),
      this.saved.element,
      ...facetNames.map((facet) => this.facetElement(facet)),
    );
  }

  show(filter: TimelineFilter, facets: Facets, saved: readonly SavedFilter[]): void {
    this.filter = filter;
    this.text.setValue(filter.text);
    this.saved.show(saved, filter);
    for (const facet of facetNames) {
      this.showFacet(facet, facets[facet]);
    }
  }

  private facetElement(facet: FilterFacet): HTMLElement {
    const title = createElement('h3', { className: 'box-title', text: facetTitles[facet] });
    const attributes = { role: 'group', 'aria-label': facetTitles[facet] };
    return createElement('div', { className: 'facet', attributes }, title, this.lists[facet]);
  }

  /** Boxes that stay keep their focus: nothing is taken out of the page while somebody goes through them. */
  private showFacet(facet: FilterFacet, values: readonly FacetValue[]): void {
    const list = this.lists[facet];
    const elements = values.map((value) => {
      const toggle = this.toggleOf(facet, value.value);
      toggle.setText(`${value.label} (${amount(value)})`);
      toggle.setChecked(value.chosen);
      return toggle.element;
    });
    const isSame = elements.length === list.children.length && elements.every((each, at) => list.children[at] === each);
    if (!isSame) {
      list.replaceChildren(...elements);
    }
    list.parentElement?.toggleAttribute('hidden', values.length === 0);
  }

  private toggleOf(facet: FilterFacet, value: string): Toggle {
    const key = `${facet}:${value}`;
    const known = this.toggles.get(key);
    if (known !== undefined) {
      return known;
    }
    const toggle = createToggle('', value, (chosen) => {
      this.listener.filter(withChoice(this.filter, facet, value, chosen));
    });
    this.toggles.set(key, toggle);
    return toggle;
  }
}

function amount({ items, records }: FacetValue): string {
  const parts = [
    items > 0 || records === 0 ? wholeNumber(items) : '',
    records > 0 ? l10n.t('{0} rec.', wholeNumber(records)) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
