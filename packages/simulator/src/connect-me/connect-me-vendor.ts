import type { Vendor, VendorOptions } from '../vendor.js';
import { vendorPages } from '../vendor-pages.js';
import { connectMeControl } from './connect-me-control.js';
import { createSessions } from './sessions.js';
import { createWidgetSocket } from './widget-socket.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' ws:",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

const files = {
  '/': 'connect-me/app.html',
  '/app.js': 'connect-me/app.js',
  '/app.css': 'connect-me/app.css',
  '/assets/simulator.svg': 'simulator.svg',
};

/** Connect Me: the widget's origin and its part of the control API. */
export function connectMeVendor(options: VendorOptions): Vendor {
  const sessions = createSessions(options);
  const socket = createWidgetSocket({ sessions, strictOrigins: options.strictOrigins });
  return {
    name: 'connect-me',
    label: 'Connect Me',
    frame: {
      path: '/',
      hash: '#tpis=v1',
      greeting: { hears: 'capabilitiesRequest', says: { capabilities: {} } },
    },
    control: connectMeControl(sessions),
    pages: vendorPages(files, policy),
    upgrade: socket.upgrade,
    close() {
      socket.close();
      sessions.close();
    },
  };
}
