import { expect, type BrowserContext, type Page } from '@playwright/test';
import type {} from '../pages/agentDesk.js';
import { ringCentralOrigin } from './addresses.js';
import { bundle } from './bundle.js';
import { crash } from './crash.js';
import { servePage } from './servePage.js';

/** Several tabs of one agent's browser, each with the page of `pages/agentDesk.ts`. */
export interface DeskTabs {
  /** The numbers of the calls that any of the tabs has seen. */
  readonly seen: ReadonlySet<string>;
  readonly pages: readonly Page[];
  open(): Promise<void>;
  /** Kills the leading tab's process, and opens another tab for it. */
  crashLeader(): Promise<void>;
  reload(index: number): Promise<void>;
  /** Notes something in any tab that knows the call; false if none could. */
  note(number: string, note: string): Promise<boolean>;
  waiting(): Promise<number>;
  close(): Promise<void>;
}

export async function createDeskTabs(context: BrowserContext, session: string): Promise<DeskTabs> {
  const script = await bundle('agentDesk.ts');
  const seen = new Set<string>();
  const pages: Page[] = [];
  await context.exposeBinding('sawCall', (_, number: string) => void seen.add(number));
  const served = await servePage('Desk', script);
  const widget = `${ringCentralOrigin}/app.html?session=${session}&defaultAutoLogCallEnabled=1`;
  const address = `${served.origin}/?${new URLSearchParams({ session, widget }).toString()}`;
  const ready = (page: Page): Promise<void> =>
    expect.poll(() => page.evaluate(() => window.desk.ready()), { timeout: 20_000 }).toBe(true);

  /** What a tab says; `undefined` from one that is just gone, or on its way back. */
  const told = <T>(answer: Promise<T>): Promise<T | undefined> => answer.catch(() => undefined);

  async function open(): Promise<void> {
    const page = await context.newPage();
    await page.goto(address);
    await ready(page);
    pages.push(page);
  }

  return {
    seen,
    pages,
    open,
    async crashLeader() {
      const leads = await Promise.all(pages.map((page) => told(page.evaluate(() => window.desk.leads()))));
      const index = Math.max(0, leads.indexOf(true));
      const [leader] = pages.splice(index, 1);
      if (!leader) return;
      await crash(leader);
      await leader.close();
      await open();
    },
    async reload(index) {
      const page = pages[index];
      await page?.reload();
      if (page) await ready(page);
    },
    async note(number, note) {
      for (const page of [...pages]) {
        const kept = await told(
          page.evaluate(([to, text]) => window.desk.note(to, text), [number, note] as const),
        );
        if (kept === true) return true;
      }
      return false;
    },
    async waiting() {
      const [page] = pages;
      return (page && (await told(page.evaluate(() => window.desk.waiting())))) ?? Infinity;
    },
    close: () => served.close(),
  };
}
