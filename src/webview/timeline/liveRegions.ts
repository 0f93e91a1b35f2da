/*
 * What is said to people who do not see the chart: what was selected or done, and which part of time is in view.
 */
import * as l10n from '@vscode/l10n';
import { createElement } from './dom';

export class LiveRegions {
  private readonly news = liveRegion();
  private readonly range = liveRegion();

  get elements(): readonly HTMLElement[] {
    return [this.news, this.range];
  }

  readonly announce = (text: string): void => {
    this.news.textContent = text;
  };

  /** Said only when it is another one. */
  showRange(text: string): void {
    const words = l10n.t('Showing {0}', text);
    if (this.range.textContent !== words) {
      this.range.textContent = words;
    }
  }
}

function liveRegion(): HTMLElement {
  return createElement('div', { className: 'visually-hidden', attributes: { 'aria-live': 'polite', role: 'status' } });
}
