import { isLoopbackOrigin } from '../loopback.js';
import { createPageSocket, type PageSocket } from '../page-socket.js';
import { openTab } from './open-tab.js';
import { fromPage, type ToPage } from './page-protocol.js';
import type { Sessions } from './sessions.js';

const MAX_MESSAGE = 1024 * 1024;

/** The line between a widget's page and its server. */
export function createWidgetSocket(options: {
  readonly sessions: Sessions;
  readonly strictOrigins: readonly string[];
}): PageSocket {
  const { sessions, strictOrigins } = options;
  /** The provider's list: this machine's pages, unless there is a stricter one. */
  const accepts = (origin: string) =>
    strictOrigins.length === 0 ? isLoopbackOrigin(origin) : strictOrigins.includes(origin);

  return createPageSocket({
    maxMessage: MAX_MESSAGE,
    fromPage,
    open(query, tellPage: (message: ToPage) => void) {
      tellPage({ kind: 'hosts', strict: strictOrigins });
      // A page that can't tell who its host is lets the origin of each frame decide.
      const host = query.get('host') ?? '';
      const session = sessions.get(query.get('session') || 'demo');
      const { tab, receive } = openTab(session, { query, accepted: host === '' || accepts(host), tellPage });
      return {
        receive(message) {
          if (message.kind === 'frame' && !accepts(message.origin)) return;
          receive(message);
        },
        close: () => tab.close(),
      };
    },
  });
}
