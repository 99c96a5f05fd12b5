import type { ServiceView } from '../widget-view.js';
import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import { moment } from '../../page/format.js';
import { hostSetting } from './host-setting.js';
import { toggle } from '../../page/toggle.js';
import type { Face } from './face-state.js';

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
      auth.logo !== undefined && h('img', { src: auth.logo, alt: '', height: 20 }),
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
      toggle({ ...service.autoLog.call, act: 'auto-log-calls', id: 'call', on: view.autoLog.call }),
    service?.messageLoggerTitle !== undefined &&
      toggle({
        ...service.autoLog.message,
        act: 'auto-log-messages',
        id: 'message',
        on: view.autoLog.message,
      }),
    service && h('h3', {}, service.name),
    service && authorization(service),
    (service?.settings ?? []).map(hostSetting),
    service?.conferenceInviteTitle !== undefined &&
      button({ label: service.conferenceInviteTitle, act: 'invite-conference', icon: 'users' }),
    service?.meetingInviteTitle !== undefined &&
      button({ label: 'Schedule meeting', act: 'go', data: { id: '/meeting' }, icon: 'meeting' }),
    service?.feedback === true && button({ label: 'Feedback', act: 'feedback' }),
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
    h(
      'ul',
      { class: 'lines', 'aria-label': 'Upcoming meetings' },
      (face.view.service?.meetings ?? []).map((meeting) =>
        h(
          'li',
          { 'data-key': meeting.id },
          h('span', { class: 'who' }, meeting.title),
          h('time', { class: 'soft' }, moment(meeting.startTime, face.view.now)),
        ),
      ),
    ),
  );
}
