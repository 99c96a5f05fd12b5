import fastify, { type FastifyInstance } from 'fastify';
import { fastifyPlugin } from './fastify.js';
import { adapterContract, type Mounted } from './testing/adapterContract.js';

async function listen(app: FastifyInstance): Promise<Mounted> {
  app.get('/own', () => 'own');
  app.post('/echo', ({ body }) => body);
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return { origin, close: () => app.close() };
}

adapterContract('Fastify, with its own parsers', async ({ service }) => {
  const app = fastify({ forceCloseConnections: true });
  await app.register(fastifyPlugin(service));
  return listen(app);
});

adapterContract('Fastify, with another parser for everything', async ({ service }) => {
  const app = fastify({ forceCloseConnections: true });
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  await app.register(fastifyPlugin(service));
  return listen(app);
});

adapterContract(
  'Fastify, below a path',
  async ({ service }) => {
    const app = fastify({ forceCloseConnections: true });
    await app.register(fastifyPlugin(service), { prefix: '/phones' });
    return listen(app);
  },
  '/phones/xivo',
);
