import { h } from '../../page/element.js';
import type { BoardState } from '../board-state.js';
import { field } from '../field.js';
import { consoleHref } from '../host-href.js';

function agent(state: BoardState, name: string): HTMLElement {
  return h(
    'li',
    { class: 'acts', 'data-key': name },
    h('strong', {}, name),
    h(
      'a',
      { href: consoleHref(state, name), target: '_blank', 'aria-label': `Console of ${name}` },
      'Console',
    ),
    h(
      'button',
      { type: 'button', 'data-act': 'log-out', 'data-name': name, 'aria-label': `Log ${name} out` },
      'Log out',
    ),
  );
}

/** Who the simulator has logged in to take chats. */
export function agentPanel(state: BoardState): HTMLElement {
  const names = state.snapshot?.status.agents ?? [];
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'agents-title', 'data-key': 'agents' },
    h('h2', { id: 'agents-title' }, 'Agents'),
    h(
      'form',
      { 'data-act': 'log-in', 'aria-label': 'Log an agent in' },
      field('agent', 'Name', { value: 'Ann', required: true }),
      h('button', { class: 'primary' }, 'Log in'),
    ),
    names.length === 0 &&
      h('p', { class: 'soft', 'data-key': 'none' }, 'Nobody is logged in: a chat that starts gets no agent.'),
    h(
      'ul',
      { class: 'column', 'aria-label': 'Agents', 'data-key': 'list' },
      names.map((name) => agent(state, name)),
    ),
    h(
      'p',
      { class: 'soft', 'data-key': 'console' },
      h('a', { href: consoleHref(state), target: '_blank' }, 'Open the agent console'),
    ),
    h(
      'div',
      { class: 'acts', 'data-key': 'session' },
      h('button', { type: 'button', class: 'danger', 'data-act': 'reset' }, 'Reset session'),
    ),
  );
}
