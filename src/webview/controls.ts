/*
 * The form controls of the page. They come from `@vscode/webview-ui-toolkit`, which is no longer developed
 * upstream: nothing else in this room knows that, so another library can take its place here.
 */
// First: what the toolkit looks for when it is loaded.
import './styleNonce';
import { provideVSCodeDesignSystem, vsCodeButton, vsCodeCheckbox } from '@vscode/webview-ui-toolkit';

export interface ButtonOptions {
  /** What is written on it. */
  readonly text: string;
  /** What it does, with its key; also its accessible name when the text is a sign like "+". */
  readonly title: string;
  readonly onPress: () => void;
}

export interface Toggle {
  readonly element: HTMLElement;
  /** Follows the state without calling back. */
  readonly setChecked: (checked: boolean) => void;
}

/** Defines the custom elements; call once, before anything is created. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox());
}

export function createButton({ text, title, onPress }: ButtonOptions): HTMLElement {
  const button = document.createElement('vscode-button');
  button.setAttribute('appearance', 'secondary');
  button.setAttribute('aria-label', title);
  button.title = title;
  button.textContent = text;
  button.addEventListener('click', onPress);
  return button;
}

export function createToggle(text: string, title: string, onChange: (checked: boolean) => void): Toggle {
  const element = document.createElement('vscode-checkbox') as HTMLElement & { checked: boolean };
  element.title = title;
  element.textContent = text;
  // The element reports changes made by script as well; only those of the user are passed on.
  let known = false;
  element.addEventListener('change', () => {
    if (element.checked !== known) {
      known = element.checked;
      onChange(known);
    }
  });
  return {
    element,
    setChecked: (checked) => {
      known = checked;
      element.checked = checked;
    },
  };
}
