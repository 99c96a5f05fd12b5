/** The overlay's classes begin with it. */
export const prefix = 'offhook-cobrowse';

const svgNames = 'http://www.w3.org/2000/svg';

/** Sets styles by CSSOM alone: a strict policy refuses a `style` attribute and a `<style>`. */
export function setStyles(element: HTMLElement | SVGElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
}

/** An element with attributes and text; no markup is read, so that Trusted Types have nothing to object to. */
export function htmlElement<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: K,
  part: string,
  attributes: Readonly<Record<string, string>> = {},
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.className = `${prefix}-${part}`;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== '') element.textContent = text;
  return element;
}

export function svgElement<K extends keyof SVGElementTagNameMap>(
  document: Document,
  name: K,
  part: string,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svgNames, name);
  element.setAttribute('class', `${prefix}-${part}`);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
