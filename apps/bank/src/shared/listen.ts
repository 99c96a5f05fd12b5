import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { IncomingMessage } from 'node:http';

/** What a server does. */
export interface Serving {
  readonly request: RequestListener;
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Ends it, and the connections that it still has. */
  close(): Promise<void>;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');

function listening(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open that nobody uses.
    server.closeAllConnections();
  });
}

/**
 * Serves on both of this machine's own addresses, since `localhost` means the one or the other.
 *
 * @param port 0 for any free one
 */
export async function listen({ request, upgrade }: Serving, port: number): Promise<Listening> {
  const open = (): Server => {
    const server = createServer({ headersTimeout: 10_000, requestTimeout: 300_000 }, request);
    if (upgrade !== undefined) server.on('upgrade', upgrade);
    return server;
  };
  const first = open();
  const bound = await listening(first, port, '127.0.0.1');
  const servers = [first];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closed));
  };
  const second = open();
  try {
    await listening(second, bound, '::1');
    servers.push(second);
  } catch (error) {
    // A machine without IPv6 has the one address only.
    if (!isMissing(error)) {
      await close();
      throw error;
    }
  }
  return { port: bound, close };
}
