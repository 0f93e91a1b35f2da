/*
 * What surrounds the chart and can be shown or hidden: list, details and legend.
 */
import * as l10n from '@vscode/l10n';
import type { DetailsPane } from './detailsPane';
import { createElement } from './dom';
import type { Legend } from './legend';
import type { ListTwin } from './listTwin';
import type { Stage } from './stage';
import type { Split } from './splitter';
import { defaultSplit, Splitter } from './splitter';
import type { Toolbar } from './toolbar';

/** Panels that stay as the user left them. */
export interface PanelState {
  readonly list: boolean;
  readonly legend: boolean;
  readonly split: Split;
}

export const defaultPanels: PanelState = { list: true, legend: true, split: defaultSplit };

interface Parts {
  readonly stage: Stage;
  readonly list: ListTwin;
  readonly details: DetailsPane;
  readonly legend: Legend;
  readonly toolbar: Toolbar;
}

export class Panels {
  /** Chart, splitter, and beside them the list with its details. */
  readonly content: HTMLElement;
  private readonly side: HTMLElement;
  private readonly listBox: HTMLElement;
  private readonly splitter: Splitter;
  private readonly notice = createElement('p', {
    className: 'notice',
    text: l10n.t('Nothing in this bundle has a time, so there is no chart. What is known is in the list.'),
  });
  private shown: Omit<PanelState, 'split'> = defaultPanels;
  private hasChart = true;
  private hasSelection = false;

  constructor(
    private readonly parts: Parts,
    private readonly changed: () => void,
  ) {
    const { stage, list, details } = parts;
    this.listBox = createElement('div', { className: 'list-box' }, list.element);
    const columns = createElement('div', { className: 'side-parts' }, this.listBox, details.element);
    this.side = createElement('div', { className: 'side' }, columns);
    this.content = createElement('div', { className: 'content' });
    this.splitter = new Splitter(this.content, this.side, changed);
    this.content.append(this.notice, stage.element, this.splitter.element, this.side);
    this.apply();
  }

  get state(): PanelState {
    return { ...this.shown, split: this.splitter.split };
  }

  restore({ list, legend, split }: PanelState): void {
    this.shown = { list, legend };
    this.splitter.restore(split);
    this.apply();
  }

  toggle(panel: keyof Omit<PanelState, 'split'>): void {
    this.shown = { ...this.shown, [panel]: !this.shown[panel] };
    this.apply();
    this.changed();
  }

  setChart(hasChart: boolean): void {
    this.hasChart = hasChart;
    this.apply();
  }

  setSelection(hasSelection: boolean): void {
    this.hasSelection = hasSelection;
    this.apply();
  }

  /** Closes the box of all signs; was it open? */
  closeSigns(): boolean {
    const { legend } = this.parts;
    const { isOpen } = legend;
    legend.setOpen(false);
    return isOpen;
  }

  private apply(): void {
    const { stage, legend, toolbar } = this.parts;
    const { list: listShown, legend: legendShown } = this.shown;
    this.notice.hidden = this.hasChart;
    stage.element.hidden = !this.hasChart;
    this.listBox.hidden = !listShown;
    this.splitter.element.hidden = !listShown || !this.hasChart;
    // Without the list, details come and go with the selection and take no more than they need.
    this.side.hidden = !listShown && !this.hasSelection;
    this.side.classList.toggle('details-only', !listShown);
    this.side.classList.toggle('alone', !this.hasChart);
    legend.element.hidden = !legendShown;
    if (!legendShown) {
      legend.setOpen(false);
    }
    toolbar.list.setChecked(listShown);
    toolbar.legend.setChecked(legendShown);
  }
}
