import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import { moment } from '../../page/format.js';
import { icon } from '../../page/icon.js';
import type { DesktopView } from '../desktop-view.js';
import { callCard } from './call-card.js';
import type { FaceState } from './face-state.js';

function callSection(face: FaceState, view: DesktopView): HTMLElement {
  const order = ['ringing', 'dialing', 'active', 'held'];
  const calls = [...view.calls].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return h(
    'section',
    { 'aria-labelledby': 'calls-title', 'data-key': 'calls' },
    h('h2', { id: 'calls-title' }, 'Calls'),
    calls.length === 0 &&
      h('p', { class: 'empty', 'data-key': 'none' }, 'No calls. Ring the agent from the simulator board.'),
    calls.length > 0 &&
      h(
        'ul',
        { class: 'calls', 'aria-label': 'Calls', 'data-key': 'list' },
        calls.map((call) => callCard(face, call)),
      ),
  );
}

function dialer(view: DesktopView): HTMLElement {
  return h(
    'form',
    { class: 'dialer', 'data-act': 'dial', 'data-key': 'dialer', 'aria-label': 'Dialer' },
    h('label', { for: 'number', class: 'sr' }, 'Number'),
    h('input', { id: 'number', name: 'number', type: 'tel', autocomplete: 'off', placeholder: 'Number' }),
    h('button', { class: 'go', disabled: !view.ready }, icon('phone'), h('span', {}, 'Call')),
  );
}

function recentCalls({ recent, now }: DesktopView): HTMLElement {
  return h(
    'section',
    { 'aria-labelledby': 'recent-title', 'data-key': 'recent' },
    h('h2', { id: 'recent-title' }, 'Recent calls'),
    h(
      'ul',
      { class: 'recent', 'aria-label': 'Recent calls' },
      recent.map((call) => {
        const title = call.name ?? call.number;
        const inbound = call.direction === 'inbound';
        const result = call.answered ? '' : inbound ? ', missed' : ', no answer';
        return h(
          'li',
          { 'data-key': call.id, 'aria-label': title },
          h('span', { class: call.answered ? 'way' : 'way missed' }, icon(inbound ? 'incoming' : 'outgoing')),
          h(
            'div',
            { class: 'who' },
            h('strong', {}, title),
            h(
              'span',
              { class: 'soft' },
              `${inbound ? 'Inbound' : 'Outbound'}${result} · ${moment(call.at, now)}`,
            ),
          ),
          button({
            label: 'Call back',
            name: `Call back ${title}`,
            act: 'call-number',
            data: { id: call.number, key: call.id },
            icon: 'phone',
            text: false,
          }),
        );
      }),
    ),
  );
}

/** The agent's phone: live calls, a dialer, and what was before. */
export function phoneFace(face: FaceState): HTMLElement {
  const root = h('div', { id: 'phone' });
  const { view } = face;
  if (!view) root.append(h('p', { class: 'empty', 'data-key': 'connecting' }, 'Connecting to the simulator'));
  else if (!view.signedIn)
    root.append(
      h(
        'p',
        { class: 'empty', 'data-key': 'out' },
        'Nobody is logged in. No account is needed: this is a simulator.',
      ),
    );
  else {
    root.append(callSection(face, view), dialer(view));
    if (view.recent.length > 0) root.append(recentCalls(view));
  }
  return root;
}
