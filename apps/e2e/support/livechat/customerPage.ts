import { expect, type Page } from '@playwright/test';
import { documentedEvents, type DocumentedEvent } from './hostHtml.js';

type Told = readonly [name: DocumentedEvent, ...args: unknown[]];

/** A customer's page: what it calls of the vendor's API, and what its handlers were told. */
export interface CustomerPage {
  readonly page: Page;
  /** Calls a function of the documented object with arguments that can be sent to a page. */
  call(name: string, ...args: readonly unknown[]): Promise<void>;
  /** All events so far, in order: names alone. */
  names(): Promise<readonly DocumentedEvent[]>;
  /** What an event was told with, each time: as many arguments as the document gives it. */
  told(name: DocumentedEvent): Promise<readonly (readonly unknown[])[]>;
  /** All arguments. */
  toldWhole(name: DocumentedEvent): Promise<readonly (readonly unknown[])[]>;
  /** Waits until it was told so, as often as this. */
  until(name: DocumentedEvent, ...args: readonly unknown[]): Promise<void>;
  /** Opens, hears that there is none, and starts; waits until that has succeeded or failed. */
  begin(details?: unknown, history?: string): Promise<void>;
}

export function createCustomerPage(page: Page): CustomerPage {
  const all = (): Promise<readonly Told[]> =>
    page.evaluate(() => Reflect.get(window, 'told') as readonly Told[]);

  async function toldWhole(name: DocumentedEvent): Promise<readonly (readonly unknown[])[]> {
    return (await all()).filter(([told]) => told === name).map(([, ...args]) => args);
  }

  const told = async (name: DocumentedEvent): Promise<readonly (readonly unknown[])[]> =>
    (await toldWhole(name)).map((args) => args.slice(0, documentedEvents[name]));

  async function call(name: string, ...args: readonly unknown[]): Promise<void> {
    await page.evaluate(
      ([called, given]) => {
        const api = Reflect.get(window, 'api') as Record<string, (...args: unknown[]) => unknown>;
        // Like the document's pages: what it gives back is nobody's business.
        api[called]?.(...given);
      },
      [name, args] as const,
    );
  }

  async function until(name: DocumentedEvent, ...args: readonly unknown[]): Promise<void> {
    await expect
      .poll(() => told(name), { message: `${name} is told`, timeout: 15_000 })
      .toContainEqual(args.length === 0 ? expect.anything() : args);
  }

  return {
    page,
    call,
    told,
    toldWhole,
    until,
    names: async () => (await all()).map(([name]) => name),
    async begin(details = {}, history = '') {
      await call('Open');
      await until('OnOpenFailed', 'NoSessionFound');
      await call('Start', details, history);
      await expect
        .poll(async () => [...(await told('OnStartSuccess')), ...(await told('OnStartFailed'))].length, {
          message: 'the start is answered',
        })
        .toBe(1);
    },
  };
}
