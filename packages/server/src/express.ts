import type { IncomingMessage, ServerResponse } from 'node:http';
import { splitTarget } from './xivo/exchange.js';
import { parsedBody } from './xivo/parsedBody.js';
import { serveNode } from './xivo/serveNode.js';
import type { XivoService } from './xivo/xivoService.js';

/** What the handler needs of Express: Node's own request, and what a body parser may have added to it. */
export type ExpressRequest = IncomingMessage & { readonly body?: unknown };

/**
 * A service as middleware of Express 5. Requests for other addresses go on to the next. Before `express.json()` the service
 * reads bodies itself, and its rules hold for all of them; after it, it takes what that has parsed.
 *
 * @example
 * app.use(expressHandler(service));
 * app.use(express.json());
 */
export function expressHandler(
  service: XivoService,
): (request: ExpressRequest, response: ServerResponse, next: (error?: unknown) => void) => void {
  return (request, response, next) => {
    // Below a mounted path Express takes that path off.
    const target = request.url ?? '/';
    if (!service.serves(splitTarget(target).path)) {
      next();
      return;
    }
    const body = parsedBody(request.body);
    void serveNode(service.core, request, response, { target, ...(body !== undefined && { body }) });
  };
}
