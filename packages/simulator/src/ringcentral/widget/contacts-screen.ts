import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { Face } from './face-state.js';
import { moment } from '../../page/format.js';

/** Contacts that the host provided. */
export function contactsScreen(face: Face): HTMLElement {
  const { service } = face.view;
  const none = !service
    ? 'No service is registered by the host page.'
    : !service.hasContacts
      ? 'The host provides no contacts, or is not authorized.'
      : service.contactCount === 0
        ? 'No contacts yet.'
        : undefined;
  return h(
    'section',
    { 'data-key': 'contacts' },
    h(
      'div',
      { class: 'row spread' },
      h('h2', {}, 'Contacts'),
      service?.hasContacts === true &&
        button({ label: 'Refresh', act: 'refresh-contacts', icon: 'refresh', text: false, kind: 'small' }),
    ),
    none !== undefined && h('p', { class: 'empty' }, none),
    h(
      'ul',
      { class: 'lines', 'aria-label': 'Contacts' },
      (service?.contacts ?? []).map((contact) =>
        h(
          'li',
          { 'data-key': contact.id, 'aria-label': contact.name },
          service?.contactIcon !== undefined &&
            h('img', { src: service.contactIcon, alt: '', width: 18, height: 18 }),
          h(
            'div',
            { class: 'who' },
            button({ label: contact.name, act: 'open-contact', data: { id: contact.id }, kind: 'link' }),
            h('span', { class: 'soft' }, contact.numbers.join(', ')),
          ),
        ),
      ),
    ),
    service !== undefined &&
      service.contactCount > service.contacts.length &&
      h(
        'p',
        { class: 'soft' },
        `${service.contactCount - service.contacts.length} more, found by search in the dialer.`,
      ),
  );
}

export function contactScreen(face: Face, id: string): HTMLElement {
  const { service, now } = face.view;
  const contact = service?.contacts.find((one) => one.id === id);
  const activities = service?.activities;
  return h(
    'section',
    { 'data-key': `contact ${id}` },
    h(
      'div',
      { class: 'row' },
      button({ label: 'Back', act: 'go', data: { id: '/contacts' }, icon: 'arrow-left', text: false }),
      h('h2', {}, contact?.name ?? 'Contact'),
    ),
    h(
      'ul',
      { class: 'lines', 'aria-label': 'Numbers' },
      (contact?.numbers ?? []).map((number) =>
        h(
          'li',
          { 'data-key': number },
          h('span', { class: 'who' }, number),
          button({
            label: 'Call',
            name: `Call ${number}`,
            act: 'call-back',
            data: { id: number },
            kind: 'small',
          }),
        ),
      ),
    ),
    h(
      'ul',
      { class: 'lines', 'aria-label': 'Addresses' },
      (contact?.emails ?? []).map((email) => h('li', { 'data-key': email }, email)),
    ),
    (service?.buttons ?? [])
      .filter((one) => one.type === 'contactAction')
      .map((one) =>
        button({ label: one.label, act: 'button', data: { id: one.id, key: id }, kind: 'small' }),
      ),
    service?.hasActivities === true && h('h3', {}, `Activities: ${service.activityName}`),
    service?.hasActivities === true &&
      activities === undefined &&
      h('p', { class: 'soft', role: 'status' }, 'Loading'),
    h(
      'ul',
      { class: 'lines', 'aria-label': 'Activities' },
      (activities ?? []).map((activity) =>
        h(
          'li',
          { 'data-key': activity.id },
          button({ label: activity.subject, act: 'open-activity', data: { id: activity.id }, kind: 'link' }),
          h('time', { class: 'soft' }, moment(activity.time, now)),
        ),
      ),
    ),
  );
}
