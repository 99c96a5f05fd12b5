import type { Clock } from '../clock.js';
import { noFaults } from '../faults.js';
import type { Random } from '../random.js';
import { createWidgetSessions, type WidgetSessions } from '../widget-sessions.js';
import { applyFaults } from './apply-faults.js';
import { createWidgetView } from './create-widget-view.js';
import { createSession, freshState, type KunziteSession } from './session.js';

export type Sessions = WidgetSessions<KunziteSession>;

export function createSessions(options: { clock: Clock; random: Random; origin: string }): Sessions {
  function paint(session: KunziteSession) {
    const view = createWidgetView(session);
    for (const tab of session.tabs) tab.tellPage({ kind: 'view', view });
  }

  return createWidgetSessions({
    label: 'Kunzite',
    create: (name) => createSession({ name, paint, ...options }),
    clear(session) {
      session.calls.clear();
      applyFaults(session, noFaults);
      session.log.clear();
      session.state = freshState();
    },
  });
}
