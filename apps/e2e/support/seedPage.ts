import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

/** A host page as a reader of a vendor's document would write it. */
export interface SeedPage {
  /** What the page and the widget in it have written to the console. */
  readonly lines: readonly string[];
  /** What went wrong in the page's own code. */
  readonly errors: readonly Error[];
  /** Serves this as the page, and opens it; the one before is gone. */
  open(html: string): Promise<void>;
  /** Runs code in the page, in this order, each as a script of its own. */
  run(...snippets: readonly { readonly code: string }[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the page on a port of its own: to Chromium a page that Playwright made up is not of this machine,
 * and must not load a script of it.
 */
async function serve(html: string): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  await once(server.listen(0, 'localhost'), 'listening');
  return server;
}

export function createSeedPage(page: Page): SeedPage {
  const lines: string[] = [];
  const errors: Error[] = [];
  page.on('console', (message) => lines.push(message.text()));
  page.on('pageerror', (error) => errors.push(error));
  let server: Server | undefined;

  async function close(): Promise<void> {
    server?.closeAllConnections();
    server?.close();
    if (server) await once(server, 'close');
    server = undefined;
  }

  return {
    lines,
    errors,
    async open(html) {
      // What the document names, such as pictures, is anywhere in the world.
      await page.route(/^https:/, (route) => route.abort());
      await close();
      server = await serve(html);
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    },
    async run(...snippets) {
      for (const { code } of snippets) await page.addScriptTag({ content: code });
    },
    close,
  };
}
