interface ElementOptions {
  readonly className?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** An element with text content only: what a bundle contains is never markup. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { className, text, attributes }: ElementOptions = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== undefined) {
    element.className = className;
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  for (const [attribute, value] of Object.entries(attributes ?? {})) {
    element.setAttribute(attribute, value);
  }
  element.append(...children);
  return element;
}
