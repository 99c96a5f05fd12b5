import { createFaultLine } from '../fault-line.js';
import { createTimerGroup } from '../timer-group.js';
import { abandonCallsSoon, keepCalls } from './abandon-calls.js';
import { hostFrame } from './host-frame.js';
import { webphoneActiveFrame } from './login.js';
import { personIntent } from './person-intent.js';
import type { FromPage, ToPage } from './page-protocol.js';
import { profileOf } from './profile.js';
import { createRequestDesk } from './request-desk.js';
import { activeTab, type RingCentralSession } from './session.js';
import { runStartup } from './startup.js';
import type { Tab } from './tab.js';
import { widgetFlagsOf } from './widget-flags.js';

/** Frames that a widget cut off from its vendor can still send by itself. */
const localFrames = new Set([
  'rc-dialer-status-notify',
  'rc-webphone-connection-status-notify',
  'rc-route-changed-notify',
  'rc-adapter-message-response',
  'rc-webphone-sessions-sync',
]);

export interface OpenTab {
  readonly tab: Tab;
  receive(message: FromPage): void;
}

/** A widget was loaded: from its first frame until its page goes away. */
export function openTab(
  session: RingCentralSession,
  query: URLSearchParams,
  tellPage: (message: ToPage) => void,
  focusOrder: () => number,
): OpenTab {
  const { clock, ids, random, log } = session;
  const id = ids.uuid();
  const profile = profileOf(query);
  const flags = widgetFlagsOf(query);
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
  const post: Tab['post'] = (frame) => {
    if (profile.sends && !profile.sends.has(frame.type)) return;
    if (session.faults.offline && tab.stage !== 'starting' && !localFrames.has(frame.type)) return;
    line.send(frame);
  };

  const tab: Tab = {
    id,
    session,
    profile,
    flags,
    timers: { ...timers, after: (ms, task) => timers.after(ms, () => (task(), session.touch())) },
    requests: createRequestDesk({ clock, ids, post }),
    stage: 'starting',
    service: undefined,
    route: '/',
    visited: [],
    toldRoute: undefined,
    alerts: [],
    draft: { to: '', text: '' },
    dialNumber: { text: '', version: 0 },
    searchText: '',
    searchResults: [],
    smsTemplates: [],
    focusedAt: focusOrder(),
    post,
    emit: (frame) => line.send(frame),
    tellPage,
    close() {
      const index = session.tabs.indexOf(tab);
      if (index < 0) return;
      session.tabs.splice(index, 1);
      timers.cancelAll();
      line.close();
      tab.requests.close();
      if (session.tabs.length === 0) abandonCallsSoon(session);
      session.touch();
    },
  };

  if (!session.state.autoLogTouched) {
    if (flags.defaultAutoLogCall !== undefined) session.state.autoLog.call = flags.defaultAutoLogCall;
    if (flags.defaultAutoLogMessage !== undefined)
      session.state.autoLog.message = flags.defaultAutoLogMessage;
  }
  session.tabs.push(tab);
  keepCalls(session);
  runStartup(tab);
  session.touch();

  function focus() {
    if (activeTab(session) === tab) return;
    tab.focusedAt = focusOrder();
    for (const other of session.tabs) if (other.stage === 'ready') other.post(webphoneActiveFrame(other));
  }

  return {
    tab,
    receive(message) {
      if (!session.tabs.includes(tab)) return;
      session.touch();
      if (message.kind === 'focus') return focus();
      if (message.kind === 'intent') {
        focus();
        return personIntent(tab, message.intent);
      }
      log.add({ at: clock.now(), direction: 'in', origin: message.origin, data: message.data, tab: id });
      if (!session.faults.silent) hostFrame(tab, message.data);
    },
  };
}
