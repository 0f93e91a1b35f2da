/*
 * The line above the chart that tells what a selected range holds, and what can be done with it.
 */
import { createButton } from '../controls';
import { createElement } from './dom';
import type { Command } from './keys';

export class SpanBar {
  readonly element: HTMLElement;
  private readonly text = createElement('span', { className: 'bar-text', attributes: { role: 'status' } });

  constructor(run: (command: Command) => void, clear: () => void) {
    const button = (text: string, title: string, command: Command): HTMLElement =>
      createButton({
        text,
        title,
        onPress: () => {
          run(command);
        },
      });
    this.element = createElement(
      'div',
      { className: 'bar', attributes: { role: 'group', 'aria-label': 'Selected range' } },
      this.text,
      button('Zoom', 'Zoom to the range (Z)', 'zoomToSpan'),
      button('Note…', 'Note on the range (N)', 'annotate'),
      button('Export…', 'Export the range (E)', 'toggleExport'),
      createButton({ text: '✕', title: 'Clear the range (Esc)', onPress: clear }),
    );
    this.element.hidden = true;
  }

  /** `null` without a range. */
  show(words: string | null): void {
    this.element.hidden = words === null;
    this.text.textContent = words ?? '';
    this.text.title = words ?? '';
  }
}
