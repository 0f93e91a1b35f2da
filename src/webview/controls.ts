/*
 * The form controls of the page. They come from `@vscode/webview-ui-toolkit`, which is no longer developed
 * upstream: nothing else in this room knows that, so another library can take its place here.
 */
// First: what the toolkit looks for when it is loaded.
import './styleNonce';
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';

export interface ButtonOptions {
  /** What is written on it. */
  readonly text: string;
  /** What it does, with its key; also its accessible name when the text is a sign like "+". */
  readonly title: string;
  readonly onPress: () => void;
}

/** A button that is on or off. */
export interface PressButton {
  readonly element: HTMLElement;
  readonly setPressed: (pressed: boolean) => void;
}

export interface Toggle {
  readonly element: HTMLElement;
  /** Follows the state without calling back. */
  readonly setChecked: (checked: boolean) => void;
  readonly setText: (text: string) => void;
}

export interface FieldOptions {
  /** Its accessible name, and what stands in it while it is empty. */
  readonly label: string;
  readonly onInput: (value: string) => void;
}

export interface Field {
  readonly element: HTMLElement;
  readonly value: () => string;
  /** Follows the state without calling back. */
  readonly setValue: (value: string) => void;
}

export interface ChoiceOptions {
  readonly label: string;
  readonly title: string;
  readonly onChange: (value: string) => void;
}

/** One of several. */
export interface Choice {
  readonly element: HTMLElement;
  /** Follows the state without calling back. */
  readonly setOptions: (options: readonly (readonly [value: string, text: string])[], value: string) => void;
}

/** Defines the custom elements; call once, before anything is created. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeTextField(),
  );
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

export function createPressButton(options: ButtonOptions): PressButton {
  const element = createButton(options);
  return {
    element,
    setPressed: (pressed) => {
      // The toolkit hands these on to the button in its shadow tree.
      element.setAttribute('aria-pressed', String(pressed));
      element.setAttribute('appearance', pressed ? 'primary' : 'secondary');
    },
  };
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
    setText: (label) => {
      element.textContent = label;
      element.setAttribute('aria-label', label);
    },
  };
}

export function createField({ label, onInput }: FieldOptions): Field {
  const element = document.createElement('vscode-text-field') as HTMLElement & { value: string };
  // The toolkit takes the accessible name from the content; the style sheet keeps that out of sight.
  element.textContent = label;
  element.setAttribute('placeholder', label);
  element.addEventListener('input', () => {
    onInput(element.value);
  });
  return {
    element,
    value: () => element.value,
    setValue: (value) => {
      if (element.value !== value) {
        element.value = value;
      }
    },
  };
}

export function createChoice({ label, title, onChange }: ChoiceOptions): Choice {
  const element = document.createElement('vscode-dropdown') as HTMLElement & { value: string };
  element.setAttribute('aria-label', label);
  element.title = title;
  let known = '';
  let shown = '';
  element.addEventListener('change', () => {
    if (element.value !== known) {
      known = element.value;
      onChange(known);
    }
  });
  return {
    element,
    setOptions: (options, value) => {
      known = value;
      const texts = options.flat().join('\n');
      if (texts !== shown) {
        shown = texts;
        element.replaceChildren(...options.map(([own, text]) => option(own, text, own === value)));
      }
      element.value = value;
    },
  };
}

function option(value: string, text: string, selected: boolean): HTMLElement {
  const element = document.createElement('vscode-option');
  element.setAttribute('value', value);
  if (selected) {
    element.setAttribute('selected', '');
  }
  element.textContent = text;
  return element;
}
