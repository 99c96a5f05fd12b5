import { vendorPages } from '../vendor-pages.js';
import type { Vendor, VendorOptions } from '../vendor.js';
import { kunziteControl } from './kunzite-control.js';
import { savedContactsPages } from './saved-contacts-pages.js';
import { createSessions } from './sessions.js';
import { createWidgetSocket } from './widget-socket.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' ws:",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

const files = {
  '/': 'kunzite/app.html',
  '/app.js': 'kunzite/app.js',
  '/app.css': 'kunzite/app.css',
  '/simulator.svg': 'simulator.svg',
};

/** Kunzite's softphone: the origin of its page and its part of the control API. */
export function kunziteVendor(options: VendorOptions): Vendor {
  const sessions = createSessions(options);
  const socket = createWidgetSocket({ sessions, strictOrigins: options.strictOrigins });
  const pages = vendorPages(files, policy);
  savedContactsPages(pages, sessions);
  return {
    name: 'kunzite',
    label: 'Kunzite',
    frame: { path: '/' },
    control: kunziteControl(sessions),
    pages,
    upgrade: socket.upgrade,
    close() {
      socket.close();
      sessions.close();
    },
  };
}
