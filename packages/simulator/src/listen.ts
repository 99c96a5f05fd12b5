import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

function open(
  app: Hono,
  upgrade: Upgrade,
  port: number,
  host: string,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    // The adapter also knows HTTP/2 servers; without options it makes a plain one.
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    server.on('upgrade', upgrade);
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Listens on loopback only: 127.0.0.1, and `::1` too where `localhost` may mean it. */
export async function listen(options: {
  app: Hono;
  upgrade: Upgrade;
  port: number;
  alsoIpv6: boolean;
}): Promise<Listening> {
  const { app, upgrade, port, alsoIpv6 } = options;
  const first = await open(app, upgrade, port, '127.0.0.1').catch((error: unknown) => {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is in use. Choose other ports with --port, or stop what listens there.`);
  });
  const servers = [first.server];
  if (alsoIpv6) {
    // A machine without IPv6 loopback does well with the other address.
    const second = await open(app, upgrade, first.port, '::1').catch(() => undefined);
    if (second) servers.push(second.server);
  }
  return {
    port: first.port,
    close: async () => {
      await Promise.all(servers.map(shut));
    },
  };
}
