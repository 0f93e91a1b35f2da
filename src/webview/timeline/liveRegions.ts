/*
 * What is said to people who do not see the chart: what was selected or done, and which part of time is in view. Why
 * nothing was done is shown as well.
 */
import * as l10n from '@vscode/l10n';
import { createElement } from './dom';

/** Milliseconds in which a short sentence is read. */
const readingTime = 4_000;

export class LiveRegions {
  private readonly news = liveRegion();
  private readonly range = liveRegion();
  private hiding = 0;

  get elements(): readonly HTMLElement[] {
    return [this.news, this.range];
  }

  readonly announce = (text: string): void => {
    this.hide();
    this.news.textContent = text;
  };

  /** A key that does nothing says why, to everybody. */
  readonly explain = (text: string): void => {
    this.announce(text);
    this.news.className = 'reason';
    this.hiding = window.setTimeout(() => {
      this.hide();
    }, readingTime);
  };

  private hide(): void {
    window.clearTimeout(this.hiding);
    this.news.className = 'visually-hidden';
  }

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
