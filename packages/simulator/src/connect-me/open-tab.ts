import { createFaultLine } from '../fault-line.js';
import { createTimerGroup } from '../timer-group.js';
import { abandonCallsSoon, keepCalls } from './abandon-calls.js';
import { noCapabilities } from './capabilities.js';
import { askForCapabilities, hostFrame } from './host-frame.js';
import type { FromPage, ToPage } from './page-protocol.js';
import { personIntent } from './person-intent.js';
import type { ConnectMeSession } from './session.js';
import { sipEventOf } from './sip-event.js';
import type { Tab } from './tab.js';
import { withoutPassword } from './without-password.js';

export interface OpenTab {
  readonly tab: Tab;
  receive(message: FromPage): void;
}

/** A widget was loaded: from its first frame until its page goes away. */
export function openTab(
  session: ConnectMeSession,
  options: {
    readonly query: URLSearchParams;
    /** False for a host whose origin isn't on the provider's list. */
    readonly accepted: boolean;
    readonly tellPage: (message: ToPage) => void;
  },
): OpenTab {
  const { query, accepted, tellPage } = options;
  const { clock, random, log } = session;
  const id = `widget-${session.serial()}`;
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
    sipEvent: sipEventOf(query),
    timers,
    stage: query.get('tpis') === 'v1' && accepted ? 'suspended' : 'off',
    capabilities: noCapabilities,
    page: 'phone',
    conversation: undefined,
    refused: false,
    speaker: false,
    toldLegs: new Map(),
    toldLogin: 0,
    toldRegistration: 0,
    toldRinging: false,
    post(frame) {
      if (tab.stage !== 'off') line.send(frame);
    },
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

  // Sessions are counted by the widget, so one that starts anew begins again at 0.
  if (session.tabs.length === 0) session.state.nextId = 0;
  session.tabs.push(tab);
  keepCalls(session);
  askForCapabilities(tab);
  session.touch();

  return {
    tab,
    receive(message) {
      if (!session.tabs.includes(tab)) return;
      session.touch();
      if (message.kind === 'intent') return personIntent(tab, message.intent);
      const data = withoutPassword(message.data);
      log.add({ at: clock.now(), direction: 'in', origin: message.origin, data, tab: id });
      if (!session.faults.silent) hostFrame(tab, message.data);
    },
  };
}
