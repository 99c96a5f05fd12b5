import type { FastifyInstance } from 'fastify';
import { serveNode } from './xivo/serveNode.js';
import type { XivoService } from './xivo/xivoService.js';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/**
 * A service as a plugin of Fastify 5. It reads bodies itself, whatever parsers the application has: they stay as they are outside
 * of the plugin.
 *
 * @example
 * await app.register(fastifyPlugin(service));
 */
export function fastifyPlugin(service: XivoService): (app: FastifyInstance) => Promise<void> {
  return (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _body, done) => done(null));
    const { path } = service;
    for (const url of [path, `${path}/*`, '/healthz', '/readyz', '/metrics']) {
      app.route({
        method: [...methods],
        url,
        exposeHeadRoute: false,
        handler(request, reply) {
          reply.hijack();
          const target = request.raw.url?.slice(app.prefix.length) ?? '/';
          void serveNode(service.core, request.raw, reply.raw, { target });
        },
      });
    }
    return Promise.resolve();
  };
}
