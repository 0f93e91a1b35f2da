import type { Toggle } from '../controls';
import { createButton, createToggle } from '../controls';
import { createElement } from './dom';
import type { Command } from './keys';

export interface Toolbar {
  readonly element: HTMLElement;
  readonly list: Toggle;
  readonly legend: Toggle;
  readonly keys: Toggle;
  readonly setTitle: (text: string) => void;
}

export function createToolbar(run: (command: Command) => void): Toolbar {
  const button = (text: string, title: string, command: Command): HTMLElement =>
    createButton({
      text,
      title,
      onPress: () => {
        run(command);
      },
    });
  const list = createToggle('List', 'Show the timeline as a list (L)', () => {
    run('toggleList');
  });
  const legend = createToggle('Legend', 'Show what the signs mean', () => {
    run('toggleLegend');
  });
  const keys = createToggle('Keys', 'Show the keys (?)', () => {
    run('toggleKeys');
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
    title,
    createElement('div', { className: 'toggles' }, list.element, legend.element, keys.element),
  );
  return {
    element,
    list,
    legend,
    keys,
    setTitle: (text) => {
      title.textContent = text;
      title.title = text;
    },
  };
}
