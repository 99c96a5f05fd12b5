import { h } from '../page/element.js';
import type { BoardFrame, BoardState } from './board-state.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What a frame is called, in whatever way its vendor names frames. */
function nameOf(data: unknown): string {
  if (typeof data === 'string') return data.slice(0, 80);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return `not a frame: ${JSON.stringify(data)}`.slice(0, 80);
  const fields: Readonly<Record<string, unknown>> = { ...data };
  const { type, path, event, action } = fields;
  // A `type` beside an event says what the event is about.
  const name = text(event) ?? text(action) ?? text(type);
  if (name === undefined) return Object.keys(fields).join(', ').slice(0, 80) || 'not a frame';
  return name === type && typeof path === 'string' ? `${name} ${path}` : name;
}

function time(at: number): string {
  const date = new Date(at);
  return `${date.toTimeString().slice(0, 8)}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

function line(frame: BoardFrame): HTMLElement {
  const out = frame.direction === 'out';
  return h(
    'li',
    { class: frame.direction, 'data-key': frame.seq },
    h(
      'details',
      { 'data-open': frame.seq },
      h(
        'summary',
        {},
        h('time', {}, time(frame.at)),
        h('span', { class: 'way' }, out ? '→ host' : '← host'),
        h('span', { class: 'name' }, nameOf(frame.data)),
      ),
      h('pre', { tabindex: '0' }, JSON.stringify(frame.data, null, 1)),
    ),
  );
}

/** The newest frames on top, as the widget saw them. */
export function framePanel(state: BoardState): HTMLElement {
  const all = state.paused ? state.frozen : (state.snapshot?.frames ?? []);
  const wanted = state.filter.toLowerCase();
  const frames = all
    .filter((frame) => wanted === '' || nameOf(frame.data).toLowerCase().includes(wanted))
    .slice()
    .reverse();
  return h(
    'section',
    { class: 'panel frames', 'aria-labelledby': 'frames-title', 'data-key': 'frames' },
    h(
      'div',
      { class: 'panel-head' },
      h('h2', { id: 'frames-title' }, 'Frames'),
      h('label', { for: 'filter', class: 'sr' }, 'Filter frames'),
      h('input', { id: 'filter', type: 'search', placeholder: 'Filter', 'data-typing': 'filter' }),
      h('button', { type: 'button', 'data-act': 'pause', 'aria-pressed': String(state.paused) }, 'Pause'),
    ),
    frames.length === 0
      ? h(
          'p',
          { class: 'empty', 'data-key': 'none' },
          'No frames yet. They show here as soon as a widget is open.',
        )
      : h('ol', { class: 'log', 'aria-label': 'Frames', 'data-key': 'log', tabindex: '0' }, frames.map(line)),
  );
}
