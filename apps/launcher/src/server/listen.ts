import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Server } from 'node:http';

const loopback = ['127.0.0.1', '::1'] as const;

/** Serves on both of the machine's own addresses, since `localhost` means the one or the other. */
export async function listen(site: Hono, port: number): Promise<() => Promise<void>> {
  const servers: ServerType[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closed));
  };
  try {
    for (const host of loopback) {
      const server = createAdaptorServer({ fetch: site.fetch });
      if (await listening(server, port, host)) servers.push(server);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}

/** Whether the server listens; it doesn't where the machine has no such address. */
function listening(server: ServerType, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (host !== '127.0.0.1' && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'))
        resolve(false);
      else reject(error);
    });
    server.listen(port, host, () => resolve(true));
  });
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open that nobody uses.
    (server as Server).closeAllConnections();
  });
}
