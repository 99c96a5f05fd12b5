/**
 * The recorder compares styles on an element of a scratch document, whose `style` attribute it sets. That document has the page's
 * policy: under `style-src 'self'` each such attribute is a violation, and the change is lost. Until it is undone, scratch
 * elements take a `style` by CSSOM, which every policy allows.
 *
 * @returns what undoes it
 */
export function scratchStyles({ implementation }: Pick<Document, 'implementation'>): () => void {
  const maker: { createElement(name: string): HTMLElement } = Document.prototype;
  const make = (title?: string): Document => {
    const made = DOMImplementation.prototype.createHTMLDocument.call(implementation, title);
    const create = (name: string): HTMLElement => byCssom(maker.createElement.call(made, name));
    Object.defineProperty(made, 'createElement', { value: create });
    return made;
  };
  Object.defineProperty(implementation, 'createHTMLDocument', { configurable: true, value: make });
  return () => void Reflect.deleteProperty(implementation, 'createHTMLDocument');
}

function byCssom(element: HTMLElement): HTMLElement {
  const set = element.setAttribute.bind(element);
  element.setAttribute = (name: string, value: string): void => {
    if (name === 'style') element.style.cssText = value;
    else set(name, value);
  };
  return element;
}
