import { expect, type APIRequestContext, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { board, ringCentralOrigin } from './addresses.js';
import { createSeedPage } from './seedPage.js';
import type { Snippet } from './snippet.js';

interface LoggedFrame {
  readonly direction: 'in' | 'out';
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the widget asked, and what the page answered. */
export interface Exchange {
  readonly body: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>> | undefined;
}

/** A page that embeds the widget by the vendor's own script and runs the code it is given, as a reader would. */
export interface SeedHost {
  readonly page: Page;
  readonly widget: FrameLocator;
  /** Opens the page and waits for the widget; scripts run in the page before the vendor's. */
  open(script?: string): Promise<void>;
  /** Runs code of the document in the page, in this order. */
  run(...snippets: readonly Snippet[]): Promise<void>;
  /** The names of the services that the widget knows, one a widget. */
  registered(): Promise<readonly (string | null)[]>;
  /** What the widget asked on a path so far. */
  exchanges(path: string): Promise<readonly Exchange[]>;
  /** Waits until the widget's last request on a path is answered. */
  answered(path: string): Promise<Exchange>;
  /** Makes the widget ask. */
  ask(
    path: string,
    body?: object,
  ): Promise<{ readonly answered?: boolean; readonly error?: { code: string } }>;
  /** Goes to a page of the widget. */
  goTo(name: 'Dialer' | 'History' | 'Messages' | 'Contacts' | 'Settings'): Promise<void>;
  button(name: string): Locator;
  close(): Promise<void>;
}

export function createSeedHost(page: Page, request: APIRequestContext, session: string): SeedHost {
  const control = `${board}/control/ringcentral`;
  const widget = page.frameLocator('#rc-widget-adapter-frame');

  async function exchanges(path: string): Promise<Exchange[]> {
    const response = await request.get(`${control}/frames`, { params: { session } });
    const { frames } = (await response.json()) as { frames: readonly LoggedFrame[] };
    return frames
      .filter(
        ({ direction, data }) =>
          direction === 'out' && data['type'] === 'rc-post-message-request' && data['path'] === path,
      )
      .map(({ data }) => {
        const answer = frames.find(
          (frame) => frame.direction === 'in' && frame.data['responseId'] === data['requestId'],
        );
        return {
          body: (data['body'] ?? {}) as Exchange['body'],
          response: answer?.data['response'] as Exchange['response'],
        };
      });
  }

  async function registered(): Promise<readonly (string | null)[]> {
    const response = await request.get(`${control}/status`, { params: { session } });
    return ((await response.json()) as { registered: readonly (string | null)[] }).registered;
  }

  const host = createSeedPage(page);

  return {
    page,
    widget,
    registered,
    exchanges,
    close: () => host.close(),
    async open(script = '') {
      await host.open(
        `<!doctype html><title>Host page</title><body><script>${script}</script>
          <script src="${ringCentralOrigin}/adapter.js?profile=2019&session=${session}"></script>`,
      );
      await expect(widget.getByRole('status', { name: 'Widget state' })).toHaveText('Available', {
        timeout: 15_000,
      });
    },
    async run(...snippets) {
      await host.run(...snippets);
      await expect.poll(registered).toEqual([expect.any(String)]);
    },
    async answered(path) {
      let last: Exchange | undefined;
      await expect
        .poll(async () => (last = (await exchanges(path)).at(-1))?.response, {
          message: `${path} is answered`,
        })
        .toBeDefined();
      if (!last) throw new Error(`${path} was not asked.`);
      return last;
    },
    async ask(path, body = {}) {
      const response = await request.post(`${control}/ask`, { data: { session, path, body } });
      return (await response.json()) as Awaited<ReturnType<SeedHost['ask']>>;
    },
    goTo: (name) =>
      widget
        .getByRole('navigation', { name: 'Pages' })
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .click(),
    button: (name) => widget.getByRole('button', { name, exact: true }),
  };
}
