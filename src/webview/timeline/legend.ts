import * as l10n from '@vscode/l10n';
import { legendOf, signSide, type LegendEntry } from '../../core/timeline/paint/legend';
import type { Theme } from '../../core/timeline/paint/theme';
import type { TimelineModel } from '../../core/timeline/timelineModel';
import { createElement } from './dom';

/** What the signs mean: one row of those that fit, and all of them in a box that opens above it. */
export class Legend {
  readonly element: HTMLElement;
  readonly box = createElement('div', {
    className: 'popover legend-box',
    attributes: { id: 'all-signs', role: 'region', 'aria-label': l10n.t('All signs') },
  });
  private readonly row = createElement('div', { className: 'legend-row' });
  private readonly button = createElement('button', {
    className: 'link',
    text: l10n.t('All signs'),
    attributes: { type: 'button', 'aria-controls': 'all-signs' },
  });

  private shown: { readonly theme: Theme; readonly model: TimelineModel | null } | null = null;

  constructor() {
    this.element = createElement(
      'div',
      { className: 'legend', attributes: { 'aria-label': l10n.t('Legend'), role: 'group' } },
      this.row,
      this.button,
    );
    this.button.addEventListener('click', () => {
      this.setOpen(!this.isOpen);
    });
    this.setOpen(false);
  }

  get isOpen(): boolean {
    return !this.box.hidden;
  }

  setOpen(open: boolean): void {
    this.box.hidden = !open;
    this.fillBox();
    this.button.setAttribute('aria-expanded', String(open));
  }

  /** Only what occurs in the model is explained: a legend is read, not searched. */
  paint(theme: Theme, model: TimelineModel | null): void {
    this.shown = { theme, model };
    this.row.replaceChildren(...entriesOf(theme, model));
    this.fillBox();
  }

  private fillBox(): void {
    const { isOpen, shown } = this;
    this.box.replaceChildren(...(isOpen && shown !== null ? entriesOf(shown.theme, shown.model) : []));
  }
}

function entriesOf(theme: Theme, model: TimelineModel | null): HTMLElement[] {
  return model === null ? [] : legendOf(model).map((entry) => entryElement(entry, theme));
}

function entryElement({ text, paint }: LegendEntry, theme: Theme): HTMLElement {
  const canvas = createElement('canvas', { attributes: { 'aria-hidden': 'true' } });
  const scale = window.devicePixelRatio || 1;
  canvas.width = signSide * scale;
  canvas.height = signSide * scale;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.scale(scale, scale);
    paint(context, theme);
  }
  return createElement('span', { className: 'sign' }, canvas, document.createTextNode(text));
}
