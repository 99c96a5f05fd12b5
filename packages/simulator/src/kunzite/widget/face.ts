import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { IconName } from '../../page/icon.js';
import { callerName } from './caller-name.js';
import { callsScreen } from './calls-screen.js';
import { contactsScreen } from './contacts-screen.js';
import { dialerScreen } from './dialer-screen.js';
import type { Face, FaceState, Page } from './face-state.js';
import { historyScreen } from './history-screen.js';

const pages: readonly { readonly page: Page; readonly label: string; readonly icon: IconName }[] = [
  { page: 'dialer', label: 'Dialer', icon: 'keypad' },
  { page: 'history', label: 'History', icon: 'clock' },
  { page: 'contacts', label: 'Contacts', icon: 'users' },
];

const screens: Readonly<Record<Page, (face: Face) => HTMLElement>> = {
  dialer: dialerScreen,
  history: historyScreen,
  contacts: contactsScreen,
};

function header({ view, online }: FaceState): HTMLElement {
  const status =
    !online || !view ? 'Not connected' : !view.signedIn ? 'Signed out' : view.ready ? 'Online' : 'Offline';
  return h(
    'header',
    { 'data-key': 'header' },
    h('h1', {}, 'Kunzite ', h('span', { class: 'tag' }, 'Simulator')),
    view?.signedIn === true && h('span', { class: 'extension' }, `Ext. ${view.extension}`),
    h(
      'span',
      {
        class: 'presence',
        role: 'status',
        'aria-label': 'Softphone state',
        'data-status': status.toLowerCase(),
      },
      status,
    ),
  );
}

/** Says in words what only the eye would see: who calls. */
function announcement(face: FaceState): string {
  const ringing = face.view?.calls.find((call) => call.state === 'ringing');
  return ringing ? `${callerName(face.book, ringing.number, ringing.name)} is calling` : '';
}

function navigation(face: Face, calling: boolean): HTMLElement {
  return h(
    'nav',
    { 'aria-label': 'Pages', 'data-key': 'nav' },
    pages.map(({ page, label, icon }) => {
      const item = button({ label, act: 'go', data: { id: page }, icon });
      if (!calling && face.page === page) item.setAttribute('aria-current', 'page');
      return item;
    }),
  );
}

function signedOut(): HTMLElement {
  return h(
    'main',
    { 'data-key': 'signed-out', class: 'signed-out', tabindex: '-1' },
    h('p', {}, 'Nobody is signed in.'),
    button({ label: 'Sign in', act: 'sign-in', kind: 'primary' }),
    h('p', { class: 'soft' }, 'No account needed: this is a simulator.'),
  );
}

/** The whole softphone, built anew from what is known; `morph` then changes only what differs. */
export function widgetFace(face: FaceState): HTMLElement {
  const { view } = face;
  const root = h(
    'div',
    { id: 'face' },
    header(face),
    h('p', { class: 'sr', role: 'alert', 'data-key': 'said' }, announcement(face)),
    h('p', { class: 'notice', role: 'status', 'aria-label': 'Notice', 'data-key': 'notice' }, face.notice),
  );
  if (!view) {
    root.append(h('main', { 'data-key': 'main' }, h('p', { class: 'empty' }, 'Connecting to the simulator')));
    return root;
  }
  if (!view.signedIn) {
    root.append(signedOut());
    return root;
  }
  const known: Face = { ...face, view };
  const calling = view.calls.length > 0 && !face.browsing;
  root.append(
    calling
      ? h('main', { 'data-key': 'calls-main', tabindex: '-1' }, callsScreen(known))
      : h(
          'main',
          { 'data-key': 'main', tabindex: '-1' },
          view.calls.length > 0 && callsScreen(known),
          screens[face.page](known),
        ),
    navigation(known, calling),
  );
  if (face.dropping)
    root.append(
      h(
        'div',
        { class: 'drop', 'data-key': 'drop', 'aria-hidden': 'true' },
        'Drop the VCF file to import it',
      ),
    );
  return root;
}
