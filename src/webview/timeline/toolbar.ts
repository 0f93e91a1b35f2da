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

const displayWords: Readonly<Record<TimeDisplayKind, string>> = {
  utc: 'UTC',
  device: 'Device time',
  elapsed: 'Since the start',
};

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
  const list = toggle('List', 'Show the timeline as a list (L)', 'toggleList');
  const legend = toggle('Legend', 'Show what the signs mean', 'toggleLegend');
  const folds = toggle('Fold gaps', 'Draw long stretches without anything short (G)', 'toggleFolds');
  const boxes = {
    filter: createPressButton(options('Filter', 'Filter (Shift+F)', 'toggleFilter')),
    lanes: createPressButton(options('Lanes', 'Show, hide and arrange lanes (Shift+L)', 'toggleLanes')),
    export: createPressButton(options('Export', 'Export pictures and rows (E)', 'toggleExport')),
    keys: createPressButton(options('?', 'Show the keys (?)', 'toggleKeys')),
  };
  const display = createChoice({
    label: 'Times',
    title: 'How times are written (T)',
    onChange: (value) => {
      setDisplay(displayKinds.find((kind) => kind === value) ?? 'utc');
    },
  });
  const title = createElement('h1', { className: 'title' });
  const element = createElement(
    'div',
    { className: 'toolbar', attributes: { role: 'toolbar', 'aria-label': 'Timeline' } },
    button('−', 'Zoom out (S)', 'zoomOut'),
    button('+', 'Zoom in (W)', 'zoomIn'),
    button('Fit', 'Fit the enrollment, again: the whole bundle (F)', 'fit'),
    button('‹ Reboot', 'Previous reboot (Shift+R)', 'previousReboot'),
    button('Reboot ›', 'Next reboot (R)', 'nextReboot'),
    button('Search', 'Search the timeline (/)', 'find'),
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
      boxes.filter.element.textContent = filtering ? 'Filter •' : 'Filter';
    },
  };
}
