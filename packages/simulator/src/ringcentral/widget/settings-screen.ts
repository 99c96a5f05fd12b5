import type { ServiceView } from '../widget-view.js';
import { button } from './button.js';
import { h } from '../../page/element.js';
import type { Face } from './face-state.js';

function toggle(options: {
  readonly label: string;
  readonly act: string;
  readonly id: string;
  readonly on: boolean;
  readonly readOnly?: boolean;
}): HTMLElement {
  const { label, act, id, on, readOnly } = options;
  return h(
    'label',
    { class: 'toggle', 'data-key': `${act} ${id}` },
    h('span', {}, label),
    h('input', {
      type: 'checkbox',
      role: 'switch',
      'data-act': act,
      'data-id': id,
      checked: on,
      disabled: readOnly,
    }),
  );
}

function select(options: {
  readonly label: string;
  readonly act: string;
  readonly value: string;
  readonly choices: Readonly<Record<string, string>>;
}): HTMLElement {
  const { label, act, value, choices } = options;
  return h(
    'label',
    { class: 'field', 'data-key': act },
    h('span', {}, label),
    h(
      'select',
      { 'data-act': act, 'data-value': value },
      Object.entries(choices).map(([key, text]) =>
        h('option', { value: key, selected: key === value }, text),
      ),
    ),
  );
}

function authorization(service: ServiceView): HTMLElement | undefined {
  const { authorization: auth } = service;
  if (!auth) return undefined;
  return h(
    'div',
    { class: 'row spread', 'data-key': 'authorization' },
    h(
      'div',
      { class: 'who' },
      auth.logo !== undefined &&
        /^(https?:|data:image\/)/.test(auth.logo) &&
        h('img', { src: auth.logo, alt: '', height: 20 }),
      h('strong', {}, service.name),
      h('span', { class: 'soft' }, auth.authorized ? (auth.account ?? 'Authorized') : 'Not authorized'),
    ),
    button({ label: auth.title, act: 'authorize' }),
  );
}

/** Presence, logging, and what the host page registered. */
export function settingsScreen(face: Face): HTMLElement {
  const { view } = face;
  const { service } = view;
  return h(
    'section',
    { 'data-key': 'settings' },
    h('h2', {}, 'Settings'),
    select({
      label: 'Presence',
      act: 'presence',
      value: view.dndStatus === 'DoNotAcceptAnyCalls' ? 'DoNotDisturb' : view.userStatus,
      choices: { Available: 'Available', Busy: 'Busy', DoNotDisturb: 'Do not disturb', Offline: 'Invisible' },
    }),
    service?.callLoggerTitle !== undefined &&
      toggle({ label: 'Auto log calls', act: 'auto-log-calls', id: 'call', on: view.autoLog.call }),
    service?.messageLoggerTitle !== undefined &&
      toggle({
        label: 'Auto log messages',
        act: 'auto-log-messages',
        id: 'message',
        on: view.autoLog.message,
      }),
    service && h('h3', {}, service.name),
    service && authorization(service),
    (service?.settings ?? []).map((setting) =>
      setting.type === 'boolean'
        ? toggle({
            label: setting.name,
            act: 'setting',
            id: setting.id,
            on: setting.value === true,
            readOnly: setting.readOnly,
          })
        : button({ label: setting.name, act: 'setting-button', data: { id: setting.id }, kind: 'small' }),
    ),
    service?.conferenceInviteTitle !== undefined &&
      button({ label: service.conferenceInviteTitle, act: 'invite-conference', icon: 'users' }),
    service?.meetingInviteTitle !== undefined &&
      button({ label: 'Schedule meeting', act: 'go', data: { id: '/meeting' }, icon: 'meeting' }),
    !service && h('p', { class: 'soft' }, 'No service is registered by the host page.'),
    h('h3', {}, 'Account'),
    h('p', { class: 'soft' }, `${view.account.name}, ${view.account.number}`),
    button({ label: 'Sign out', act: 'sign-out' }),
    h(
      'p',
      { class: 'soft small-print' },
      `Session ${view.session}, profile ${view.profile}. ${view.activeTab ? 'This tab asks the host.' : 'Another tab asks the host.'}`,
    ),
  );
}

/** Invites people to a meeting through the host. */
export function meetingScreen(face: Face): HTMLElement {
  const title = face.view.service?.meetingInviteTitle;
  return h(
    'section',
    { 'data-key': 'meeting' },
    h(
      'div',
      { class: 'row' },
      button({ label: 'Back', act: 'go', data: { id: '/settings' }, icon: 'arrow-left', text: false }),
      h('h2', {}, 'Schedule meeting'),
    ),
    title === undefined
      ? h('p', { class: 'empty' }, 'The host has not registered meeting invitations.')
      : h(
          'form',
          { 'data-act': 'invite-meeting', class: 'sms', 'aria-label': 'Schedule meeting' },
          h('label', { for: 'topic' }, 'Topic'),
          h('input', { id: 'topic', name: 'topic', autocomplete: 'off' }),
          h('button', { class: 'primary' }, title),
        ),
  );
}
