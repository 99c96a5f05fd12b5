import { h } from '../page/element.js';

const numbers: readonly (readonly [string, string])[] = [
  ['+12165325078', 'Ada Lovelace in the demo CRM'],
  ['+34666555444', 'two contacts in the demo CRM'],
  ['+34666777888', 'Jennifer Doe in the demo CRM'],
  ['+12165329999', 'nobody'],
];

function field(
  id: string,
  label: string,
  attributes: Readonly<Record<string, string | boolean>> = {},
): HTMLElement {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h('input', { id, name: id, autocomplete: 'off', ...attributes }),
  );
}

/** On how many phones an inbound call rings at Connect Me. */
function phones(): HTMLElement {
  return h(
    'div',
    { class: 'field', 'data-key': 'legs' },
    h('label', { for: 'legs' }, 'Rings on'),
    h(
      'select',
      { id: 'legs', name: 'legs' },
      h('option', { value: '1' }, 'Softphone'),
      h('option', { value: '2' }, 'Softphone and desk phone'),
    ),
  );
}

/** Rings the agent, or dials for them. */
export function placePanel(vendor: string | undefined): HTMLElement {
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'place-title', 'data-key': 'place' },
    h('h2', { id: 'place-title' }, 'Place a call'),
    h(
      'form',
      { 'data-act': 'place', 'aria-label': 'Place a call' },
      h(
        'fieldset',
        { class: 'choice' },
        h('legend', { class: 'sr' }, 'Direction'),
        ...['inbound', 'outbound'].map((value) =>
          h(
            'label',
            {},
            h('input', { type: 'radio', name: 'direction', value, checked: value === 'inbound' }),
            h('span', {}, value === 'inbound' ? 'Inbound' : 'Outbound'),
          ),
        ),
      ),
      field('number', 'Number', { type: 'tel', list: 'numbers', value: '+12165325078', required: true }),
      h(
        'datalist',
        { id: 'numbers' },
        numbers.map(([number, who]) => h('option', { value: number }, who)),
      ),
      field('name', 'Name from the network', { placeholder: 'none' }),
      vendor === 'connect-me' ? phones() : field('queue', 'Queue', { placeholder: 'none' }),
      h('button', { class: 'primary' }, 'Place call'),
    ),
  );
}

/** A message from outside. */
export function messagePanel(): HTMLElement {
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'message-title', 'data-key': 'message' },
    h('h2', { id: 'message-title' }, 'Send a message'),
    h(
      'form',
      { 'data-act': 'message', 'aria-label': 'Send a message' },
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'type' }, 'Kind'),
        h(
          'select',
          { id: 'type', name: 'type' },
          [
            ['SMS', 'SMS'],
            ['VoiceMail', 'Voicemail'],
            ['Fax', 'Fax'],
            ['Pager', 'Team message'],
          ].map(([value, text]) => h('option', { value }, text ?? '')),
        ),
      ),
      field('message-from', 'From', { type: 'tel', list: 'numbers', value: '+12165325078', required: true }),
      field('text', 'Text', { value: 'Hello from the simulator' }),
      h('button', {}, 'Send message'),
    ),
  );
}
