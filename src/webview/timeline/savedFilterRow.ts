/*
 * Filters under a name: choose one, keep the present one, give one up.
 */
import * as l10n from '@vscode/l10n';
import type { SavedFilter } from '../../core/timeline/view/savedFilters';
import type { TimelineFilter } from '../../core/timeline/view/timelineFilter';
import { createButton, createChoice, createField } from '../controls';
import { createElement } from './dom';

interface SavedFilterListener {
  readonly filter: (filter: TimelineFilter) => void;
  readonly save: (name: string) => void;
  readonly forget: (name: string) => void;
}

export class SavedFilterRow {
  readonly element: HTMLElement;
  private saved: readonly SavedFilter[] = [];
  /** Name of the filter that is on; empty for none of them. */
  private current = '';
  private readonly choice = createChoice({
    label: l10n.t('Saved filters'),
    title: l10n.t('Use a saved filter'),
    onChange: (name) => {
      const chosen = this.saved.find((each) => each.name === name);
      if (chosen !== undefined) {
        this.listener.filter(chosen.filter);
      }
    },
  });
  private readonly name = createField({ label: l10n.t('Name to save it under'), onInput: () => undefined });

  constructor(private readonly listener: SavedFilterListener) {
    const save = createButton({
      text: l10n.t('Save'),
      title: l10n.t('Save the filter under this name'),
      onPress: () => {
        this.listener.save(this.name.value());
        this.name.setValue('');
      },
    });
    const forget = createButton({
      text: l10n.t('Forget'),
      title: l10n.t('Forget the chosen saved filter'),
      onPress: () => {
        this.listener.forget(this.current);
      },
    });
    this.element = createElement('div', { className: 'box-row' }, this.choice.element, forget, this.name.element, save);
  }

  show(saved: readonly SavedFilter[], filter: TimelineFilter): void {
    this.saved = saved;
    const same = JSON.stringify(filter);
    this.current = saved.find((each) => JSON.stringify(each.filter) === same)?.name ?? '';
    const none = saved.length === 0 ? l10n.t('No saved filters') : l10n.t('Saved filters');
    this.choice.setOptions([['', none], ...saved.map(({ name }) => [name, name] as const)], this.current);
  }
}
