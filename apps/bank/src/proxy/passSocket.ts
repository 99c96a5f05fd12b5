import { request as ask, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import { admit, type Admitted } from './admit.js';
import { requestHeaders } from './headers.js';
import { ProxyRefusal } from './proxyRefusal.js';
import type { ProxyParts } from './proxyParts.js';

const patienceMs = 10_000;

/** What of the chat's answer a browser has to have to take it for a WebSocket. */
const answered = ['sec-websocket-accept', 'sec-websocket-extensions', 'sec-websocket-protocol'] as const;

const lineOf = ([name, value]: readonly [string, OutgoingHttpHeaders[string]]): string =>
  `${name}: ${String(value)}`;

function refuse(socket: Duplex, { status, headers, body }: ProxyRefusal): void {
  const head = [
    `HTTP/1.1 ${status} Refused`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    ...Object.entries(headers).map(lineOf),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Bytes flow both ways; when one side ends, so does the other. */
function join(one: Duplex, other: Duplex): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.on('close', () => to.destroy());
    from.on('error', () => to.destroy());
  }
}

/** WebSockets, on to the chat's back end: what is said in them is between the two ends. */
export function passSocket(
  parts: ProxyParts,
): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const { backEnd, cookieOf, links, origin, report } = parts;

  function forward(
    incoming: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    { session, target }: Admitted,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const asked = ask({
        agent: false,
        host: backEnd.hostname,
        port: backEnd.port,
        path: target,
        timeout: patienceMs,
        headers: requestHeaders(
          incoming.headers,
          {
            address: incoming.socket.remoteAddress ?? '',
            origin: origin(),
            cookie: cookieOf(session),
          },
          true,
        ),
      });
      const givenUp = (): void => void asked.destroy();
      socket.once('close', givenUp);
      asked.on('timeout', () => asked.destroy(new Error('it does not answer')));
      asked.on('error', reject);
      // The chat has its own reasons, and says them to the next request; a browser tells its page none of a WebSocket's.
      asked.on('response', (answer) => {
        answer.resume();
        reject(new Error(`it answers ${answer.statusCode ?? 0}`));
      });
      asked.on('upgrade', (answer, far, farHead) => {
        socket.off('close', givenUp);
        // Somebody left while they waited.
        if (socket.destroyed) return void far.destroy();
        asked.setTimeout(0);
        const lines = answered.flatMap((name) =>
          answer.headers[name] === undefined ? [] : [lineOf([name, answer.headers[name]])],
        );
        socket.write(
          ['HTTP/1.1 101 Switching Protocols', 'connection: Upgrade', 'upgrade: websocket', ...lines].join(
            '\r\n',
          ) + '\r\n\r\n',
        );
        if (farHead.length > 0) socket.write(farHead);
        if (head.length > 0) far.write(head);
        join(socket, far);
        socket.on(
          'close',
          links.add(session, () => socket.destroy()),
        );
        resolve();
      });
      asked.end();
    });
  }

  async function pass(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    try {
      if (request.headers.upgrade?.toLowerCase() !== 'websocket') throw new ProxyRefusal('bad-request');
      const admitted = await admit(request, parts, true);
      await forward(request, socket, head, admitted).catch((error: unknown) => {
        if (socket.destroyed) return;
        report(`The chat’s socket can’t be reached: ${error instanceof Error ? error.message : 'it failed'}`);
        throw new ProxyRefusal('unreachable');
      });
    } catch (error) {
      if (socket.destroyed) return;
      refuse(socket, error instanceof ProxyRefusal ? error : new ProxyRefusal('bad-request'));
    }
  }
  return (request, socket, head) => {
    // An error that nobody hears ends the process.
    socket.on('error', () => socket.destroy());
    void pass(request, socket, head);
  };
}
