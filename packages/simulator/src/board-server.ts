import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hono } from 'hono';
import { WebSocketServer, type WebSocket } from 'ws';
import { serveAssets } from './assets.js';
import { errorResponse } from './control-api.js';
import { loopbackGuard } from './loopback-guard.js';
import { isLoopbackHost, isLoopbackOrigin } from './loopback.js';
import type { ListedVendor } from './vendor.js';

const files = {
  '/': 'board/board.html',
  '/board.js': 'board/board.js',
  '/board.css': 'board/board.css',
  '/host': 'board/host.html',
  '/host.js': 'board/host.js',
  '/favicon.ico': 'simulator.svg',
  '/simulator.svg': 'simulator.svg',
};

/** The board's page, a bare host page to try a widget in, and where the vendors are. */
export function boardPages(
  vendors: readonly ListedVendor[],
  origins: Readonly<Record<string, string>>,
): Hono {
  const widgets = Object.values(origins).join(' ');
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${widgets}`,
    `style-src 'self' ${widgets}`,
    "img-src 'self' data:",
    "connect-src 'self' ws:",
    `frame-src ${widgets}`,
    "base-uri 'none'",
    // The launcher shows the board beside the apps.
    'frame-ancestors http://localhost:*',
  ].join('; ');
  const app = new Hono();
  app.onError(errorResponse);
  app.use('*', loopbackGuard);
  app.get('/vendors.json', (context) =>
    context.json(
      vendors.map(({ name, label, frame, page }) => ({
        name,
        label,
        origin: origins[name] ?? null,
        frame,
        page,
      })),
    ),
  );
  serveAssets(app, files, () => ({ 'Content-Security-Policy': policy }));
  return app;
}

/** Frames sent to a board at once, when it opens or after a reset. */
const SHOWN_FRAMES = 100;
/** Boards hear of changes at most this often. */
const TELL_EVERY_MS = 80;

export interface BoardSocket {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** Tells open boards what changes in the session they show. */
export function createBoardSocket(vendors: readonly ListedVendor[]): BoardSocket {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4096 });

  function serve(socket: WebSocket, vendor: ListedVendor, session: string) {
    const { control } = vendor;
    const send = (snapshot: object) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(snapshot));
    };
    function tell() {
      if (socket.readyState !== socket.OPEN) return;
      if ('snapshot' in control) {
        // One that can't be had now is told with the next change.
        control.snapshot(session).then(send, () => {});
        return;
      }
      const frames = control.frames(session).slice(-SHOWN_FRAMES);
      send({ status: control.status(session), calls: control.calls(session), frames });
    }
    let timer: NodeJS.Timeout | undefined;
    const stop = control.watch(session, () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        tell();
      }, TELL_EVERY_MS);
    });
    socket.on('close', () => {
      stop();
      clearTimeout(timer);
    });
    socket.on('error', () => socket.terminate());
    tell();
  }

  return {
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const { origin, host } = request.headers;
      const vendor = vendors.find((one) => one.name === url.searchParams.get('vendor'));
      const trusted = isLoopbackHost(host) && (origin === undefined || isLoopbackOrigin(origin));
      if (url.pathname !== '/watch' || !vendor || !trusted) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      const session = url.searchParams.get('session') || 'demo';
      server.handleUpgrade(request, socket, head, (opened) => serve(opened, vendor, session));
    },
    close() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
