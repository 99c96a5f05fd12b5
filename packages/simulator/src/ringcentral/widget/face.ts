import { button } from '../../page/button.js';
import { callsScreen } from './calls-screen.js';
import { contactScreen, contactsScreen } from './contacts-screen.js';
import { dialerScreen } from './dialer-screen.js';
import { h } from '../../page/element.js';
import type { Face, FaceState } from './face-state.js';
import { historyScreen } from './history-screen.js';
import type { IconName } from '../../page/icon.js';
import { composeScreen, conversationScreen, messagesScreen } from './messages-screen.js';
import { meetingScreen, settingsScreen } from './settings-screen.js';

const pages: readonly { readonly path: string; readonly label: string; readonly icon: IconName }[] = [
  { path: '/dialer', label: 'Dialer', icon: 'keypad' },
  { path: '/history', label: 'History', icon: 'clock' },
  { path: '/messages', label: 'Messages', icon: 'messages' },
  { path: '/contacts', label: 'Contacts', icon: 'users' },
  { path: '/settings', label: 'Settings', icon: 'settings' },
];

function screen(face: Face): HTMLElement {
  const { route, conversations } = face.view;
  const [, first = '', second = ''] = route.split('/');
  switch (first) {
    case 'history':
    case 'log':
      return historyScreen(face);
    case 'messages':
      return messagesScreen(face);
    case 'composeText':
      return composeScreen(face);
    case 'conversations': {
      const conversation = conversations.find((one) => one.id === second);
      return conversation ? conversationScreen(face, conversation) : messagesScreen(face);
    }
    case 'contacts':
      return second === '' ? contactsScreen(face) : contactScreen(face, second);
    case 'meeting':
      return meetingScreen(face);
    case 'settings':
      return settingsScreen(face);
    default:
      return dialerScreen(face);
  }
}

function alerts(face: Face): HTMLElement {
  return h(
    'div',
    { class: 'alerts', role: 'status', 'data-key': 'alerts' },
    face.view.alerts.map((alert) =>
      h(
        'div',
        { class: `alert ${alert.level}`, 'data-key': alert.id },
        h('span', {}, alert.message),
        button({
          label: 'Dismiss',
          act: 'dismiss-alert',
          data: { id: alert.id },
          icon: 'close',
          text: false,
        }),
      ),
    ),
  );
}

function header(face: FaceState): HTMLElement {
  const { view, online } = face;
  const status = !online
    ? 'Not connected'
    : !view?.signedIn
      ? 'Signed out'
      : !view.ready
        ? 'Phone offline'
        : view.dndStatus === 'DoNotAcceptAnyCalls'
          ? 'Do not disturb'
          : view.userStatus;
  return h(
    'header',
    { 'data-key': 'header' },
    h('h1', {}, 'Simulator'),
    h('span', { class: 'account' }, view?.signedIn ? view.account.name : ''),
    h(
      'span',
      {
        class: 'presence',
        role: 'status',
        'aria-label': 'Widget state',
        'data-status': status.toLowerCase(),
      },
      status,
    ),
  );
}

function navigation(face: Face): HTMLElement {
  const { route, conversations } = face.view;
  const unread = conversations.reduce((sum, one) => sum + one.unread, 0);
  const calling = face.view.calls.length > 0 && !face.browsing;
  return h(
    'nav',
    { 'aria-label': 'Pages', 'data-key': 'nav' },
    pages.map(({ path, label, icon }) => {
      const item = button({
        label,
        act: 'go',
        data: { id: path },
        icon,
        ...(path === '/messages' && unread > 0 ? { name: `${label}, ${unread} unread` } : {}),
      });
      const here =
        !calling &&
        (route.startsWith(path) || (path === '/messages' && /^\/(conversations|composeText)/.test(route)));
      if (here || (path === '/dialer' && !calling && route.startsWith('/calls')))
        item.setAttribute('aria-current', 'page');
      if (path === '/messages' && unread > 0)
        item.append(h('span', { class: 'dot', 'aria-hidden': 'true' }, String(unread)));
      return item;
    }),
  );
}

/** The whole widget, built anew from what is known; `morph` then changes only what differs. */
export function widgetFace(face: FaceState): HTMLElement {
  const { view } = face;
  const root = h('div', { id: 'face' }, header(face));
  if (!view) {
    root.append(h('main', { 'data-key': 'main' }, h('p', { class: 'empty' }, 'Connecting to the simulator')));
    return root;
  }
  const known: Face = { ...face, view };
  root.append(alerts(known));
  if (!view.signedIn) {
    root.append(
      h(
        'main',
        { 'data-key': 'main', class: 'signed-out' },
        h('p', {}, 'Nobody is signed in.'),
        button({ label: 'Sign in', act: 'sign-in', kind: 'primary' }),
        h('p', { class: 'soft' }, 'No account needed: this is a simulator.'),
      ),
    );
    return root;
  }
  const calling = view.calls.some((call) => !call.minimized);
  if (calling && !known.browsing) root.append(h('main', { 'data-key': 'calls-main' }, callsScreen(known)));
  else root.append(h('main', { 'data-key': 'main' }, calling && callsScreen(known), screen(known)));
  root.append(navigation(known));
  return root;
}
