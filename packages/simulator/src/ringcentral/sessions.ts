import type { Clock } from '../clock.js';
import { ControlError } from '../control-error.js';
import { noFaults } from '../faults.js';
import type { Random } from '../random.js';
import { applyFaults } from './apply-faults.js';
import { createSession, freshState, type RingCentralSession } from './session.js';
import { widgetView } from './create-widget-view.js';

/** Sessions nobody looks at are forgotten beyond this many. */
const KEPT_SESSIONS = 200;

/** A widget that was told to reload gets this long to be back. */
const BACK_WITHIN_MS = 3000;
const LOOK_EVERY_MS = 20;

/** From this moment the old pages count for nothing: no late frame of theirs gets into the new life. */
export function reloadWidgets(session: RingCentralSession): void {
  if (session.tabs.length > 0) session.backBefore = session.clock.now() + BACK_WITHIN_MS;
  for (const tab of [...session.tabs]) {
    tab.tellPage({ kind: 'reload' });
    tab.close();
  }
  session.touch();
}

export interface Sessions {
  /** The session of this name, made when it is new. */
  get(name: string): RingCentralSession;
  /** The same, but an error when no widget is open. */
  withWidget(name: string): Promise<RingCentralSession>;
  reset(name: string): void;
  close(): void;
}

export function createSessions(options: { clock: Clock; random: Random; origin: string }): Sessions {
  const sessions = new Map<string, RingCentralSession>();

  function paint(session: RingCentralSession) {
    for (const tab of session.tabs) tab.tellPage({ kind: 'view', view: widgetView(tab) });
  }

  function forgetOldest() {
    for (const [name, session] of sessions) {
      if (sessions.size <= KEPT_SESSIONS) return;
      if (session.tabs.length > 0 || session.watchers.size > 0) continue;
      session.timers.cancelAll();
      sessions.delete(name);
    }
  }

  function get(name: string): RingCentralSession {
    const existing = sessions.get(name);
    if (existing) {
      // Used again: it moves to the young end.
      sessions.delete(name);
      sessions.set(name, existing);
      return existing;
    }
    const session = createSession({ name, paint, ...options });
    sessions.set(name, session);
    forgetOldest();
    return session;
  }

  return {
    get,
    async withWidget(name) {
      const session = get(name);
      const { clock } = session;
      while (session.tabs.length === 0 && clock.now() < session.backBefore) {
        await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve));
      }
      if (session.tabs.length > 0) return session;
      throw new ControlError(
        409,
        'no-widget',
        `No RingCentral widget is open with ?session=${name}. Open one and try again.`,
      );
    },
    reset(name) {
      const session = get(name);
      session.timers.cancelAll();
      session.calls.clear();
      applyFaults(session, noFaults);
      session.log.clear();
      session.state = freshState(session.clock.now());
      reloadWidgets(session);
    },
    close() {
      for (const session of sessions.values()) {
        session.timers.cancelAll();
        session.endFaults?.();
      }
      sessions.clear();
    },
  };
}
