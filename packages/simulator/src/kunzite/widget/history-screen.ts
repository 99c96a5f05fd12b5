import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import { moment } from '../../page/format.js';
import { icon } from '../../page/icon.js';
import { callerName } from './caller-name.js';
import type { Face } from './face-state.js';

/** Calls that are over, the newest first. */
export function historyScreen(face: Face): HTMLElement {
  const { recent, now } = face.view;
  return h(
    'section',
    { 'data-key': 'history', 'aria-labelledby': 'history-title' },
    h('h2', { id: 'history-title' }, 'History'),
    recent.length === 0 && h('p', { class: 'empty', 'data-key': 'none' }, 'No calls yet.'),
    h(
      'ul',
      { class: 'lines', 'aria-label': 'History', 'data-key': 'list' },
      recent.map((call) => {
        const inbound = call.direction === 'inbound';
        const title = callerName(face.book, call.number, call.name);
        const result = call.answered ? '' : inbound ? ', missed' : ', no answer';
        return h(
          'li',
          { 'data-key': call.id, 'aria-label': title },
          h('span', { class: call.answered ? 'way' : 'way missed' }, icon(inbound ? 'incoming' : 'outgoing')),
          h(
            'div',
            { class: 'who' },
            h('strong', {}, title),
            h(
              'span',
              { class: 'soft' },
              `${inbound ? 'Inbound' : 'Outbound'}${result} · ${moment(call.at, now)}`,
            ),
          ),
          button({
            label: 'Call back',
            name: `Call back ${title}`,
            act: 'call-number',
            data: { id: call.number, key: call.id },
            icon: 'phone',
            kind: 'small',
            text: false,
          }),
        );
      }),
    ),
  );
}
