import type { CallView } from '../widget-view.js';
import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { Face } from './face-state.js';
import { initials } from '../../page/format.js';
import { numberForm } from './number-form.js';
import { keypad } from './keypad.js';

const stateTexts: Readonly<Record<CallView['state'], string>> = {
  ringing: 'Ringing',
  dialing: 'Dialing',
  active: 'Active',
  held: 'On hold',
};

function ringingButtons(call: CallView): HTMLElement[] {
  const data = { call: call.id };
  return [
    button({ label: 'Reject', act: 'reject', data, icon: 'hang-up', kind: 'round danger' }),
    button({ label: 'To voicemail', act: 'to-voicemail', data, icon: 'voicemail', kind: 'round' }),
    button({ label: 'Forward', act: 'open-forward', data, icon: 'forward', kind: 'round' }),
    button({ label: 'Answer', act: 'answer', data, icon: 'phone', kind: 'round go' }),
  ];
}

function connectedButtons(face: Face, call: CallView): HTMLElement[] {
  const data = { call: call.id };
  const held = call.state === 'held';
  const open = (kind: string) => face.drawer?.call === call.id && face.drawer.kind === kind;
  const recording = call.recording !== 'idle';
  return [
    held
      ? button({ label: 'Resume', act: 'resume', data, icon: 'play', kind: 'round on' })
      : button({ label: 'Hold', act: 'hold', data, icon: 'pause', kind: 'round' }),
    call.muted
      ? button({ label: 'Unmute', act: 'unmute', data, icon: 'mic-off', kind: 'round on' })
      : button({ label: 'Mute', act: 'mute', data, icon: 'mic', kind: 'round' }),
    button({
      label: 'Keypad',
      act: 'open-keypad',
      data,
      icon: 'keypad',
      kind: 'round',
      expanded: open('keypad'),
    }),
    button({
      label: 'Transfer',
      act: 'open-transfer',
      data,
      icon: 'transfer',
      kind: 'round',
      expanded: open('transfer'),
    }),
    recording
      ? button({
          label: 'Stop recording',
          act: 'stop-recording',
          data,
          icon: 'stop-recording',
          kind: 'round recording',
        })
      : button({ label: 'Record', act: 'record', data, icon: 'record', kind: 'round' }),
    button({ label: 'Hang up', act: 'hang-up', data, icon: 'hang-up', kind: 'round danger' }),
  ];
}

function drawer(face: Face, call: CallView): HTMLElement | undefined {
  if (face.drawer?.call !== call.id) return undefined;
  const data = { call: call.id };
  if (face.drawer.kind === 'keypad') return keypad(call);
  if (face.drawer.kind === 'transfer')
    return numberForm({ act: 'transfer', label: 'Transfer to', submit: 'Transfer now', data });
  return numberForm({ act: 'forward', label: 'Forward to', submit: 'Forward now', data });
}

function callCard(face: Face, call: CallView, compact: boolean): HTMLElement {
  const data = { call: call.id };
  const buttons = !call.controllable
    ? []
    : call.state === 'ringing'
      ? ringingButtons(call)
      : call.state === 'dialing'
        ? [button({ label: 'Hang up', act: 'hang-up', data, icon: 'hang-up', kind: 'round danger' })]
        : connectedButtons(face, call);
  const timer = h('span', { role: 'timer', class: 'timer', 'data-started': call.startedAt });
  return h(
    'li',
    {
      class: `call ${call.state}${compact ? ' compact' : ''}`,
      'data-key': call.id,
      'aria-label': call.title,
    },
    h('div', { class: 'avatar', 'aria-hidden': 'true' }, initials(call.title)),
    h(
      'div',
      { class: 'who' },
      h('strong', {}, call.title),
      call.title !== call.number && h('span', { class: 'number' }, call.number),
      call.queue !== undefined && h('span', { class: 'soft' }, `Queue ${call.queue}`),
    ),
    h('div', { class: 'pill' }, h('span', {}, stateTexts[call.state]), call.startedAt !== undefined && timer),
    !call.controllable && h('p', { class: 'soft' }, 'On another device'),
    h('div', { class: 'buttons' }, buttons),
    drawer(face, call),
  );
}

/** All live calls, the one that needs the person most first. */
export function callsScreen(face: Face): HTMLElement {
  const order = ['ringing', 'dialing', 'active', 'held'];
  const calls = face.view.calls
    .filter((call) => !call.minimized)
    .slice()
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const compact = face.browsing || calls.length > 1;
  return h(
    'ul',
    { class: `calls${face.browsing ? ' strip' : ''}`, 'aria-label': 'Calls', 'data-key': 'calls' },
    calls.map((call, index) => callCard(face, call, compact && (face.browsing || index > 0))),
  );
}
