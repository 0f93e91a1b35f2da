/*
 * The box of the exports: the picture, and the rows of the selected range or of what is in view.
 */
import * as l10n from '@vscode/l10n';
import type { RangeFormat } from '../../core/timeline/view/rangeRows';
import { createButton } from '../controls';
import { createElement } from './dom';

export interface ExportListener {
  readonly picture: (format: 'png' | 'svg') => void;
  readonly rows: (format: RangeFormat, target: 'clipboard' | 'file') => void;
}

export class ExportPanel {
  readonly element: HTMLElement;
  private readonly what = createElement('p', { className: 'secondary' });

  constructor({ picture, rows }: ExportListener) {
    const button = (text: string, title: string, onPress: () => void): HTMLElement =>
      createButton({ text, title, onPress });
    const pictures = [
      button('PNG…', l10n.t('Save the picture as PNG'), () => {
        picture('png');
      }),
      button('SVG…', l10n.t('Save the picture of all lanes as SVG'), () => {
        picture('svg');
      }),
    ];
    const texts = (['csv', 'jsonl'] as const).flatMap((format) => {
      const name = format === 'csv' ? 'CSV' : 'JSON Lines';
      return [
        button(l10n.t('Copy {0}', name), l10n.t('Copy {0} rows', name), () => {
          rows(format, 'clipboard');
        }),
        button(`${name}…`, l10n.t('Save rows as {0}', name), () => {
          rows(format, 'file');
        }),
      ];
    });
    this.element = createElement(
      'div',
      { className: 'popover export-box', attributes: { role: 'region', 'aria-label': l10n.t('Export') } },
      createElement('h2', { className: 'box-title', text: l10n.t('Picture of what is in view') }),
      createElement('div', { className: 'box-row' }, ...pictures),
      createElement('h2', { className: 'box-title', text: l10n.t('Rows') }),
      this.what,
      createElement('div', { className: 'box-row' }, ...texts),
    );
  }

  /** What the rows are of, in words. */
  show(words: string): void {
    this.what.textContent = words;
  }
}
