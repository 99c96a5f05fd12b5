import type { Cancel, Clock } from './clock.js';
import { ControlError } from './control-error.js';
import type { TimerGroup } from './timer-group.js';

/** Sessions nobody looks at are forgotten beyond this many. */
const KEPT_SESSIONS = 200;

/** A widget that was told to reload gets this long to be back. */
const BACK_WITHIN_MS = 3000;
const LOOK_EVERY_MS = 20;

/** One open widget, as far as every vendor's is alike. */
export interface WidgetTab {
  tellPage(message: { readonly kind: 'reload' }): void;
  close(): void;
}

/** One simulated user, as far as every vendor's is alike. */
export interface WidgetSession {
  readonly name: string;
  readonly clock: Clock;
  readonly timers: TimerGroup;
  readonly tabs: readonly WidgetTab[];
  readonly watchers: ReadonlySet<() => void>;
  endFaults: Cancel | undefined;
  /** A widget was told to reload and should be back before this time. */
  backBefore: number;
  touch(): void;
}

/** From this moment the old pages count for nothing: no late frame of theirs gets into the new life. */
export function reloadWidgets(session: WidgetSession): void {
  if (session.tabs.length > 0) session.backBefore = session.clock.now() + BACK_WITHIN_MS;
  for (const tab of [...session.tabs]) {
    tab.tellPage({ kind: 'reload' });
    tab.close();
  }
  session.touch();
}

export interface WidgetSessions<Session extends WidgetSession> {
  /** The session of this name, made when it is new. */
  get(name: string): Session;
  /** The same, but an error when no widget is open. */
  withWidget(name: string): Promise<Session>;
  reset(name: string): void;
  close(): void;
}

/** All sessions of one vendor. */
export function createWidgetSessions<Session extends WidgetSession>(options: {
  /** The vendor's name for people. */
  readonly label: string;
  readonly create: (name: string) => Session;
  /** Puts a session back to its beginning; its timers are cancelled, its widgets reload afterwards. */
  readonly clear: (session: Session) => void;
}): WidgetSessions<Session> {
  const { label, create, clear } = options;
  const sessions = new Map<string, Session>();

  function forgetOldest() {
    for (const [name, session] of sessions) {
      if (sessions.size <= KEPT_SESSIONS) return;
      if (session.tabs.length > 0 || session.watchers.size > 0) continue;
      session.timers.cancelAll();
      sessions.delete(name);
    }
  }

  function get(name: string): Session {
    const existing = sessions.get(name);
    if (existing) {
      // Used again: it moves to the young end.
      sessions.delete(name);
      sessions.set(name, existing);
      return existing;
    }
    const session = create(name);
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
        `No ${label} widget is open with ?session=${name}. Open one and try again.`,
      );
    },
    reset(name) {
      const session = get(name);
      session.timers.cancelAll();
      clear(session);
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
