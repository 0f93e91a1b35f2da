/*
 * The box of the exports: the picture, and the rows of the selected range or of what is in view.
 */
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
      button('PNG…', 'Save the picture as PNG', () => {
        picture('png');
      }),
      button('SVG…', 'Save the picture of all lanes as SVG', () => {
        picture('svg');
      }),
    ];
    const texts = (['csv', 'jsonl'] as const).flatMap((format) => {
      const name = format === 'csv' ? 'CSV' : 'JSON Lines';
      return [
        button(`Copy ${name}`, `Copy ${name} rows`, () => {
          rows(format, 'clipboard');
        }),
        button(`${name}…`, `Save rows as ${name}`, () => {
          rows(format, 'file');
        }),
      ];
    });
    this.element = createElement(
      'div',
      { className: 'popover export-box', attributes: { role: 'region', 'aria-label': 'Export' } },
      createElement('h2', { className: 'box-title', text: 'Picture of what is in view' }),
      createElement('div', { className: 'box-row' }, ...pictures),
      createElement('h2', { className: 'box-title', text: 'Rows' }),
      this.what,
      createElement('div', { className: 'box-row' }, ...texts),
    );
  }

  /** What the rows are of, in words. */
  show(words: string): void {
    this.what.textContent = words;
  }
}
