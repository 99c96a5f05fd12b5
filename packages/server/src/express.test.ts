import express, { type Express } from 'express';
import { once } from 'node:events';
import { expressHandler } from './express.js';
import { adapterContract, type Mounted } from './testing/adapterContract.js';
import { closeServices, openService } from './testing/openService.js';
import { httpAsk } from './testing/httpAsk.js';
import { sampleRequest } from './testing/samples.js';

async function listen(app: Express): Promise<Mounted> {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What the application serves besides. */
function own(app: Express): Express {
  app.get('/own', (_request, response) => void response.send('own'));
  app.post('/echo', express.json(), (request, response) => void response.json(request.body));
  return app;
}

adapterContract('Express, before any body parser', ({ service }) => {
  const app = express();
  app.use(expressHandler(service));
  app.use(express.json());
  return listen(own(app));
});

adapterContract('Express, after its JSON parser', ({ service }) => {
  const app = express();
  app.use(express.json());
  app.use(expressHandler(service));
  return listen(own(app));
});

adapterContract('Express, after a parser of bytes', ({ service }) => {
  const app = express();
  app.use('/xivo', express.raw({ type: () => true }));
  app.use(expressHandler(service));
  return listen(own(app));
});

adapterContract('Express, after a parser of text', ({ service }) => {
  const app = express();
  app.use('/xivo', express.text({ type: () => true }));
  app.use(expressHandler(service));
  return listen(own(app));
});

adapterContract(
  'Express, below a path',
  ({ service }) => {
    const app = express();
    app.use('/phones', expressHandler(service));
    return listen(own(app));
  },
  '/phones/xivo',
);

describe('the handler for Express', () => {
  afterEach(closeServices);

  it('X-4: refuses what is too large though a parser has taken it', async () => {
    const { service } = await openService();
    const app = express();
    app.use(express.text({ type: () => true, limit: '10mb' }));
    app.use(expressHandler(service));
    const { origin, close } = await listen(app);
    const answer = await httpAsk(`${origin}/xivo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `${JSON.stringify(sampleRequest())}${' '.repeat(1_048_576)}`,
    });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      413,
      { error: { code: 'payload-too-large' } },
    ]);
    await close();
  });
});
