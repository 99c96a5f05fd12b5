import { eventStreamBody } from '../events/eventStreamBody.js';
import { splitTarget, type Ask, type Reply } from './exchange.js';
import { fetchBody } from './fetchBody.js';
import type { ServiceCore } from './serviceCore.js';

const toResponse = ({ status, headers, body }: Reply): Response =>
  new Response(body ?? null, { status, headers });

/** Serves standard requests. */
export function fetchHandler(core: ServiceCore): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const ask: Ask = {
      method: request.method,
      ...splitTarget(url.pathname + url.search),
      header: (name) => request.headers.get(name) ?? undefined,
      body: (limits) => fetchBody(request, limits, core.clock),
      url: () => url,
    };
    const reply = await core.answer(ask);
    const { events } = reply;
    if (events === undefined) return toResponse(reply);

    let response: Response | undefined;
    const failed = await core.begin(events, ask, async (options) => {
      const place: { leave?: () => void } = {};
      const stream = await eventStreamBody({ ...options, onEnd: () => place.leave?.() });
      response = new Response(stream.body, { status: reply.status, headers: reply.headers });
      place.leave = core.streams.add(stream.end);
      // A request that is given up frees its stream, also where the server never cancels the body.
      request.signal.addEventListener('abort', stream.end, { once: true });
    });
    return response ?? toResponse(failed ?? reply);
  };
}
