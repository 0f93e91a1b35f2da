/*
 * The boxes that lie over the chart, and the panels beside it: one at a time.
 */

export type BoxName = 'keys' | 'filter' | 'lanes' | 'export';

export class Boxes {
  private shown: BoxName | null = null;

  constructor(
    private readonly elements: Readonly<Record<BoxName, HTMLElement>>,
    /** Told which box is open now, or that none is. */
    private readonly changed: (open: BoxName | null) => void,
  ) {
    for (const element of Object.values(elements)) {
      element.hidden = true;
    }
  }

  get open(): BoxName | null {
    return this.shown;
  }

  toggle(name: BoxName): void {
    this.set(this.shown === name ? null : name);
  }

  set(name: BoxName | null): void {
    this.shown = name;
    for (const [own, element] of Object.entries(this.elements)) {
      element.hidden = own !== name;
    }
    this.changed(name);
    if (name !== null) {
      focusFirst(this.elements[name]);
    }
  }
}

/** What people open a box for, before the buttons in its head. */
const controls = ['vscode-text-field', 'vscode-checkbox', 'vscode-button'];

/** The box itself where it can take the focus, else the first control in it. */
function focusFirst(box: HTMLElement): void {
  const first = controls.map((name) => box.querySelector<HTMLElement>(name)).find((control) => control !== null);
  (box.hasAttribute('tabindex') ? box : first)?.focus();
}
