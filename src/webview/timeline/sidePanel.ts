/*
 * Panels at the side of the chart: they take room from it, so that nothing lies under them.
 */
import * as l10n from '@vscode/l10n';
import { createButton } from '../controls';
import { createElement } from './dom';

interface PanelHead {
  readonly title: string;
  readonly buttons: readonly HTMLElement[];
  readonly close: () => void;
}

export function createPanel({ title, buttons, close }: PanelHead, ...content: readonly HTMLElement[]): HTMLElement {
  const head = createElement(
    'div',
    { className: 'box-row' },
    createElement('h2', { className: 'box-title', text: title }),
    ...buttons,
    createButton({ text: '✕', title: l10n.t('Close: {0} (Esc)', title), onPress: close }),
  );
  return createElement(
    'section',
    { className: 'side-panel', attributes: { role: 'region', 'aria-label': title } },
    head,
    ...content,
  );
}
