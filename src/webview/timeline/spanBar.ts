/*
 * The line above the chart that tells what a selected range holds, and what can be done with it.
 */
import * as l10n from '@vscode/l10n';
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
      { className: 'bar', attributes: { role: 'group', 'aria-label': l10n.t('Selected range') } },
      this.text,
      button(l10n.t('Zoom'), l10n.t('Zoom to the range (Z)'), 'zoomToSpan'),
      button(l10n.t('Note…'), l10n.t('Note on the range (N)'), 'annotate'),
      button(l10n.t('Export…'), l10n.t('Export the range (E)'), 'toggleExport'),
      createButton({ text: '✕', title: l10n.t('Clear the range (Esc)'), onPress: clear }),
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
