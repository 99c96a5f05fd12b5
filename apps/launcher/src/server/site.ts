import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { security } from './security.js';
import type { Ports } from './ports.js';

/** A folder of built files, and the path that it is served under. */
export interface Folder {
  /** Without a slash at its end; `''` is the start. */
  readonly path: string;
  readonly root: string;
  /** Whether each address below the path is a page of the app, which finds out itself which. */
  readonly deepLinks: boolean;
}

const yearOfSeconds = 31_536_000;

const caching: MiddlewareHandler = async (context, next) => {
  await next();
  // Vite and Angular put a hash into the names of these: what they hold never changes.
  const hashed = /\/assets\/|-[A-Z0-9]{8}\.(js|css)$/.test(context.req.path);
  const lasting = context.res.ok && hashed;
  context.header('cache-control', lasting ? `public, max-age=${yearOfSeconds}, immutable` : 'no-cache');
};

/** The launcher's pages and the built sample apps, with the host's own CRM under `/crm`. */
export function createSite(folders: readonly Folder[], ports: Ports, crm: Hono): Hono {
  const site = new Hono();
  site.use(security(ports));
  // Before the files, which are cached: what the CRM says is true for a moment only.
  site.route('/crm', crm);
  site.use(caching, etag());
  for (const { path, root, deepLinks } of folders) {
    const below = `${path}/*`;
    if (path !== '') {
      site.get(path, (context) => context.redirect(`${path}/${new URL(context.req.url).search}`));
    }
    site.get(below, serveStatic({ root, rewriteRequestPath: (request) => request.slice(path.length) }));
    if (deepLinks) {
      const page = serveStatic({ root, rewriteRequestPath: () => '/index.html' });
      // A missing file is missing: only an address without an extension is a page.
      site.get(below, (context, next) => (/\.\w+$/.test(context.req.path) ? next() : page(context, next)));
    }
  }
  site.notFound((context) => context.text(`There is nothing at ${context.req.path}. Start at /.`, 404));
  return site;
}
