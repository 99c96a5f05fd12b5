import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import { WebSocketServer, type WebSocket } from 'ws';
import { isLoopbackOrigin } from './loopback.js';
import { socketText } from './socket-text.js';

/** One page's widget: what it does with the page's messages, until the page is gone. */
export interface PageEnd<FromPage> {
  receive(message: FromPage): void;
  close(): void;
}

export interface PageSocket {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** Parses a page's message; undefined when it is none of ours. */
function readMessage<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** The line between a widget's page and its server: `/socket` on the widget's origin. */
export function createPageSocket<Schema extends v.GenericSchema, ToPage>(options: {
  readonly maxMessage: number;
  /** What a page may say; the rest is ignored. */
  readonly fromPage: Schema;
  readonly open: (
    query: URLSearchParams,
    tellPage: (message: ToPage) => void,
  ) => PageEnd<v.InferOutput<Schema>>;
}): PageSocket {
  const { maxMessage, fromPage, open } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: maxMessage });

  function serve(socket: WebSocket, query: URLSearchParams) {
    const end = open(query, (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    });
    socket.on('message', (data) => {
      const message = readMessage(fromPage, socketText(data));
      if (message !== undefined) end.receive(message);
    });
    socket.on('close', () => end.close());
    socket.on('error', () => socket.terminate());
  }

  return {
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
