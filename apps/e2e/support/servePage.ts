import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { port } from './addresses.js';

/** A page of our own on a server of its own. */
export interface ServedPage {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a page with one script, and the CRM beside it as an app's own back end would be. Not by Playwright's routes:
 * to Chromium a page that Playwright made up is not of this machine, and must not load a widget of it.
 */
export async function servePage(title: string, script: string): Promise<ServedPage> {
  const html = `<!doctype html><title>${title}</title><script type="module" src="/page.js"></script>`;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/crm/')) {
      // The faults that a test sets are the CRM's; a broken connection is passed on as one.
      fetch(`http://localhost:${port}${path}`, {
        method: request.method ?? 'GET',
        headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
        ...(request.method === 'GET' ? {} : { body: Readable.toWeb(request) as BodyInit, duplex: 'half' }),
      }).then(
        async (answer) => {
          response.writeHead(answer.status, { 'content-type': 'application/json' });
          response.end(await answer.text());
        },
        () => response.destroy(),
      );
    } else if (path === '/page.js') response.setHeader('content-type', 'text/javascript').end(script);
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await once(server.listen(0, 'localhost'), 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
