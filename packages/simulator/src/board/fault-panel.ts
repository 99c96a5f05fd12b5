import { h } from '../page/element.js';
import type { BoardState } from './board-state.js';

function share(name: string, label: string): HTMLElement {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: name }, label),
    h('input', { id: name, name, type: 'number', min: '0', max: '100', step: '1', value: '0' }),
  );
}

function amount(name: string, label: string): HTMLElement {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: name }, label),
    h('input', { id: name, name, type: 'number', min: '0', step: '1', value: '0' }),
  );
}

function flag(name: string, label: string): HTMLElement {
  return h('label', { class: 'check' }, h('input', { type: 'checkbox', name }), h('span', {}, label));
}

function inWords(faults: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(faults).flatMap(([name, value]) => {
    if (value === false || value === 0) return [];
    if (value === true) return [name];
    return [
      name === 'delayMs' ? `delay ${String(value)} ms` : `${name} ${Math.round(Number(value) * 100)} %`,
    ];
  });
  return parts.length === 0 ? 'No faults' : `On: ${parts.join(', ')}`;
}

/** What may go wrong on the way from the widget to its host. */
export function faultPanel(state: BoardState): HTMLElement {
  const faults = state.snapshot?.status.faults ?? {};
  const text = inWords(faults);
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'faults-title', 'data-key': 'faults' },
    h('h2', { id: 'faults-title' }, 'Faults'),
    h('p', { class: text === 'No faults' ? 'soft' : 'alarm', role: 'status' }, text),
    h(
      'form',
      { 'data-act': 'faults', 'aria-label': 'Faults' },
      h(
        'div',
        { class: 'grid2' },
        share('drop', 'Drop %'),
        share('duplicate', 'Duplicate %'),
        share('malformed', 'Malformed %'),
        amount('delayMs', 'Delay ms'),
      ),
      h(
        'div',
        { class: 'checks' },
        flag('reorder', 'Reorder'),
        flag('offline', 'Offline'),
        flag('silent', 'Silent'),
      ),
      amount('until', 'For so many ms (0: until cleared)'),
      h(
        'div',
        { class: 'acts' },
        h('button', {}, 'Apply faults'),
        h('button', { type: 'button', 'data-act': 'clear-faults' }, 'Clear faults'),
      ),
    ),
  );
}
