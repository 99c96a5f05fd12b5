import { noFaults } from '../faults.js';
import { createWidgetSessions, type WidgetSessions } from '../widget-sessions.js';
import { applyFaults } from './apply-faults.js';
import { defaultConfig } from './config.js';
import { createDesktopView } from './create-desktop-view.js';
import { createSession, freshState, type SessionOptions, type XivoSession } from './session.js';

export type Sessions = WidgetSessions<XivoSession>;

/** The vendor's sample is call 29 of its second. */
const FIRST_NUMBER = 29;

export function createSessions(options: Omit<SessionOptions, 'newLinkedId'>): Sessions {
  const { clock, defaults } = options;
  let number = FIRST_NUMBER;

  function paint(session: XivoSession) {
    for (const tab of session.tabs) tab.tellPage({ kind: 'view', view: createDesktopView(session, tab) });
  }

  return createWidgetSessions({
    label: 'XiVO',
    create: (name) =>
      createSession({
        ...options,
        name,
        paint,
        // Unique over all sessions, as at the vendor.
        newLinkedId: () => `${Math.floor(clock.now() / 1000)}.${number++}`,
      }),
    clear(session) {
      session.calls.clear();
      session.panes.length = 0;
      session.asks.clear();
      session.logins.clear();
      session.serviceCalls.length = 0;
      session.errors.length = 0;
      session.events.length = 0;
      session.config = defaultConfig(defaults, session.name);
      session.state = freshState();
      applyFaults(session, noFaults);
      session.log.clear();
    },
  });
}
