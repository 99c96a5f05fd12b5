const focusable = 'button:not([disabled]), [href], input:not([disabled]), select, textarea, [tabindex]';

/**
 * Keeps the keyboard where the work is. When the focused element leaves the page (Answer goes as the call is
 * answered, a card goes as its call ends), the browser forgets the place; this puts the focus on the first control
 * of the nearest ancestor that is still there. An ancestor, there or not, may name another place with
 * `data-focus-next="selector"`.
 */
export function keepFocus(root: HTMLElement): () => void {
  let trail: Element[] = [];

  const remember = (): void => {
    trail = [];
    for (let each = document.activeElement; each !== null && root.contains(each); each = each.parentElement) {
      trail.push(each);
    }
  };

  const restore = (): void => {
    const lost = trail[0];
    if (lost === undefined || isThere(lost)) return;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    for (const ancestor of trail) {
      const next = ancestor.getAttribute('data-focus-next');
      const place = next === null ? ancestor : document.querySelector(next);
      if (place?.isConnected !== true) continue;
      const target = place.querySelector<HTMLElement>(focusable) ?? place;
      if (target instanceof HTMLElement && isThere(target)) {
        target.focus();
        if (document.activeElement === target) return;
      }
    }
  };

  // A click elsewhere is leaving on purpose.
  const leave = (event: PointerEvent): void => {
    if (!(event.target instanceof Node) || trail[0]?.contains(event.target) !== true) trail = [];
  };

  // A disabled control keeps its place in the page, yet loses the focus just the same.
  const isThere = (element: Element): boolean => element.isConnected && !element.matches(':disabled');

  const observer = new MutationObserver(restore);
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  root.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', leave);
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', leave);
  };
}
