/** Which elements are or were password fields: a script that shows a password makes it a text box. */
export interface PasswordMemory {
  was(element: Element): boolean;
  stop(): void;
}

const isPassword = (value: string | null): boolean => value?.trim().toLowerCase() === 'password';

/**
 * Watches a document from now on. What was changed before, or out of the document, it cannot know: it is made as soon as the
 * script is loaded.
 */
export function createPasswordMemory(document: Document): PasswordMemory {
  const known = new WeakSet<Element>();
  const remember = (element: Element): void => {
    if (isPassword(element.getAttribute('type'))) known.add(element);
  };
  const look = (node: Node): void => {
    if (!(node instanceof Element)) return;
    remember(node);
    for (const input of node.querySelectorAll('input[type]')) remember(input);
  };
  const learn = (records: readonly MutationRecord[]): void => {
    for (const { type, target, oldValue, addedNodes } of records) {
      if (type === 'childList') addedNodes.forEach(look);
      else if (target instanceof Element) {
        if (isPassword(oldValue)) known.add(target);
        remember(target);
      }
    }
  };
  const observer = new MutationObserver(learn);
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['type'],
    attributeOldValue: true,
  });
  look(document.documentElement);

  return {
    was(element) {
      // What has just been changed was not told yet.
      learn(observer.takeRecords());
      remember(element);
      return known.has(element) || element.hasAttribute('data-rr-is-password');
    },
    stop: () => observer.disconnect(),
  };
}
