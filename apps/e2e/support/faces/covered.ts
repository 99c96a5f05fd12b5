import type { Locator } from '@playwright/test';

/** The texts of those that something else covers in their middle, or that are outside of the window. */
export function coveredOf(all: Locator): Promise<readonly string[]> {
  return all.evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        return top === null || !element.contains(top);
      })
      .map((element) => element.getAttribute('aria-label') ?? element.textContent.trim()),
  );
}
