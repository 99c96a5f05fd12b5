import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { serveNode } from './xivo/serveNode.js';
import { ServiceError, type ServiceErrorCode } from './xivo/serviceError.js';
import type { XivoService } from './xivo/xivoService.js';

/** Where a service listens. */
export interface ServeOptions {
  /** 4306 unless given; 0 is any free one. */
  readonly port?: number;
  /** `127.0.0.1` unless given: this machine only. */
  readonly host?: string;
  /** How long requests may take to end after `close()`: 10,000 ms unless given. */
  readonly drainMs?: number;
}

/** A server that runs. */
export interface RunningServer {
  /** The service's address, such as `http://127.0.0.1:4306/xivo`. */
  readonly url: string;
  readonly port: number;
  /** Ends it in good order: no new connections, streams ended, running requests answered, then the event log let go. */
  close(): Promise<void>;
}

/**
 * A service as a listener of Node's `http.createServer`.
 *
 * @example
 * createServer(nodeHandler(service)).listen(4306);
 */
export function nodeHandler(
  service: XivoService,
): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const { core } = service;
  return (incoming, outgoing) => void serveNode(core, incoming, outgoing);
}

const refusals: Readonly<Record<string, readonly [ServiceErrorCode, string, string]>> = {
  HPE_HEADER_OVERFLOW: ['headers-too-large', 'The headers are too large.', 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['timeout', 'The request didn’t come in time.', 'Request Timeout'],
};
const malformed = ['bad-request', 'The request is no HTTP.', 'Bad Request'] as const;

/** What is no HTTP has no request to answer: the bytes of the answer are written by hand. */
function refuseBytes(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [code, message, reason] = refusals[error.code ?? ''] ?? malformed;
  const { status, body } = new ServiceError(code, message);
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Referrer-Policy: no-referrer',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
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

/**
 * Serves a service by HTTP/1.1 on Node's own server, with connections kept open. A proxy in front of it adds TLS, which agent
 * desktops on `https` pages need.
 *
 * @throws what listening throws, such as EADDRINUSE
 * @example
 * const server = await serveXivo(service, { port: 4306 });
 * process.once('SIGTERM', () => void server.close());
 */
export async function serveXivo(service: XivoService, options: ServeOptions = {}): Promise<RunningServer> {
  const { host = '127.0.0.1', drainMs = 10_000 } = options;
  const server = createServer(
    {
      // Longer than the proxies' usual minute, so that it is never this side that hangs up between two requests.
      keepAliveTimeout: 65_000,
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      connectionsCheckingInterval: 5_000,
      noDelay: true,
    },
    nodeHandler(service),
  );
  server.on('clientError', refuseBytes);
  const port = await listen(server, options.port ?? 4306, host);
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    service.drain();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const giveUp = setTimeout(() => server.closeAllConnections(), drainMs);
    await closed;
    clearTimeout(giveUp);
    await service.close();
  }

  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${port}${service.path}`,
    port,
    close: () => (closing ??= close()),
  };
}
