import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { FaceState } from './face-state.js';

/** Says in words what only the eye would see: who calls. */
function announcement({ view }: FaceState): string {
  const ringing = view?.calls.find((call) => call.state === 'ringing');
  return ringing ? `${ringing.name ?? ringing.number} is calling` : '';
}

function kindOf({ view, online }: FaceState): string {
  if (!online || !view) return 'offline';
  if (!view.signedIn) return 'logged-out';
  return view.paused ? 'paused' : 'ready';
}

/** Who works here, and whether they take calls. */
export function topBar(face: FaceState): HTMLElement {
  const { view, online } = face;
  const signedIn = view?.signedIn === true;
  const connected = online && view !== undefined;
  return h(
    'header',
    { id: 'top' },
    h(
      'h1',
      {},
      view?.assistant ? 'XiVO assistant ' : 'XiVO agent desktop ',
      h('span', { class: 'tag' }, 'Simulator'),
    ),
    signedIn && h('span', { class: 'user', 'data-key': 'user' }, `${view.user}, ${view.number}`),
    h(
      'span',
      {
        class: 'agent',
        role: 'status',
        'aria-label': 'Agent state',
        'data-kind': kindOf(face),
        'data-key': 'agent',
      },
      connected ? view.agent : 'Not connected',
    ),
    connected &&
      h(
        'div',
        { class: 'agent-buttons', 'data-key': 'agent-buttons' },
        signedIn &&
          (view.paused
            ? button({ label: 'Go ready', act: 'ready', icon: 'play' })
            : button({ label: 'Go on pause', act: 'pause', icon: 'pause' })),
        signedIn
          ? button({ label: 'Log out', act: 'log-out' })
          : button({ label: 'Log in', act: 'log-in', kind: 'primary' }),
      ),
    h('p', { class: 'sr', role: 'alert', 'data-key': 'said' }, announcement(face)),
    h('p', { class: 'notice', role: 'status', 'aria-label': 'Notice', 'data-key': 'notice' }, face.notice),
  );
}
