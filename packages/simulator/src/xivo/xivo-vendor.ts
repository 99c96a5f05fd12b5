import { vendorPages } from '../vendor-pages.js';
import type { Vendor, VendorOptions } from '../vendor.js';
import type { XivoAnswer } from './answer.js';
import type { XivoDefaults } from './config.js';
import { createDesktopSocket } from './desktop-socket.js';
import { probeService } from './probe-service.js';
import { createSessions } from './sessions.js';
import { xivoControl } from './xivo-control.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  // The web service and the pages in the panes are wherever somebody configures them.
  "connect-src 'self' ws: http: https:",
  'frame-src http: https:',
  "form-action 'self'",
  "base-uri 'none'",
  'frame-ancestors http://localhost:* http://127.0.0.1:*',
].join('; ');

const files = {
  '/': 'xivo/app.html',
  '/app.js': 'xivo/app.js',
  '/app.css': 'xivo/app.css',
  '/simulator.svg': 'simulator.svg',
};

/** XiVO, and what its demo service needs of it. */
export interface XivoVendor extends Vendor {
  /** What `POST /control/xivo/config` has set for this session. */
  answerFor(session: string): XivoAnswer | undefined;
}

/** XiVO's agent desktop: the origin of its page and its part of the control API. */
export function xivoVendor(options: VendorOptions & { readonly defaults: XivoDefaults }): XivoVendor {
  const { strictOrigins } = options;
  const sessions = createSessions({ ...options, probe: probeService });
  const socket = createDesktopSocket({ sessions, strictOrigins });
  return {
    name: 'xivo',
    label: 'XiVO',
    page: '/',
    control: xivoControl(sessions),
    answerFor: (session) => sessions.get(session).config.answer,
    pages: vendorPages(files, policy),
    upgrade: socket.upgrade,
    close() {
      socket.close();
      sessions.close();
    },
  };
}
