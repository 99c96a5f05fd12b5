import { h } from '../page/element.js';
import { initials } from '../page/format.js';
import type { BoardCall, BoardState } from './board-state.js';
import { hostHref } from './host-href.js';

type Phase = 'ringing' | 'dialing' | 'active' | 'held';

function phaseOf(call: BoardCall): Phase {
  if (call.startedAt === null) return call.direction === 'inbound' ? 'ringing' : 'dialing';
  return call.onHold ? 'held' : 'active';
}

const words: Readonly<Record<Phase, string>> = {
  ringing: 'Ringing',
  dialing: 'Dialing',
  active: 'Active',
  held: 'On hold',
};

interface Act {
  readonly action: string;
  readonly label: string;
  readonly danger?: boolean;
}

function remoteActs(call: BoardCall): Act[] {
  const phase = phaseOf(call);
  if (phase === 'ringing') return [{ action: 'cancel', label: 'Cancel', danger: true }];
  if (phase === 'dialing') {
    return [
      { action: 'answer', label: 'Answer' },
      { action: 'busy', label: 'Busy' },
      { action: 'reject', label: 'Reject', danger: true },
      { action: 'fail', label: 'Fail', danger: true },
    ];
  }
  return [
    call.remoteOnHold ? { action: 'resume', label: 'Resume' } : { action: 'hold', label: 'Hold' },
    { action: 'hangup', label: 'Hang up', danger: true },
  ];
}

function agentActs(call: BoardCall): Act[] {
  const phase = phaseOf(call);
  if (phase === 'ringing')
    return [
      { action: 'answer', label: 'Answer' },
      { action: 'reject', label: 'Reject', danger: true },
    ];
  if (phase === 'dialing') return [{ action: 'cancel', label: 'Cancel', danger: true }];
  return [
    phase === 'held' ? { action: 'resume', label: 'Resume' } : { action: 'hold', label: 'Hold' },
    { action: 'hangup', label: 'Hang up', danger: true },
  ];
}

function acts(call: BoardCall, by: 'remote' | 'agent', label: string, list: readonly Act[]): HTMLElement {
  return h(
    'div',
    { class: 'acts', role: 'group', 'aria-label': label, 'data-key': by },
    h('span', { class: 'soft' }, label),
    list.map(({ action, label: text, danger }) =>
      h(
        'button',
        {
          type: 'button',
          class: danger ? 'danger' : undefined,
          'data-act': 'call',
          'data-call': call.id,
          'data-by': by,
          'data-action': action,
          'data-key': `${by} ${action}`,
          'aria-label': `${label}: ${text}`,
        },
        text,
      ),
    ),
  );
}

function notes(call: BoardCall): string {
  return [
    call.direction === 'inbound' ? 'Inbound' : 'Outbound',
    call.type ?? '',
    call.queue === undefined ? '' : `queue ${call.queue}`,
    call.muted ? 'muted' : '',
    call.remoteOnHold ? 'other end holds' : '',
    call.recording === 'recording' ? 'recording' : call.recording === 'pending' ? 'recording starts' : '',
    call.dtmf ? `keys ${call.dtmf}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function card(call: BoardCall): HTMLElement {
  const phase = phaseOf(call);
  const number = call.direction === 'inbound' ? call.from : call.to;
  const title = call.name ?? number;
  return h(
    'li',
    { class: `call ${phase}`, 'data-key': call.id, 'aria-label': title },
    h('div', { class: 'avatar', 'aria-hidden': 'true' }, initials(title)),
    h(
      'div',
      { class: 'who' },
      h('strong', {}, title),
      title !== number && h('span', { class: 'number' }, number),
      h('span', { class: 'soft' }, notes(call)),
    ),
    h(
      'div',
      { class: 'pill' },
      h('span', {}, words[phase]),
      call.startedAt !== null && h('span', { role: 'timer', class: 'timer', 'data-started': call.startedAt }),
    ),
    acts(call, 'remote', 'Other end', remoteActs(call)),
    acts(call, 'agent', 'Agent', agentActs(call)),
    h('code', { class: 'id' }, call.id),
  );
}

/** The vendor's live calls, with what either end can do now. */
export function callPanel(state: BoardState): HTMLElement {
  const calls = state.snapshot?.calls ?? [];
  const open = (state.snapshot?.status.widgets ?? 0) > 0;
  return h(
    'section',
    { class: 'panel calls-panel', 'aria-labelledby': 'calls-title', 'data-key': 'calls' },
    h('h2', { id: 'calls-title' }, 'Calls'),
    calls.length === 0 &&
      h(
        'p',
        { class: 'empty' },
        open
          ? 'No calls. Place one here, or dial in the widget.'
          : `No widget is open in session “${state.session}”. `,
        !open &&
          h(
            'a',
            { href: hostHref(state), target: '_blank' },
            state.vendor?.page === undefined ? 'Open one on a bare page' : 'Open the desktop',
          ),
      ),
    h('ul', { class: 'cards', 'aria-label': 'Live calls' }, calls.map(card)),
  );
}
