import { acceptsOrigin } from '../accepts-origin.js';
import type { Clock } from '../clock.js';
import { createPageSocket, type PageSocket } from '../page-socket.js';
import { openTab } from './open-tab.js';
import { fromPage, type ToPage } from './page-protocol.js';
import type { Sessions } from './sessions.js';
import { createStartGate } from './start-gate.js';

const MAX_MESSAGE = 8 * 1024 * 1024;

export interface WidgetSocket extends PageSocket {
  /** Resolves when the widget with this key has sent its first frames, or after a while. */
  started(key: string): Promise<void>;
}

/** The line between a widget's page and its server. */
export function createWidgetSocket(options: {
  sessions: Sessions;
  clock: Clock;
  strictOrigins: readonly string[];
}): WidgetSocket {
  const { sessions, clock, strictOrigins } = options;
  const gate = createStartGate(clock);
  let focusOrder = 0;
  const socket = createPageSocket({
    maxMessage: MAX_MESSAGE,
    fromPage,
    open(query, tellPage: (message: ToPage) => void) {
      tellPage({ kind: 'hosts', strict: strictOrigins });
      const session = sessions.get(query.get('session') || 'demo');
      const { tab, receive } = openTab(session, query, tellPage, () => (focusOrder += 1));
      gate.open(query.get('widget') ?? '');
      return {
        receive(message) {
          if (message.kind === 'frame' && !acceptsOrigin(strictOrigins, message.origin)) return;
          receive(message);
        },
        close: () => tab.close(),
      };
    },
  });
  return { ...socket, started: gate.started };
}
