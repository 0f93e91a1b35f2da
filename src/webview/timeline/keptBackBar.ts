/*
 * The line below the chart that says how much a filter and hidden lanes keep back.
 */
import { counted } from '../../core/enrollment/storyWords';
import type { KeptBack } from '../../core/timeline/view/shownModel';
import { createButton } from '../controls';
import { createElement } from './dom';

export class KeptBackBar {
  readonly element: HTMLElement;
  private readonly text = createElement('span', { className: 'bar-text', attributes: { role: 'status' } });

  constructor(showAll: () => void) {
    this.element = createElement(
      'div',
      { className: 'bar kept-back', attributes: { role: 'group', 'aria-label': 'Not shown' } },
      this.text,
      createButton({ text: 'Show all', title: 'Clear the filter and show all lanes', onPress: showAll }),
    );
    this.element.hidden = true;
  }

  show({ items, records, lanes }: KeptBack): void {
    const parts = [
      items > 0 ? counted(items, 'item') : '',
      records > 0 ? counted(records, 'record') : '',
      lanes > 0 ? counted(lanes, 'lane') : '',
    ].filter((part) => part !== '');
    this.element.hidden = parts.length === 0;
    this.text.textContent = parts.length === 0 ? '' : `Not shown: ${parts.join(', ')}`;
  }
}
