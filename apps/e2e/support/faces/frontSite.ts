import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** A company's one origin: pages of a test's own, and the chat's scripts, back end and agent console behind them. */
export interface FrontSite {
  readonly origin: string;
  /** The same pages to a browser on another site. */
  readonly foreignOrigin: string;
  /** Serves this at a path; the type goes by its ending. Gives the URL. */
  put(path: string, content: string, headers?: Readonly<Record<string, string>>): string;
  /** Addresses and bodies of all requests that went to the back end, but for the agents' own. */
  readonly said: readonly string[];
  close(): Promise<void>;
}

interface Content {
  readonly content: string;
  readonly headers: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
const typeOf = (path: string): string => types[/\.\w+$/.exec(path)?.[0] ?? ''] ?? 'text/html';

const isAgents = (url: string): boolean => /^\/(?:tetherfi\/)?agent\b/.test(url);

/** Request line and headers, as they came. */
const headOf = ({ method = '', url = '', rawHeaders }: IncomingMessage): string => {
  const lines = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1] ?? ''}`] : [],
  );
  return `${[`${method} ${url} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`;
};

/**
 * Not by Playwright's routes: to Chromium a page that Playwright made up is not of this machine.
 *
 * @param target the back end's port; undefined while it is down
 */
export async function openFrontSite(target: () => number | undefined): Promise<FrontSite> {
  const pages = new Map<string, Content>();
  const said: string[] = [];

  function passOn(asked: IncomingMessage, response: ServerResponse): void {
    const port = target();
    const { method, url = '/', headers } = asked;
    if (port === undefined) {
      response.destroy();
      return;
    }
    if (!isAgents(url)) said.push(`${method} ${url}`);
    const passed = ask({ host: 'localhost', port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    passed.on('error', () => response.destroy());
    asked.on('data', (chunk: Buffer) => {
      if (!isAgents(url)) said.push(chunk.toString());
    });
    asked.pipe(passed);
  }

  const sockets = new Set<Duplex>();
  function upgrade(asked: IncomingMessage, client: Duplex, head: Buffer): void {
    const port = target();
    if (port === undefined) {
      client.destroy();
      return;
    }
    const server = connect(port, 'localhost', () => {
      server.setNoDelay(true);
      server.write(headOf(asked));
      server.write(head);
      client.pipe(server).pipe(client);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  }

  const server = createServer((asked, response) => {
    const page = pages.get(new URL(asked.url ?? '/', 'http://localhost').pathname);
    if (page === undefined) passOn(asked, response);
    else response.writeHead(200, page.headers).end(page.content);
  });
  server.on('upgrade', upgrade);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  return {
    origin,
    foreignOrigin: `http://127.0.0.1:${port}`,
    said,
    put(path, content, headers = {}) {
      pages.set(path, {
        content,
        headers: {
          'content-type': `${typeOf(path)}; charset=utf-8`,
          'cache-control': 'no-store',
          ...headers,
        },
      });
      return origin + path;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
