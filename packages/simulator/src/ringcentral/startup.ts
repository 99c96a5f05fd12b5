import type { Frame } from '../frame.js';
import { connectionFrame } from './calling-settings.js';
import { runLogin, signedOutFrame } from './login.js';
import { tellRoute } from './route.js';
import type { Tab } from './tab.js';

/** From the first frames to those of the login, when an earlier one is restored. */
const RESTORE_LOGIN_MS = 60;

const size = { width: 300, height: 500 };
const position = { translateX: null, translateY: null, minTranslateX: null, minTranslateY: null };

function adapterStateFrame(tab: Tab): Frame {
  const { session } = tab;
  const told = tab.stage === 'ready' && session.state.signedIn;
  return {
    type: 'rc-adapter-pushAdapterState',
    size,
    minimized: false,
    closed: false,
    position,
    telephonyStatus: told ? session.state.toldTelephonyStatus : null,
    userStatus: told ? session.state.userStatus : null,
    dndStatus: told ? session.state.dndStatus : null,
  };
}

/** What a widget tells before anybody is signed in, in the recorded order. There is no hand-shake. */
export function runStartup(tab: Tab): void {
  const { session } = tab;
  const asset = (name: string) => `${session.origin}/assets/${name}`;
  tab.post({ type: 'rc-dialer-status-notify', ready: false });
  tab.post({ type: 'rc-meeting-status-notify', ready: false, permission: false });
  tab.post({
    type: 'rc-brand-assets-notify',
    logoUri: asset('simulator.svg'),
    iconUri: asset('simulator.svg'),
  });
  tab.post(connectionFrame('disconnected'));
  tab.post(adapterStateFrame(tab));
  tab.post({
    type: 'rc-adapter-syncPresence',
    telephonyStatus: null,
    userStatus: null,
    dndStatus: null,
    presenceOption: null,
  });
  tab.post({ type: 'rc-adapter-pushLocale', locale: 'en-US', strings: {} });
  tab.post({ type: 'rc-adapter-theme-notify', theme: 'light' });
  tab.post({
    type: 'rc-adapter-ai-assistant-settings-notify',
    showAiAssistantWidget: false,
    showAiAssistantWidgetEnabled: false,
    autoStartAiAssistant: false,
  });
  tab.post({ type: 'rc-adapter-syncSize', size });
  tab.post({ type: 'rc-adapter-side-drawer-open-notify', open: false });
  tab.post({ type: 'rc-log-modal-loading-off' });
  tab.post({ type: 'rc-log-modal-loading-off' });
  tab.route = '/';
  tellRoute(tab);
  tab.post(signedOutFrame);
  tab.stage = 'signed-out';
  tab.tellPage({ kind: 'started' });
  if (!session.state.signedIn) return;
  tab.timers.after(RESTORE_LOGIN_MS, () => {
    // A widget that can't reach its vendor restores no login until it can.
    if (session.state.signedIn && tab.stage === 'signed-out' && !session.faults.offline) runLogin(tab);
  });
}
