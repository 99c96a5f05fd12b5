import { h } from '../../page/element.js';
import type { FaceState } from './face-state.js';

const time = (at: number): string => new Date(at).toLocaleTimeString('en', { hour12: false });

/** What happened, the newest on top. */
export function eventList({ view }: FaceState): HTMLElement {
  const events = [...(view?.events ?? [])].reverse();
  return h(
    'section',
    { id: 'events', 'aria-labelledby': 'events-title' },
    h('h2', { id: 'events-title' }, 'Events'),
    h(
      'div',
      { class: 'log', role: 'log', 'aria-label': 'Events', tabindex: '0' },
      events.length === 0 && h('p', { class: 'empty', 'data-key': 'none' }, 'Nothing has happened yet.'),
      events.map(({ seq, at, kind, text }) =>
        h(
          'p',
          { class: kind, 'data-key': seq },
          h('time', {}, time(at)),
          ' ',
          h('span', {}, kind === 'error' ? `Error: ${text}` : text),
        ),
      ),
    ),
  );
}
