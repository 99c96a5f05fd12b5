import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from '../clock.js';
import { isLoopbackOrigin } from '../loopback.js';
import { socketText } from '../socket-text.js';
import { acceptsOrigin } from './accepts-origin.js';
import { openTab } from './open-tab.js';
import { fromPage, type ToPage } from './page-protocol.js';
import type { Sessions } from './sessions.js';
import { createStartGate } from './start-gate.js';

const MAX_MESSAGE = 8 * 1024 * 1024;

/** Parses a page's message; undefined when it is none of ours. */
function readPageMessage(text: string): v.InferOutput<typeof fromPage> | undefined {
  try {
    const result = v.safeParse(fromPage, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

export interface WidgetSocket {
  /** Resolves when the widget with this key has sent its first frames, or after a while. */
  started(key: string): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** The line between a widget's page and its server. */
export function createWidgetSocket(options: {
  sessions: Sessions;
  clock: Clock;
  strictOrigins: readonly string[];
}): WidgetSocket {
  const { sessions, clock, strictOrigins } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });
  const gate = createStartGate(clock);
  let focusOrder = 0;

  function serve(socket: WebSocket, query: URLSearchParams) {
    const tellPage = (message: ToPage) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    };
    tellPage({ kind: 'hosts', strict: strictOrigins });
    const session = sessions.get(query.get('session') || 'demo');
    const { tab, receive } = openTab(session, query, tellPage, () => (focusOrder += 1));
    gate.open(query.get('widget') ?? '');
    socket.on('message', (data) => {
      const message = readPageMessage(socketText(data));
      if (!message) return;
      if (message.kind === 'frame' && !acceptsOrigin(strictOrigins, message.origin)) return;
      receive(message);
    });
    socket.on('close', () => tab.close());
    socket.on('error', () => socket.terminate());
  }

  return {
    started: gate.started,
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const { origin } = request.headers;
      if (url.pathname !== '/socket' || (origin !== undefined && !isLoopbackOrigin(origin))) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (opened) => serve(opened, url.searchParams));
    },
    close() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
