import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import { initials } from '../../page/format.js';
import type { CallView } from '../desktop-view.js';
import type { FaceState } from './face-state.js';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

const stateTexts: Readonly<Record<CallView['state'], string>> = {
  ringing: 'Ringing',
  dialing: 'Calling',
  active: 'Connected',
  held: 'On hold',
};

function keypad(call: CallView): HTMLElement {
  return h(
    'div',
    { class: 'keypad', role: 'group', 'aria-label': 'Keypad', 'data-key': 'keypad' },
    h('output', { class: 'pressed', 'aria-label': 'Pressed keys' }, call.dtmf || ' '),
    h(
      'div',
      { class: 'keys' },
      keys.map((key) =>
        h('button', { type: 'button', 'data-act': 'dtmf', 'data-call': call.id, 'data-digit': key }, key),
      ),
    ),
  );
}

function buttonsOf(face: FaceState, call: CallView): HTMLElement[] {
  const data = { call: call.id };
  const hangUp = button({ label: 'Hang up', act: 'hang-up', data, icon: 'hang-up', kind: 'danger' });
  switch (call.state) {
    case 'ringing':
      return [
        button({ label: 'Answer', act: 'answer', data, icon: 'phone', kind: 'go' }),
        button({ label: 'Reject', act: 'reject', data, icon: 'hang-up', kind: 'danger' }),
      ];
    case 'dialing':
      return [hangUp];
    case 'active':
    case 'held':
      return [
        call.state === 'held'
          ? button({ label: 'Resume', act: 'resume', data, icon: 'play', kind: 'on' })
          : button({ label: 'Hold', act: 'hold', data, icon: 'pause' }),
        call.muted
          ? button({ label: 'Unmute', act: 'unmute', data, icon: 'mic-off', kind: 'on' })
          : button({ label: 'Mute', act: 'mute', data, icon: 'mic' }),
        button({
          label: 'Keypad',
          act: 'open-keypad',
          data,
          icon: 'keypad',
          expanded: face.keypad === call.id,
        }),
        hangUp,
      ];
  }
}

/** One live call, with what can be done to it now. */
export function callCard(face: FaceState, call: CallView): HTMLElement {
  const title = call.name ?? call.number;
  const waits = face.view?.panes.some(({ id, state }) => id === call.id && state === 'waiting');
  return h(
    'li',
    { class: `call ${call.state}`, 'data-key': call.id, 'aria-label': title },
    h('div', { class: 'avatar', 'aria-hidden': 'true' }, initials(title)),
    h(
      'div',
      { class: 'who' },
      h('strong', {}, title),
      title !== call.number && h('span', { class: 'number' }, call.number),
      call.queue !== undefined && h('span', { class: 'soft' }, `Queue ${call.queue}`),
      waits && h('span', { class: 'soft' }, 'Its pane opens later'),
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
