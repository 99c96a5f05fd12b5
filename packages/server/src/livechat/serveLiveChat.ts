import { createServer, type Server } from 'node:http';
import { refuseBytes } from './http/refuseBytes.js';
import type { LiveChat } from './liveChat.js';

/** Where a live chat listens. */
export interface ServeLiveChatOptions {
  /** 4305 unless given; 0 is any free one. */
  readonly port?: number;
  /** `localhost` unless given: this machine only, by both of its addresses. */
  readonly host?: string;
  /** How long requests and connections may take to end after `close()`: 10,000 ms unless given. */
  readonly drainMs?: number;
}

/** A live chat that is served. */
export interface RunningLiveChat {
  /** The address of the scripts: `http://localhost:4305/tetherfi/livechat`. */
  readonly url: string;
  readonly port: number;
  /** Ends it in good order: nothing new is taken, pages go elsewhere, running requests are answered, the log is let go. */
  close(): Promise<void>;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');

/**
 * Serves a live chat by HTTP/1.1 and WebSockets on Node's own server. A proxy in front of it adds TLS; all requests of a page that
 * has no WebSocket have to reach one node.
 *
 * @throws what listening throws, such as EADDRINUSE
 * @example
 * const server = await serveLiveChat(chat, { port: 4305 });
 * process.once('SIGTERM', () => void server.close());
 */
export async function serveLiveChat(
  chat: LiveChat,
  { port = 4305, host = 'localhost', drainMs = 10_000 }: ServeLiveChatOptions = {},
): Promise<RunningLiveChat> {
  const { core } = chat;
  await core.begin();
  const open = (): Server => {
    const server = createServer(
      {
        // Longer than the proxies' usual minute, so that it is never this side that hangs up between two requests.
        keepAliveTimeout: 65_000,
        headersTimeout: 10_000,
        // Of a large file by a slow line; small bodies have limits of their own.
        requestTimeout: 300_000,
        connectionsCheckingInterval: 5_000,
        noDelay: true,
      },
      (request, response) => void core.serve(request, response),
    );
    server.on('clientError', refuseBytes);
    server.on('upgrade', core.upgrade);
    return server;
  };
  const isLocal = host === 'localhost';
  const first = open();
  const bound = await listen(first, port, isLocal ? '127.0.0.1' : host);
  const servers = [first];
  if (isLocal) {
    const second = open();
    try {
      await listen(second, bound, '::1');
      servers.push(second);
    } catch (error) {
      // A machine without IPv6 has the one address only.
      if (!isMissing(error)) {
        first.close();
        throw error;
      }
    }
  }

  async function close(): Promise<void> {
    chat.drain();
    const ended = Promise.all(
      servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
    );
    const giveUp = setTimeout(() => {
      core.cut();
      for (const server of servers) server.closeAllConnections();
    }, drainMs);
    await ended;
    clearTimeout(giveUp);
    await chat.close();
  }
  let closing: Promise<void> | undefined;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${bound}/tetherfi/livechat`,
    port: bound,
    close: () => (closing ??= close()),
  };
}
