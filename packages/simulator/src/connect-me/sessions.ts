import type { Clock } from '../clock.js';
import { noFaults } from '../faults.js';
import type { Random } from '../random.js';
import { createWidgetSessions, type WidgetSessions } from '../widget-sessions.js';
import { applyFaults } from './apply-faults.js';
import { widgetView } from './create-widget-view.js';
import { createSession, freshState, type ConnectMeSession } from './session.js';

export type Sessions = WidgetSessions<ConnectMeSession>;

function paint(session: ConnectMeSession): void {
  for (const tab of session.tabs) tab.tellPage({ kind: 'view', view: widgetView(tab) });
}

export function createSessions(options: { clock: Clock; random: Random; origin: string }): Sessions {
  return createWidgetSessions({
    label: 'Connect Me',
    create: (name) => createSession({ name, paint, ...options }),
    clear(session) {
      session.calls.clear();
      session.state = freshState();
      applyFaults(session, noFaults);
      session.log.clear();
    },
  });
}
