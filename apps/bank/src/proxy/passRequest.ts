import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { admit, checkOrigin, pathOf, type Admitted } from './admit.js';
import { methodsOf } from './allowed.js';
import { corsHeaders, preflightHeaders, requestHeaders, responseHeaders } from './headers.js';
import { ProxyRefusal } from './proxyRefusal.js';
import type { ProxyParts } from './proxyParts.js';

/** Answers in the proxy's own name. */
function refuse(response: ServerResponse, refusal: ProxyRefusal, bank: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(refusal.status, {
    ...corsHeaders(bank),
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    // What the body was isn't read: the connection can't be used for another request.
    connection: 'close',
    ...refusal.headers,
  });
  response.end(refusal.body);
}

/** A browser asks before it asks, without cookies: it hears which of the bank's requests would be let through. */
function preflight(request: IncomingMessage, response: ServerResponse, bank: string): void {
  const methods = methodsOf(pathOf(request.url ?? '/'));
  if (methods.length === 0) throw new ProxyRefusal('not-found');
  checkOrigin(request, bank, true);
  response.writeHead(204, preflightHeaders(bank, methods)).end();
}

/** HTTP requests, on to the chat's back end: bodies flow both ways as they come. */
export function passRequest(parts: ProxyParts): {
  readonly pass: (request: IncomingMessage, response: ServerResponse) => void;
  close(): void;
} {
  const { backEnd, bank, cookieOf, links, origin, report } = parts;
  const agent = new Agent({ keepAlive: true });

  function forward(
    incoming: IncomingMessage,
    response: ServerResponse,
    { session, target }: Admitted,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const asked = ask(
        {
          agent,
          host: backEnd.hostname,
          port: backEnd.port,
          method: incoming.method,
          path: target,
          headers: requestHeaders(incoming.headers, {
            address: incoming.socket.remoteAddress ?? '',
            origin: origin(),
            cookie: cookieOf(session),
          }),
        },
        (answer) => {
          response.writeHead(
            answer.statusCode ?? 502,
            answer.statusMessage,
            responseHeaders(answer.headers, bank()),
          );
          // Or an answer that goes on would begin with its first word.
          response.flushHeaders();
          answer.pipe(response);
          answer.on('error', () => response.destroy());
          answer.on('aborted', () => response.destroy());
        },
      );
      const ended = links.add(session, () => response.destroy());
      response.on('close', () => {
        ended();
        asked.destroy();
        resolve();
      });
      asked.on('error', reject);
      incoming.on('error', () => asked.destroy());
      incoming.pipe(asked);
    });
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (request.method === 'OPTIONS') return preflight(request, response, bank());
      const admitted = await admit(request, parts, false);
      // Somebody left while they waited.
      if (response.closed || request.socket.destroyed) return;
      await forward(request, response, admitted).catch((error: unknown) => {
        if (response.destroyed) return;
        report(`The chat can’t be reached: ${error instanceof Error ? error.message : 'it failed'}`);
        throw new ProxyRefusal('unreachable');
      });
    } catch (error) {
      refuse(response, error instanceof ProxyRefusal ? error : new ProxyRefusal('bad-request'), bank());
    }
  }
  return {
    pass: (request, response) => {
      response.on('error', () => response.destroy());
      void pass(request, response);
    },
    close: () => agent.destroy(),
  };
}
