import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import { moment } from '../../page/format.js';
import { icon } from '../../page/icon.js';
import type { Face } from './face-state.js';

/** The calls that are over. */
export function recentScreen({ view }: Face): HTMLElement {
  return h(
    'section',
    { 'data-key': 'recent', 'aria-labelledby': 'recent-title' },
    h('h2', { id: 'recent-title' }, 'Recent calls'),
    view.recent.length === 0
      ? h('p', { class: 'empty' }, 'No call has ended yet.')
      : h(
          'ul',
          { class: 'lines', 'aria-label': 'Recent calls' },
          view.recent.map((call) => {
            const title = call.name ?? call.number;
            const missed = !call.answered && call.direction === 'inbound';
            const words = missed ? 'Missed' : call.answered ? 'Answered' : 'Not answered';
            return h(
              'li',
              { 'data-key': call.key, class: missed ? 'missed' : undefined },
              icon(call.direction === 'inbound' ? 'incoming' : 'outgoing'),
              h(
                'div',
                { class: 'who' },
                h('strong', {}, title),
                h('span', { class: 'soft' }, `${words}, ${call.number}`),
              ),
              h('time', { class: 'soft' }, moment(call.at, view.now)),
              button({
                label: 'Call back',
                act: 'call-back',
                data: { id: call.number, key: call.key },
                icon: 'phone',
                text: false,
                name: `Call back ${title}`,
              }),
            );
          }),
        ),
  );
}
