import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { linesOf } from './frames.js';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A service that speaks the protocol by hand, over real HTTP. */
export interface Service {
  readonly url: string;
  readonly requests: readonly WireRequest[];
  /** What it answers, by method and path. */
  readonly answers: Map<string, { readonly status: number; readonly body?: string }>;
  /** Resolves with the request of this method and path that comes next, or has come unheeded. */
  next(line: string): Promise<WireRequest>;
  /** Sends events to all who listen. */
  say(...frames: readonly unknown[]): void;
  /** Tears all streams off. */
  tear(): void;
  close(): Promise<void>;
}

export async function startService(): Promise<Service> {
  const requests: WireRequest[] = [];
  const unheeded: WireRequest[] = [];
  const wanted = new Map<string, (request: WireRequest) => void>();
  const streams = new Set<ServerResponse>();
  const answers: Service['answers'] = new Map();

  function receive(request: WireRequest, response: ServerResponse): void {
    requests.push(request);
    const { line } = request;
    if (line.startsWith('GET /xivo/events')) {
      streams.add(response.writeHead(200, { 'Content-Type': 'text/event-stream' }));
      response.write('retry: 1000\n\n');
    } else {
      const { status, body } = answers.get(line) ?? { status: 404 };
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
    }
    const take = wanted.get(line);
    wanted.delete(line);
    if (take) take(request);
    else unheeded.push(request);
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const line = `${request.method} ${request.url}`;
      receive({ line, headers: request.headers, body: Buffer.concat(chunks).toString() }, response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/xivo`,
    requests,
    answers,
    next(line) {
      const index = unheeded.findIndex((request) => request.line === line);
      const [come] = index < 0 ? [] : unheeded.splice(index, 1);
      return come ? Promise.resolve(come) : new Promise((take) => wanted.set(line, take));
    },
    say: (...frames) => streams.forEach((stream) => stream.write(frames.map(linesOf).join(''))),
    tear() {
      for (const stream of streams) stream.destroy();
      streams.clear();
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
