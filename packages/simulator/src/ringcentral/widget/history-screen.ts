import type { HistoryView } from '../widget-view.js';
import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { Face } from './face-state.js';
import { duration, moment } from '../../page/format.js';
import { icon } from '../../page/icon.js';

function line(face: Face, call: HistoryView): HTMLElement {
  const { service, now } = face.view;
  const title = service?.callLoggerTitle;
  const data = { id: call.sessionId };
  const detail = [
    call.result,
    call.duration > 0 ? duration(call.duration) : '',
    call.recorded ? 'recorded' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  return h(
    'li',
    { 'data-key': call.sessionId, 'aria-label': call.title },
    icon(call.direction === 'Inbound' ? 'incoming' : 'outgoing'),
    h(
      'div',
      { class: 'who' },
      h('strong', {}, call.title),
      h('span', { class: 'soft' }, `${call.direction}: ${detail}`),
      call.logged && h('span', { class: 'soft' }, 'Logged'),
    ),
    h('time', { class: 'soft' }, moment(call.at, now)),
    h(
      'div',
      { class: 'line-buttons' },
      button({
        label: 'Call',
        name: `Call ${call.title}`,
        act: 'call-back',
        data: { id: call.number },
        kind: 'small',
      }),
      title !== undefined &&
        button({ label: title, name: `${title}: ${call.title}`, act: 'log-call', data, kind: 'small' }),
      service?.viewsMatches === true &&
        call.matched &&
        button({
          label: 'View contact',
          name: `View contact ${call.title}`,
          act: 'view-match',
          data: { id: call.number },
          kind: 'small',
        }),
      (service?.buttons ?? [])
        .filter((one) => one.type === 'callAction')
        .map((one) =>
          button({
            label: one.label,
            act: 'button',
            data: { id: one.id, key: call.sessionId },
            kind: 'small',
          }),
        ),
    ),
    face.noting === call.sessionId && noteForm(call),
  );
}

function noteForm(call: HistoryView): HTMLElement {
  return h(
    'form',
    {
      class: 'drawer wide',
      'data-act': 'save-note',
      'data-id': call.sessionId,
      'data-key': 'note',
      'aria-label': 'Log call',
    },
    h('label', { for: 'note' }, 'Note'),
    h('textarea', { id: 'note', name: 'note', rows: 2 }),
    h(
      'div',
      { class: 'row' },
      h('button', { class: 'primary' }, 'Save'),
      button({ label: 'Cancel', act: 'close-note' }),
    ),
  );
}

/** Calls of the past. */
export function historyScreen(face: Face): HTMLElement {
  const { history } = face.view;
  return h(
    'section',
    { 'data-key': 'history' },
    h('h2', {}, 'History'),
    history.length === 0 && h('p', { class: 'empty' }, 'No calls yet.'),
    h(
      'ul',
      { class: 'lines', 'aria-label': 'History' },
      history.map((call) => line(face, call)),
    ),
  );
}
