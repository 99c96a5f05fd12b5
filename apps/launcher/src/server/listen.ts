import { createServer, type RequestListener, type Server } from 'node:http';

const loopback = ['127.0.0.1', '::1'] as const;

/** Serves on both of the machine's own addresses, since `localhost` means the one or the other. */
export async function listen(handle: RequestListener, port: number): Promise<() => Promise<void>> {
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closed));
  };
  try {
    for (const host of loopback) {
      const server = createServer(handle);
      if (await listening(server, port, host)) servers.push(server);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}

/** Whether the server listens; it doesn't where the machine has no such address. */
function listening(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (host !== '127.0.0.1' && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'))
        resolve(false);
      else reject(error);
    });
    server.listen(port, host, () => resolve(true));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open that nobody uses.
    server.closeAllConnections();
  });
}
