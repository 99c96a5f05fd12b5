type Attribute = string | number | boolean | undefined;
type Child = Node | string | false | undefined | readonly Child[];

/** Makes an element; `true` sets a bare attribute, `false` and `undefined` leave it out. */
export function h(
  tag: string,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

function append(element: HTMLElement, children: readonly Child[]): void {
  for (const child of children) {
    if (child === false || child === undefined) continue;
    if (typeof child === 'string') element.append(child);
    else if (child instanceof Node) element.append(child);
    else append(element, child);
  }
}
