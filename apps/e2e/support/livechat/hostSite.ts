import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A customer's own web site: each of its pages is the HTML that a test gave it. */
export interface HostSite {
  /** On `localhost`, as the back end is: the same site to a browser. */
  readonly origin: string;
  /** The same pages on another site. */
  readonly foreignOrigin: string;
  /** Serves this at a path such as `/page1`; gives the page's URL. */
  put(path: string, html: string): string;
  close(): Promise<void>;
}

/** Not by Playwright's routes: to Chromium a page that Playwright made up is not of this machine, and must not load a script of it. */
export async function openHostSite(): Promise<HostSite> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const html = pages.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (html === undefined) response.writeHead(404).end();
    else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  return {
    origin,
    foreignOrigin: `http://127.0.0.1:${port}`,
    put(path, html) {
      pages.set(path, html);
      return origin + path;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
