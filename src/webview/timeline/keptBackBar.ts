/*
 * The line below the chart that says how much a filter and hidden lanes keep back.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spokenCount } from '../../core/words/language';
import type { KeptBack } from '../../core/timeline/view/shownModel';
import { createButton } from '../controls';
import { createElement } from './dom';

export class KeptBackBar {
  readonly element: HTMLElement;
  private readonly text = createElement('span', { className: 'bar-text', attributes: { role: 'status' } });

  constructor(showAll: () => void) {
    this.element = createElement(
      'div',
      { className: 'bar kept-back', attributes: { role: 'group', 'aria-label': l10n.t('Not shown') } },
      this.text,
      createButton({
        text: l10n.t('Show all'),
        title: l10n.t('Clear the filter and show all lanes'),
        onPress: showAll,
      }),
    );
    this.element.hidden = true;
  }

  show({ items, records, lanes }: KeptBack): void {
    const parts = [
      items > 0 ? spokenCount(items, phrase('1 item'), phrase('{0} items')) : '',
      records > 0 ? spokenCount(records, phrase('1 record'), phrase('{0} records')) : '',
      lanes > 0 ? spokenCount(lanes, phrase('1 lane'), phrase('{0} lanes')) : '',
    ].filter((part) => part !== '');
    this.element.hidden = parts.length === 0;
    this.text.textContent = parts.length === 0 ? '' : l10n.t('Not shown: {0}', parts.join(', '));
  }
}
