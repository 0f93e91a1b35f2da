/*
 * The line between the chart and the list: moved by mouse or by keys, a "window splitter" to assistive technology
 * (WAI-ARIA Authoring Practices).
 */
import * as l10n from '@vscode/l10n';
import { createElement } from './dom';

/** Shares of the page that the list gets: below the chart, and beside it. */
export interface Split {
  readonly below: number;
  readonly beside: number;
}

export const defaultSplit: Split = { below: 0.34, beside: 0.34 };

/** Height of a row of the list in pixels; the style sheet knows it as well. */
const rowHeight = 22;
/** Neither part gets smaller than this, as long as the page has room for both. */
const smallest = { below: 5 * rowHeight, beside: 260, chart: 150 };
const thickness = 5;

export class Splitter {
  readonly element = createElement('div', {
    className: 'splitter',
    attributes: { role: 'separator', tabindex: '0', 'aria-label': l10n.t('Size of the list'), 'aria-valuemin': '0' },
  });
  private current: Split = defaultSplit;

  /** `pane` is what gets the share of `container`; `moved` is told when the user has moved the line. */
  constructor(
    private readonly container: HTMLElement,
    private readonly pane: HTMLElement,
    private readonly moved: () => void,
  ) {
    new ResizeObserver(() => {
      this.apply();
    }).observe(container);
    this.bindPointer();
    this.element.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    this.element.addEventListener('dblclick', () => {
      this.moveTo(defaultSplit[this.side] * this.room);
    });
  }

  get split(): Split {
    return this.current;
  }

  /** As it was saved. */
  restore(split: Split): void {
    if (split.below !== this.current.below || split.beside !== this.current.beside) {
      this.current = split;
      this.apply();
    }
  }

  private get side(): keyof Split {
    return getComputedStyle(this.container).flexDirection === 'row' ? 'beside' : 'below';
  }

  private get room(): number {
    return this.side === 'below' ? this.container.clientHeight : this.container.clientWidth;
  }

  private bindPointer(): void {
    this.element.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.element.setPointerCapture(event.pointerId);
      this.element.focus();
    });
    this.element.addEventListener('pointermove', (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) {
        const { bottom, right } = this.container.getBoundingClientRect();
        this.moveTo(this.side === 'below' ? bottom - event.clientY : right - event.clientX);
      }
    });
  }

  private onKey(event: KeyboardEvent): void {
    const size = this.current[this.side] * this.room;
    const larger = this.side === 'below' ? 'ArrowUp' : 'ArrowLeft';
    const smaller = this.side === 'below' ? 'ArrowDown' : 'ArrowRight';
    const wanted = { [larger]: size + rowHeight, [smaller]: size - rowHeight, Home: 0, End: this.room }[event.key];
    if (wanted !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      this.moveTo(wanted);
    }
  }

  private moveTo(pixels: number): void {
    if (this.room > 0) {
      this.current = { ...this.current, [this.side]: this.bounded(pixels) / this.room };
      this.apply();
      this.moved();
    }
  }

  private bounded(pixels: number): number {
    return Math.max(smallest[this.side], Math.min(pixels, this.room - smallest.chart));
  }

  /** Below the chart the list shows whole rows only. */
  private apply(): void {
    const { side, room } = this;
    const size = this.bounded(this.current[side] * room);
    const whole = side === 'below' ? Math.round(size / rowHeight) * rowHeight : Math.round(size);
    this.pane.style.flexBasis = `${whole}px`;
    this.element.setAttribute('aria-orientation', side === 'below' ? 'horizontal' : 'vertical');
    this.element.setAttribute('aria-valuemax', String(Math.max(0, Math.round(room - thickness))));
    this.element.setAttribute('aria-valuenow', String(whole));
    this.element.setAttribute('aria-valuetext', l10n.t('{0} percent', Math.round((100 * whole) / Math.max(1, room))));
  }
}
