import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { IconName } from '../../page/icon.js';
import type { Page } from '../tab.js';
import { callsPanel } from './calls-panel.js';
import { conversationScreen, conversationsScreen } from './conversation-screen.js';
import { dialer, sipTexts } from './dialer.js';
import type { Face, FaceState } from './face-state.js';
import { recentScreen } from './recent-screen.js';
import { settingsScreen } from './settings-screen.js';
import { signInScreen } from './sign-in-screen.js';

const pages: readonly { readonly page: Page; readonly label: string; readonly icon: IconName }[] = [
  { page: 'phone', label: 'Phone', icon: 'phone' },
  { page: 'recent', label: 'Recent', icon: 'clock' },
  { page: 'conversations', label: 'Conversations', icon: 'messages' },
  { page: 'settings', label: 'Settings', icon: 'settings' },
];

function stateText({ view, online }: FaceState): string {
  if (!online) return 'Simulator gone';
  if (!view) return 'Connecting';
  if (view.signingIn) return 'Signing in';
  return view.user === undefined ? 'Signed out' : (sipTexts[view.sip] ?? view.sip);
}

function header(face: FaceState): HTMLElement {
  return h(
    'header',
    { 'data-key': 'header' },
    h('h1', {}, 'Simulator'),
    h('span', { class: 'soft' }, 'Connect Me widget'),
    h(
      'span',
      { class: `state ${face.view?.sip ?? 'off'}`, role: 'status', 'aria-label': 'Widget state' },
      stateText(face),
    ),
  );
}

function navigation({ view }: Face): HTMLElement {
  return h(
    'nav',
    { 'aria-label': 'Pages', 'data-key': 'nav' },
    pages.map(({ page, label, icon }) => {
      const item = button({ label, act: 'go', data: { id: page }, icon });
      if (page === view.page) item.setAttribute('aria-current', 'page');
      return item;
    }),
  );
}

function screen(face: Face): HTMLElement {
  const { page, conversation } = face.view;
  switch (page) {
    case 'recent':
      return recentScreen(face);
    case 'conversations':
      return conversation ? conversationScreen(face, conversation) : conversationsScreen(face);
    case 'settings':
      return settingsScreen(face);
    case 'phone':
      return dialer(face);
  }
}

/** The whole widget, built anew from what is known; `morph` then changes only what differs. */
export function widgetFace(state: FaceState): HTMLElement {
  const { view } = state;
  const root = h('div', { id: 'face' }, header(state));
  if (!view) {
    root.append(h('main', { 'data-key': 'main' }, h('p', { class: 'empty' }, 'Connecting to the simulator')));
    return root;
  }
  const face: Face = { ...state, view };
  if (view.user === undefined) {
    root.append(h('main', { 'data-key': 'main', class: 'signed-out' }, signInScreen(face)));
    return root;
  }
  // On the other pages live calls stay at hand; without any, the pages have all the room.
  const withCalls = view.page === 'phone' || view.calls.length > 0;
  root.append(
    navigation(face),
    h(
      'main',
      { 'data-key': 'main', class: `${view.page}${withCalls ? ' beside-calls' : ''}` },
      withCalls && callsPanel(face),
      screen(face),
    ),
  );
  return root;
}
