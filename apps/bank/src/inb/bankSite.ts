import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { accountRoutes } from './accountRoutes.js';
import { visits, type BankEnv } from './bankContext.js';
import type { BankParts } from './bankParts.js';
import { icon } from './icon.js';
import { loginRoutes } from './loginRoutes.js';
import { ownRequests } from './ownRequests.js';
import { refusal } from './refusal.js';
import { security } from './security.js';
import { sessionRoute } from './sessionRoute.js';

export interface BankSiteOptions extends BankParts {
  /** The folder of the built script and styles. */
  readonly files: string;
  /** Told what went wrong that nobody expected. */
  readonly report: (error: Error) => void;
}

const mostBytes = 16_384;

/** The bank's site: login, account page, and the customer's encrypted details for the chat (T-199, T-200). */
export function bankSite({ files, report, ...parts }: BankSiteOptions): Hono<BankEnv> {
  const app = new Hono<BankEnv>();
  const { addresses } = parts;

  app.onError((error, context) => {
    report(error);
    return refusal(context, 500, 'failed', 'The bank’s server failed. Its own log says why.');
  });
  app.use(security(addresses));
  app.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: (context) => refusal(context, 413, 'too-large', 'The body is too large.'),
    }),
  );
  // From server to server: it has no origin, no cookie, and a key of its own.
  app.post('/internal/session', sessionRoute(parts));

  app.use(ownRequests(addresses));
  app.get('/icon.svg', (context) =>
    context.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' }),
  );
  app.get(
    '/assets/*',
    etag(),
    serveStatic({
      root: files,
      rewriteRequestPath: (path) => path.slice('/assets'.length),
      onFound: (path, context) =>
        context.header(
          'cache-control',
          /-[\w-]{8}\.(js|css)$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    }),
  );
  app.use(visits(addresses));
  app.get('/', (context) => context.redirect('/account', 303));
  app.route('/', loginRoutes(parts));
  app.route('/', accountRoutes(parts));
  app.notFound((context) => refusal(context, 404, 'not-found', 'There is nothing here.'));
  return app;
}
