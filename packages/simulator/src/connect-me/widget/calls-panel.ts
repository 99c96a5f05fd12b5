import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import { initials } from '../../page/format.js';
import type { CallView } from '../widget-view.js';
import type { Face } from './face-state.js';

const stateTexts: Readonly<Record<CallView['state'], string>> = {
  ringing: 'Ringing',
  dialing: 'Dialing',
  active: 'Active',
  held: 'On hold',
};

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

function place(face: Face, call: CallView): string {
  const phones = [call.softphone && 'softphone', call.deskPhone && 'desk phone']
    .filter(Boolean)
    .join(' and ');
  const on = `${phones.charAt(0).toUpperCase()}${phones.slice(1)}`;
  if (call.state === 'ringing' && face.view.capabilities.nativeRinger)
    return `${on}, the host’s device rings`;
  return call.remoteHeld ? `${on}, the other end holds` : on;
}

function waitingButtons(call: CallView): HTMLElement[] {
  const data = { call: call.key };
  if (call.state === 'dialing')
    return [button({ label: 'Hang up', act: 'hang-up', data, icon: 'hang-up', kind: 'danger' })];
  const both = call.softphone && call.deskPhone;
  return [
    button({ label: 'Answer', act: 'answer', data, icon: 'phone', kind: 'go' }),
    ...(both ? [button({ label: 'Pick up desk phone', act: 'pick-up', data })] : []),
    button({ label: 'Reject', act: 'reject', data, icon: 'hang-up', kind: 'danger' }),
  ];
}

function connectedButtons(face: Face, call: CallView): HTMLElement[] {
  const data = { call: call.key };
  const hangUp = button({ label: 'Hang up', act: 'hang-up', data, icon: 'hang-up', kind: 'danger' });
  if (!call.softphone) return [hangUp];
  const { capabilities, speaker } = face.view;
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
      expanded: face.keypad === call.key,
    }),
    ...(capabilities.speaker
      ? [button({ label: 'Speaker', act: 'speaker', data, icon: 'speaker', pressed: speaker })]
      : []),
    hangUp,
  ];
}

function keypad(call: CallView): HTMLElement {
  return h(
    'div',
    { class: 'drawer', role: 'group', 'aria-label': 'Keypad', 'data-key': 'keypad' },
    h('output', { class: 'pressed', 'aria-label': 'Pressed keys' }, call.dtmf || ' '),
    h(
      'div',
      { class: 'keys' },
      keys.map((key) =>
        h('button', { type: 'button', 'data-act': 'dtmf', 'data-call': call.key, 'data-digit': key }, key),
      ),
    ),
  );
}

function card(face: Face, call: CallView): HTMLElement {
  const waiting = call.state === 'ringing' || call.state === 'dialing';
  return h(
    'li',
    { class: `call ${call.state}`, 'data-key': call.key, 'aria-label': call.title },
    h('div', { class: 'avatar', 'aria-hidden': 'true' }, initials(call.title)),
    h(
      'div',
      { class: 'who' },
      h('strong', {}, call.title),
      call.title !== call.number && h('span', { class: 'number' }, call.number),
      h('span', { class: 'soft' }, place(face, call)),
    ),
    h(
      'div',
      { class: 'pill' },
      h('span', {}, stateTexts[call.state]),
      call.startedAt !== undefined &&
        h('span', { role: 'timer', class: 'timer', 'data-started': call.startedAt }),
    ),
    h('div', { class: 'buttons' }, waiting ? waitingButtons(call) : connectedButtons(face, call)),
    face.keypad === call.key && !waiting && keypad(call),
  );
}

/** All live calls, the one that needs the person most first. */
export function callsPanel(face: Face): HTMLElement {
  const order = ['ringing', 'dialing', 'active', 'held'];
  const calls = face.view.calls.slice().sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return h(
    'section',
    { class: 'calls-panel', 'data-key': 'calls', 'aria-labelledby': 'calls-title' },
    h('h2', { id: 'calls-title' }, 'Calls'),
    calls.length === 0
      ? h(
          'p',
          { class: 'empty', 'data-key': 'none' },
          'No calls. Dial a number, or ring from the simulator’s board.',
        )
      : h(
          'ul',
          { class: 'calls', 'aria-label': 'Calls', 'data-key': 'list' },
          calls.map((call) => card(face, call)),
        ),
  );
}
