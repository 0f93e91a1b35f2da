import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../../core/words/language';
import { displayKinds, type TimeDisplayKind } from '../../core/timeline/timeDisplay';
import type { PressButton, Toggle } from '../controls';
import { createButton, createChoice, createPressButton, createToggle } from '../controls';
import { createElement } from './dom';
import type { Command } from './keys';

export interface Toolbar {
  readonly element: HTMLElement;
  readonly list: Toggle;
  readonly legend: Toggle;
  /** Open the boxes of the same names. */
  readonly boxes: Readonly<Record<'keys' | 'filter' | 'lanes' | 'export', PressButton>>;
  readonly setTitle: (text: string) => void;
  readonly setTime: (kinds: readonly TimeDisplayKind[], display: TimeDisplayKind, folded: boolean) => void;
  readonly setFiltering: (filtering: boolean) => void;
}

const displayWords = spoken<TimeDisplayKind>({
  utc: phrase('UTC'),
  device: phrase('Device time'),
  elapsed: phrase('Since the start'),
});

export function createToolbar(
  run: (command: Command) => void,
  setDisplay: (display: TimeDisplayKind) => void,
): Toolbar {
  const options = (text: string, title: string, command: Command) => ({
    text,
    title,
    onPress: () => {
      run(command);
    },
  });
  const button = (text: string, title: string, command: Command): HTMLElement =>
    createButton(options(text, title, command));
  const toggle = (text: string, title: string, command: Command): Toggle =>
    createToggle(text, title, () => {
      run(command);
    });
  const list = toggle(l10n.t('List'), l10n.t('Show the timeline as a list (L)'), 'toggleList');
  const legend = toggle(l10n.t('Legend'), l10n.t('Show what the signs mean'), 'toggleLegend');
  const folds = toggle(l10n.t('Fold gaps'), l10n.t('Draw long stretches without anything short (G)'), 'toggleFolds');
  const boxes = {
    filter: createPressButton(options(l10n.t('Filter'), l10n.t('Filter (Shift+F)'), 'toggleFilter')),
    lanes: createPressButton(options(l10n.t('Lanes'), l10n.t('Show, hide and arrange lanes (Shift+L)'), 'toggleLanes')),
    export: createPressButton(options(l10n.t('Export'), l10n.t('Export pictures and rows (E)'), 'toggleExport')),
    keys: createPressButton(options('?', l10n.t('Show the keys (?)'), 'toggleKeys')),
  };
  const display = createChoice({
    label: l10n.t('Times'),
    title: l10n.t('How times are written (T)'),
    onChange: (value) => {
      setDisplay(displayKinds.find((kind) => kind === value) ?? 'utc');
    },
  });
  const title = createElement('h1', { className: 'title' });
  const element = createElement(
    'div',
    { className: 'toolbar', attributes: { role: 'toolbar', 'aria-label': l10n.t('Timeline') } },
    button('−', l10n.t('Zoom out (S)'), 'zoomOut'),
    button('+', l10n.t('Zoom in (W)'), 'zoomIn'),
    button(l10n.t('Fit'), l10n.t('Fit the enrollment, again: the whole bundle (F)'), 'fit'),
    button(l10n.t('‹ Reboot'), l10n.t('Previous reboot (Shift+R)'), 'previousReboot'),
    button(l10n.t('Reboot ›'), l10n.t('Next reboot (R)'), 'nextReboot'),
    button(l10n.t('Search'), l10n.t('Search the timeline (/)'), 'find'),
    boxes.filter.element,
    boxes.lanes.element,
    boxes.export.element,
    title,
    createElement(
      'div',
      { className: 'toggles' },
      display.element,
      folds.element,
      list.element,
      legend.element,
      boxes.keys.element,
    ),
  );
  return {
    element,
    list,
    legend,
    boxes,
    setTitle: (text) => {
      title.textContent = text;
      title.title = text;
    },
    setTime: (kinds, kind, folded) => {
      display.setOptions(
        kinds.map((own) => [own, displayWords[own]] as const),
        kind,
      );
      folds.setChecked(folded);
    },
    setFiltering: (filtering) => {
      boxes.filter.element.textContent = filtering ? l10n.t('Filter •') : l10n.t('Filter');
    },
  };
}
