import type { IncomingMessage, ServerResponse } from 'node:http';
import { openEventStream } from '../events/eventStream.js';
import { responseSink } from '../events/responseSink.js';
import { splitTarget, type Ask, type EventsReply, type Reply } from './exchange.js';
import { nodeBody } from './nodeBody.js';
import type { ServiceCore } from './serviceCore.js';

/** What a framework has done with a request already. */
export interface Taken {
  /** The request's target, where it isn't the whole one. */
  readonly target?: string;
  /** The body, when a body parser was first. */
  readonly body?: Uint8Array;
}

function urlOf(incoming: IncomingMessage, target: string): URL {
  const { host } = incoming.headers;
  try {
    return new URL(target, `http://${host ?? 'localhost'}`);
  } catch {
    // A host that is none comes from the client.
    return new URL(target, 'http://localhost');
  }
}

function nodeAsk(core: ServiceCore, incoming: IncomingMessage, taken: Taken): Ask {
  const target = taken.target ?? incoming.url ?? '/';
  const { body } = taken;
  return {
    method: incoming.method ?? 'GET',
    ...splitTarget(target),
    header(name) {
      // What was parsed before us was unpacked too.
      if (body !== undefined && name === 'content-encoding') return undefined;
      const value = incoming.headers[name];
      return typeof value === 'string' ? value : value?.join(', ');
    },
    body: (limits) => nodeBody(incoming, limits, core.clock, body),
    url: () => urlOf(incoming, target),
  };
}

function send(outgoing: ServerResponse, { status, headers, body = '' }: Reply, isLast: boolean): void {
  if (outgoing.destroyed) return;
  if (outgoing.headersSent) {
    // Something has begun to answer, and can't end.
    outgoing.destroy();
    return;
  }
  const all: Record<string, string | number> = { ...headers };
  if (status !== 204) all['content-length'] = Buffer.byteLength(body);
  // Who didn't send its body in time has to begin anew; so has everybody when the service ends.
  if (isLast || status === 408) all['connection'] = 'close';
  outgoing.writeHead(status, all);
  outgoing.end(body);
}

async function stream(
  core: ServiceCore,
  reply: Reply & { events: EventsReply },
  ask: Ask,
  outgoing: ServerResponse,
): Promise<Reply | undefined> {
  return core.begin(reply.events, ask, async (options) => {
    const stop = await openEventStream({ ...options, sink: () => responseSink(outgoing, reply.headers) });
    const leave = core.streams.add(() => {
      stop();
      outgoing.end();
    });
    const gone = (): void => {
      stop();
      leave();
    };
    if (outgoing.destroyed) gone();
    else outgoing.once('close', gone);
  });
}

/** Serves one request of Node's own server, or of a framework on top of it. Never rejects. */
export async function serveNode(
  core: ServiceCore,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  taken: Taken = {},
): Promise<void> {
  const ask = nodeAsk(core, incoming, taken);
  const reply = await core.answer(ask);
  const { events } = reply;
  const due = events === undefined ? reply : await stream(core, { ...reply, events }, ask, outgoing);
  if (due !== undefined) send(outgoing, due, core.streams.isOver);
}
