import { Hono } from 'hono';
import { serveAssets } from '../assets.js';
import { errorResponse } from '../control-api.js';
import { isLoopbackHost } from '../loopback.js';
import type { Vendor, VendorOptions } from '../vendor.js';
import { loginPage } from './login-page.js';
import { ringCentralControl } from './ringcentral-control.js';
import { createSessions } from './sessions.js';
import { createWidgetSocket } from './widget-socket.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: http: https:",
  "connect-src 'self' ws:",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

const files = {
  '/app.html': 'ringcentral/app.html',
  '/app.js': 'ringcentral/app.js',
  '/app.css': 'ringcentral/app.css',
  '/adapter.js': 'ringcentral/adapter.js',
  '/assets/simulator.svg': 'simulator.svg',
};

/** RingCentral Embeddable: the widget's origin and its part of the control API. */
export function ringCentralVendor(options: VendorOptions): Vendor {
  const sessions = createSessions(options);
  const socket = createWidgetSocket({ sessions, clock: options.clock, strictOrigins: options.strictOrigins });
  const pages = new Hono();
  pages.onError(errorResponse);
  pages.use('*', async (context, next) => {
    if (!isLoopbackHost(context.req.header('host')))
      return context.text('The simulator answers only on localhost.', 403);
    await next();
    return undefined;
  });
  serveAssets(pages, files, () => ({ 'Content-Security-Policy': policy }));
  pages.get('/started.svg', async (context) => {
    await socket.started(context.req.query('widget') ?? '');
    return context.body('<svg xmlns="http://www.w3.org/2000/svg"/>', 200, {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'no-store',
    });
  });
  loginPage(pages, sessions, policy);
  return {
    name: 'ringcentral',
    label: 'RingCentral',
    control: ringCentralControl(sessions),
    pages,
    upgrade: socket.upgrade,
    close() {
      socket.close();
      sessions.close();
    },
  };
}
