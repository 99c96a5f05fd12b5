import { Hono } from 'hono';
import { serveAssets } from './assets.js';
import { errorResponse } from './control-api.js';
import { isLoopbackHost } from './loopback.js';

/** The pages of a vendor's own origin, answered on this machine's names only. */
export function vendorPages(files: Readonly<Record<string, string>>, policy: string): Hono {
  const pages = new Hono();
  pages.onError(errorResponse);
  pages.use('*', async (context, next) => {
    if (!isLoopbackHost(context.req.header('host')))
      return context.text('The simulator answers only on localhost.', 403);
    await next();
    return undefined;
  });
  serveAssets(pages, files, () => ({ 'Content-Security-Policy': policy }));
  return pages;
}
