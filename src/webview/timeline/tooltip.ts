import type { Description } from '../../core/timeline/description';
import { evidenceWords } from '../../core/timeline/description';
import { createElement } from './dom';

/** More notes than this belong into the details. */
const shownNotes = 3;

/** The box beside the pointer. Screen readers have the list, the details and the live region instead. */
export class Tooltip {
  readonly element = createElement('div', { className: 'tooltip', attributes: { 'aria-hidden': 'true' } });

  constructor() {
    this.element.hidden = true;
    const hide = (): void => {
      this.hide();
    };
    // It goes with the first key, and with the window: the pointer may be elsewhere by the time that one is back.
    document.addEventListener('keydown', hide, { capture: true });
    document.documentElement.addEventListener('mouseleave', hide);
    window.addEventListener('blur', hide);
  }

  /** Shows a description near a point of the stage, kept inside it; hides for `null`. */
  show(description: Description | null, x: number, y: number, stage: HTMLElement): void {
    this.element.hidden = description === null;
    if (description === null) {
      return;
    }
    this.element.replaceChildren(...linesOf(description));
    const left = Math.min(x + 14, stage.clientWidth - this.element.offsetWidth - 8);
    const below = y + 18;
    const fits = below + this.element.offsetHeight < stage.clientHeight;
    const top = fits ? below : y - this.element.offsetHeight - 12;
    this.element.style.left = `${Math.max(4, left)}px`;
    this.element.style.top = `${Math.max(4, top)}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}

function linesOf({ title, when, details, evidence }: Description): HTMLElement[] {
  const notes = evidence.filter(({ note }) => note !== undefined).slice(0, shownNotes);
  return [
    createElement('div', { className: 'description-title', text: title }),
    ...(when === '' ? [] : [createElement('div', { className: 'description-when', text: when })]),
    ...details.map(({ term, text }) => createElement('div', { text: term === null ? text : `${term}: ${text}` })),
    ...notes.map((reference) => createElement('div', { className: 'secondary', text: evidenceWords(reference) })),
  ];
}
