import { h } from '../../page/element.js';
import { initials } from '../../page/format.js';
import type { BoardChat, BoardState } from '../board-state.js';
import { choice, field } from '../field.js';

/** The latest lines are enough to follow a chat. */
const SHOWN_LINES = 12;

const looks: Readonly<Record<string, string>> = { queued: 'ringing', connected: 'active' };

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function line(record: BoardChat['trans'][number], index: number): HTMLElement {
  const { type, by, msg = '', name = '' } = record;
  const who = by === 'c' ? 'Customer' : by === 'a' ? 'Agent' : name;
  const text = type === 'connect' ? 'joined' : type === 'disconnect' ? 'left' : decoded(msg);
  return h(
    'li',
    { 'data-key': index, class: 'line' },
    h('time', {}, record.time.slice(11, 19)),
    h('span', { class: 'way' }, who),
    h('span', { class: 'name' }, text),
  );
}

interface Act {
  readonly action: string;
  readonly label: string;
  readonly danger?: boolean;
}

const connectedActs: readonly Act[] = [
  { action: 'say', label: 'Say' },
  { action: 'app', label: 'App message' },
  { action: 'type start', label: 'Type' },
  { action: 'type stop', label: 'Stop typing' },
  { action: 'invite', label: 'Invite' },
  { action: 'transfer', label: 'Transfer' },
  { action: 'callback', label: 'Callback' },
  { action: 'leave', label: 'Leave', danger: true },
  { action: 'end', label: 'End', danger: true },
];

function act({ action, label, danger }: Act): HTMLElement {
  return h(
    'button',
    { name: 'action', value: action, class: danger ? 'danger' : undefined, 'data-key': action },
    label,
  );
}

/** What the agents can do in one chat. */
function form(chat: BoardChat, names: readonly string[]): HTMLElement {
  const waits = chat.state === 'queued';
  const inside = chat.agents.map(({ name }) => name);
  const as = waits ? names : inside;
  return h(
    'form',
    { class: 'acts-form', 'data-act': 'chat', 'data-key': 'acts', 'aria-label': 'Agent' },
    h('input', { type: 'hidden', name: 'chat', value: chat.id }),
    h('div', { 'data-key': 'as' }, choice(`as-${chat.id}`, 'As', as, 'none', 'as')),
    !waits && h('div', { 'data-key': 'text' }, field(`text-${chat.id}`, 'Text', { name: 'text' })),
    !waits &&
      h(
        'div',
        { 'data-key': 'to' },
        choice(
          `to-${chat.id}`,
          'To agent',
          names.filter((name) => !inside.includes(name)),
          'none',
          'to',
        ),
      ),
    h(
      'div',
      { class: 'acts', 'data-key': 'buttons' },
      waits ? act({ action: 'accept', label: 'Accept' }) : connectedActs.map(act),
    ),
  );
}

function card(chat: BoardChat, names: readonly string[]): HTMLElement {
  const { details, clientId, queuePosition, agents, state } = chat;
  const title = details['eCustName'] || 'Customer';
  const notes = [
    details['pTopic'] ?? '',
    clientId === undefined ? '' : `client id ${clientId}`,
    queuePosition === undefined ? '' : `position ${queuePosition}`,
    agents.length === 0 ? '' : `with ${agents.map(({ name }) => name).join(', ')}`,
  ];
  const isLive = state === 'queued' || state === 'connected';
  return h(
    'li',
    { class: `call chat ${looks[state] ?? 'held'}`, 'data-key': chat.id, 'aria-label': title },
    h('div', { class: 'avatar', 'aria-hidden': 'true' }, initials(title)),
    h(
      'div',
      { class: 'who' },
      h('strong', {}, title),
      h('span', { class: 'soft' }, notes.filter((note) => note !== '').join(' · ')),
    ),
    h('div', { class: 'pill' }, h('span', {}, state)),
    h(
      'ol',
      { class: 'log', 'aria-label': `Messages of ${title}`, tabindex: '0', 'data-key': 'log' },
      chat.trans.slice(-SHOWN_LINES).map(line),
    ),
    isLive && form(chat, names),
    h('code', { class: 'id', 'data-key': 'id' }, chat.id),
  );
}

/** The session's chats, with what the agents that are logged in can do in them. */
export function chatPanel(state: BoardState): HTMLElement {
  const chats = state.snapshot?.chats ?? [];
  const names = state.snapshot?.status.agents ?? [];
  return h(
    'section',
    { class: 'panel calls-panel', 'aria-labelledby': 'chats-title', 'data-key': 'calls' },
    h('h2', { id: 'chats-title' }, 'Chats'),
    chats.length === 0 &&
      h('p', { class: 'empty', 'data-key': 'none' }, `No chats in session “${state.session}”.`),
    h(
      'ul',
      { class: 'cards', 'aria-label': 'Chats', 'data-key': 'cards' },
      chats.map((chat) => card(chat, names)),
    ),
  );
}
