/** Elements with the same key are the same thing, wherever they stand among their siblings. */
const keyOf = (node: Node): string | undefined =>
  node instanceof Element ? (node.getAttribute('data-key') ?? undefined) : undefined;

const alike = (a: Node, b: Node): boolean => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

/**
 * Changes `current` into `wanted` with the fewest touches, so that focus, caret and what somebody is
 * typing survive a repaint.
 */
export function morph(current: Element, wanted: Element): void {
  morphAttributes(current, wanted);
  morphChildren(current, wanted);
}

/** Whether a drawer is open is the person's matter, not the painter's. */
const isPersons = (element: Element, attribute: string): boolean =>
  attribute === 'open' && element instanceof HTMLDetailsElement;

/** A field is filled anew when its version changes, or without one its text. */
const versionOf = (element: Element): string | null =>
  element.getAttribute('data-version') ?? element.getAttribute('data-set');

function morphAttributes(current: Element, wanted: Element): void {
  for (const { name } of [...current.attributes])
    if (!wanted.hasAttribute(name) && !isPersons(current, name)) current.removeAttribute(name);
  const before = versionOf(current);
  for (const { name, value } of [...wanted.attributes]) {
    if (current.getAttribute(name) !== value) current.setAttribute(name, value);
  }
  // A field keeps what the person typed, until the server gives it a new text.
  const set = wanted.getAttribute('data-set');
  if (
    set !== null &&
    versionOf(wanted) !== before &&
    (current instanceof HTMLInputElement || current instanceof HTMLTextAreaElement)
  ) {
    current.value = set;
  }
  // Switches that act at once show the server's state; boxes of a form not yet sent are the person's.
  if (
    current instanceof HTMLInputElement &&
    current.type === 'checkbox' &&
    current.hasAttribute('data-act')
  ) {
    current.checked = wanted.hasAttribute('checked');
  }
  if (current instanceof HTMLSelectElement)
    current.value = wanted.getAttribute('data-value') ?? current.value;
}

function morphChildren(current: Element, wanted: Element): void {
  const keyed = new Map<string, ChildNode>();
  for (const child of current.childNodes) {
    const key = keyOf(child);
    if (key !== undefined) keyed.set(key, child);
  }
  let position: ChildNode | null = current.firstChild;
  for (const want of [...wanted.childNodes]) {
    const key = keyOf(want);
    const candidate: ChildNode | null = (key === undefined ? undefined : keyed.get(key)) ?? position;
    if (candidate && alike(candidate, want)) {
      if (candidate === position) position = position.nextSibling;
      else current.insertBefore(candidate, position);
      if (candidate instanceof Element && want instanceof Element) morph(candidate, want);
      else if (candidate.nodeValue !== want.nodeValue) candidate.nodeValue = want.nodeValue;
    } else {
      current.insertBefore(want, position);
    }
  }
  while (position) {
    const next: ChildNode | null = position.nextSibling;
    position.remove();
    position = next;
  }
}
