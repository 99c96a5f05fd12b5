/**
 * Calls back whenever the element may have moved or changed its size: scrolling, resizing, and layout shifts that
 * neither shows, which the browser notices for us through an IntersectionObserver cut to the element's own box.
 */
export function followRect(element: Element, changed: (rect: DOMRect) => void): () => void {
  let shift: IntersectionObserver | undefined;
  let last = '';

  function look(): void {
    const rect = element.getBoundingClientRect();
    const now = [rect.x, rect.y, rect.width, rect.height].join();
    if (now !== last) {
      last = now;
      changed(rect);
      watchShift(rect);
    }
  }

  function watchShift({ left, top, right, bottom, width, height }: DOMRect): void {
    shift?.disconnect();
    shift = undefined;
    if (width === 0 || height === 0) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const margin = [-top, right - clientWidth, bottom - clientHeight, -left].map(
      (side) => `${Math.floor(side)}px`,
    );
    let first = true;
    shift = new IntersectionObserver(
      () => {
        if (!first) look();
        first = false;
      },
      { rootMargin: margin.join(' '), threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    shift.observe(element);
  }

  const size = new ResizeObserver(look);
  size.observe(element);
  size.observe(document.documentElement);
  addEventListener('scroll', look, { capture: true, passive: true });
  addEventListener('resize', look);
  look();
  return () => {
    size.disconnect();
    shift?.disconnect();
    removeEventListener('scroll', look, { capture: true });
    removeEventListener('resize', look);
  };
}
