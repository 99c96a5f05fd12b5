import { createFaultLine } from '../fault-line.js';
import { createTimerGroup } from '../timer-group.js';
import { abandonCallsSoon, keepCalls } from './abandon-calls.js';
import { hostFrame } from './host-frame.js';
import { logInSoon } from './login.js';
import type { FromPage, ToPage } from './page-protocol.js';
import { personIntent } from './person-intent.js';
import type { KunziteSession } from './session.js';
import type { Tab } from './tab.js';

export interface OpenTab {
  readonly tab: Tab;
  receive(message: FromPage): void;
}

/** A softphone was loaded: from its first frame until its page goes away. */
export function openTab(session: KunziteSession, tellPage: (message: ToPage) => void): OpenTab {
  const { clock, ids, random, log } = session;
  const id = ids.uuid();
  const timers = createTimerGroup(clock);
  const line = createFaultLine({
    clock,
    random,
    faults: () => session.faults,
    post(data) {
      log.add({ at: clock.now(), direction: 'out', origin: session.origin, data, tab: id });
      tellPage({ kind: 'post', data });
    },
  });
  const tab: Tab = {
    id,
    session,
    timers: { ...timers, after: (ms, task) => timers.after(ms, () => (task(), session.touch())) },
    logged: false,
    post(frame) {
      if (!session.faults.offline) line.send(frame);
    },
    emit: (frame) => line.send(frame),
    tellPage,
    close() {
      const index = session.tabs.indexOf(tab);
      if (index < 0) return;
      session.tabs.splice(index, 1);
      timers.cancelAll();
      line.close();
      if (session.tabs.length === 0) abandonCallsSoon(session);
      session.touch();
    },
  };
  session.tabs.push(tab);
  keepCalls(session);
  logInSoon(tab);
  session.touch();

  function hear(message: Extract<FromPage, { kind: 'frame' }>) {
    const { origin, data, held } = message;
    const { faults, state } = session;
    log.add({ at: clock.now(), direction: 'in', origin, data, tab: id });
    // The contacts themselves stay in the page; only whether they count is decided here.
    if (held !== undefined) tellPage({ kind: 'contacts', held, take: !faults.silent && state.signedIn });
    if (!faults.silent) hostFrame(tab, data);
  }

  return {
    tab,
    receive(message) {
      if (!session.tabs.includes(tab)) return;
      session.touch();
      if (message.kind === 'intent') personIntent(tab, message.intent);
      else hear(message);
    },
  };
}
