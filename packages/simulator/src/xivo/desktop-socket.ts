import { acceptsOrigin } from '../accepts-origin.js';
import { createPageSocket, type PageSocket } from '../page-socket.js';
import { openTab } from './open-tab.js';
import { fromPage, type ToPage } from './page-protocol.js';
import type { Sessions } from './sessions.js';

/** Room for what a service answers; of longer answers the page tells the beginning. */
const MAX_MESSAGE = 2 * 1024 * 1024;

/** The line between a desktop's page and its server. */
export function createDesktopSocket(options: {
  sessions: Sessions;
  strictOrigins: readonly string[];
}): PageSocket {
  const { sessions, strictOrigins } = options;
  return createPageSocket({
    maxMessage: MAX_MESSAGE,
    fromPage,
    open(query, tellPage: (message: ToPage) => void) {
      const { tab, receive } = openTab(
        sessions.get(query.get('session') || 'demo'),
        tellPage,
        query.get('interface') === 'assistant',
      );
      return {
        receive(message) {
          if (message.kind === 'frame' && !acceptsOrigin(strictOrigins, message.origin)) return;
          receive(message);
        },
        close: () => tab.close(),
      };
    },
  });
}
