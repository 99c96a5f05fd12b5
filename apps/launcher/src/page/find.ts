/** An element that index.html has, of the kind that it should be. */
export function find<T extends Element>(selector: string, kind: new () => T): T {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`index.html has no ${kind.name} at ${selector}.`);
  return element;
}
