import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import { initials } from '../../page/format.js';
import type { CallView } from '../widget-view.js';
import { callerName } from './caller-name.js';
import type { Face } from './face-state.js';
import { keypad } from './keypad.js';

const stateTexts: Readonly<Record<CallView['state'], string>> = {
  ringing: 'Ringing',
  dialing: 'Calling',
  active: 'Connected',
  held: 'On hold',
};

function buttonsOf(face: Face, call: CallView): HTMLElement[] {
  const data = { call: call.id };
  const hangUp = button({ label: 'Hang up', act: 'hang-up', data, icon: 'hang-up', kind: 'tile danger' });
  switch (call.state) {
    case 'ringing':
      return [
        button({ label: 'Reject', act: 'reject', data, icon: 'hang-up', kind: 'tile danger' }),
        button({ label: 'Answer', act: 'answer', data, icon: 'phone', kind: 'tile go' }),
      ];
    case 'dialing':
      return [hangUp];
    case 'active':
    case 'held':
      return [
        call.state === 'held'
          ? button({ label: 'Resume', act: 'resume', data, icon: 'play', kind: 'tile on' })
          : button({ label: 'Hold', act: 'hold', data, icon: 'pause', kind: 'tile' }),
        call.muted
          ? button({ label: 'Unmute', act: 'unmute', data, icon: 'mic-off', kind: 'tile on' })
          : button({ label: 'Mute', act: 'mute', data, icon: 'mic', kind: 'tile' }),
        button({
          label: 'Keypad',
          act: 'open-keypad',
          data,
          icon: 'keypad',
          kind: 'tile',
          expanded: face.keypad === call.id,
        }),
        hangUp,
      ];
  }
}

function callCard(face: Face, call: CallView, compact: boolean): HTMLElement {
  const title = callerName(face.book, call.number, call.name);
  return h(
    'li',
    { class: `call ${call.state}${compact ? ' compact' : ''}`, 'data-key': call.id, 'aria-label': title },
    h('div', { class: 'avatar', 'aria-hidden': 'true' }, initials(title)),
    h(
      'div',
      { class: 'who' },
      h('strong', {}, title),
      title !== call.number && h('span', { class: 'number' }, call.number),
      call.direction === 'inbound' && h('span', { class: 'soft team' }, `For ${call.team}`),
    ),
    h(
      'div',
      { class: 'pill' },
      h('span', {}, stateTexts[call.state]),
      call.answeredAt !== undefined &&
        h('span', { role: 'timer', class: 'timer', 'data-started': call.answeredAt }),
    ),
    h('div', { class: 'buttons' }, buttonsOf(face, call)),
    face.keypad === call.id && keypad(call),
  );
}

/** All live calls, the one that needs the person most first. */
export function callsScreen(face: Face): HTMLElement {
  const order = ['ringing', 'dialing', 'active', 'held'];
  const calls = [...face.view.calls].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return h(
    'ul',
    { class: 'calls', 'aria-label': 'Calls', 'data-key': 'calls' },
    calls.map((call, index) => callCard(face, call, face.browsing || index > 0)),
  );
}
