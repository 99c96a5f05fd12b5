import type { Page } from '@playwright/test';
import type { ConsoleFaces } from './consoleFaces.js';

interface Window_ {
  readonly typed?: (readonly [value: string, at: number])[];
}

/**
 * Watches how long it takes from a customer's keystroke to the agent's sight of it, in ms. Both pages are on one machine, and so
 * go by one clock.
 */
export async function watchTyping(
  customer: Page,
  ann: ConsoleFaces,
  id: string,
): Promise<() => Promise<readonly number[]>> {
  await customer.evaluate((field) => {
    const typed: (readonly [string, number])[] = [];
    Object.assign(window, { typed });
    const input = document.getElementById(field) as HTMLInputElement;
    input.addEventListener('input', () => typed.push([input.value, Date.now()]), true);
  }, id);
  // The document around the replay's own, which runs no script.
  const outer = ann.cobrowse.locator('iframe').contentFrame().locator('body');
  await outer.evaluate((_body, field) => {
    const typed: (readonly [string, number])[] = [];
    Object.assign(window, { typed });
    const input = document.querySelector('iframe')?.contentDocument?.getElementById(field);
    const own = Object.getOwnPropertyDescriptor(
      (input?.ownerDocument.defaultView as (Window & typeof globalThis) | null)?.HTMLInputElement.prototype ??
        {},
      'value',
    );
    if (!input || !own) throw new Error(`${field} is not in the replay.`);
    Object.defineProperty(input, 'value', {
      get: () => own.get?.call(input) as unknown,
      set(value: string) {
        own.set?.call(input, value);
        typed.push([value, Date.now()]);
      },
    });
  }, id);
  return async () => {
    const typed = await customer.evaluate(() => (window as Window_).typed ?? []);
    const seen = new Map(await outer.evaluate(() => (window as Window_).typed ?? []));
    return typed.map(([value, at]) => (seen.get(value) ?? Infinity) - at);
  };
}

/** The smallest of these that so many of a hundred are not above. */
export function percentile(times: readonly number[], of100: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * of100) / 100) - 1] ?? Infinity;
}
