import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The headers that the vendor's document asks for. */
export const documented: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Origin, X-Requested-With, Content-Type, Accept',
};

export interface Reply {
  readonly status?: number;
  /** `application/json` unless given. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly type: string | undefined;
  readonly origin: string | undefined;
  readonly body: string;
}

/** A web service of a test's own, on an origin of its own. */
export interface OwnService {
  readonly url: string;
  /** What it was asked, in its order. */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return body;
};

/** Serves what the reply says; `undefined` leaves the question without an answer. */
export async function serveService(reply: (asked: Asked) => Reply | undefined): Promise<OwnService> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = '', url: path = '', headers } = request;
      const one = { method, path, type: headers['content-type'], origin: headers.origin, body };
      asked.push(one);
      const answer = reply(one);
      if (answer === undefined) return;
      response.writeHead(answer.status ?? 200, {
        'Content-Type': answer.type ?? 'application/json',
        ...(answer.headers ?? documented),
      });
      response.end(answer.body ?? '');
    });
  });
  await once(server.listen(0, 'localhost'), 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/ws/endpoint`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
