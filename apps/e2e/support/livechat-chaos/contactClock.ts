import type { BrowserContext, Page } from '@playwright/test';

/** What a page's own clock says of its way to the server; all in ms. */
export interface Contact {
  /** Each state that was told, and how long after the last contact. */
  readonly states: readonly (readonly [state: string, afterMs: number])[];
  /** How late a timer of nine seconds was: a busy machine is no fault of the script's. */
  readonly lateMs: number;
  /** The longest time between two contacts. */
  readonly longestMs: number;
}

/** Looks at every frame that comes to the pages of a browser. To be called before they are opened. */
export async function watchContact(context: BrowserContext): Promise<(page: Page) => Promise<Contact>> {
  await context.addInitScript(() => {
    const contact = { states: [] as [string, number][], lateMs: 0, longestMs: 0 };
    let last = 0;
    let timer = 0;
    Object.assign(window, { contact });
    window.WebSocket = class extends WebSocket {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        this.addEventListener('message', () => {
          const at = performance.now();
          if (last > 0) contact.longestMs = Math.max(contact.longestMs, at - last);
          last = at;
          clearTimeout(timer);
          timer = window.setTimeout(() => (contact.lateMs = performance.now() - at - 9_000), 9_000);
        });
      }
    };
    addEventListener('load', () => {
      const api = Reflect.get(window, 'livechat') as Record<string, (state: string) => void>;
      const told = api['OnServerStateChanged'];
      api['OnServerStateChanged'] = (state) => {
        contact.states.push([state, performance.now() - last]);
        told?.(state);
      };
    });
  });
  return (page) => page.evaluate(() => Reflect.get(window, 'contact') as Contact);
}
