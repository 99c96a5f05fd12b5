import { h } from '../page/element.js';
import type { BoardState } from './board-state.js';

function choice(id: string, label: string, values: readonly string[]): HTMLElement {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h(
      'select',
      { id, name: id },
      values.map((value) => h('option', { value }, value)),
    ),
  );
}

function field(id: string, label: string, value: string): HTMLElement {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h('input', { id, name: id, value, autocomplete: 'off' }),
  );
}

function flag(name: string, label: string): HTMLElement {
  return h('label', { class: 'check' }, h('input', { type: 'checkbox', name }), h('span', {}, label));
}

/** What XiVO's demo service answers to the next calls. */
export function answerPanel(state: BoardState): HTMLElement {
  const answer = state.snapshot?.status.config?.answer ?? null;
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'answer-title', 'data-key': 'answer' },
    h('h2', { id: 'answer-title' }, 'Answer of the demo service'),
    h(
      'p',
      { class: answer === null ? 'soft' : 'alarm', role: 'status' },
      answer === null ? 'Its own' : `Set: ${JSON.stringify(answer)}`,
    ),
    h(
      'form',
      { 'data-act': 'answer', 'aria-label': 'Answer of the demo service' },
      choice('answer-action', 'Action', ['open', 'popup', 'run', 'none']),
      choice('answer-event', 'Event', ['EventRinging', 'EventEstablished', 'EventReleased']),
      field('answer-url', 'URL', ''),
      field('answer-heading', 'Title', 'Customer'),
      field('answer-reason', 'Pause reason', 'backoffice'),
      h('div', { class: 'checks' }, flag('autopause', 'Autopause'), flag('multitab', 'Multitab')),
      h(
        'div',
        { class: 'acts' },
        h('button', {}, 'Set answer'),
        h('button', { type: 'button', 'data-act': 'clear-answer' }, 'Its own answer'),
      ),
    ),
  );
}
