import type { ConversationView } from '../widget-view.js';
import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import type { Face } from './face-state.js';
import { moment } from '../../page/format.js';

const kinds: Readonly<Record<ConversationView['type'], string>> = {
  SMS: 'SMS',
  VoiceMail: 'Voicemail',
  Fax: 'Fax',
  Pager: 'Team message',
};

function line(face: Face, conversation: ConversationView): HTMLElement {
  const last = conversation.messages.at(-1);
  const title = face.view.service?.messageLoggerTitle;
  const data = { id: conversation.id };
  return h(
    'li',
    { 'data-key': conversation.id, 'aria-label': conversation.title },
    h(
      'div',
      { class: 'who' },
      button({
        label: conversation.title,
        name: `${conversation.title}, open ${kinds[conversation.type]}`,
        act: 'read-conversation',
        data,
        kind: 'link',
      }),
      h('span', { class: 'soft' }, [kinds[conversation.type], last?.text].filter(Boolean).join(': ')),
      conversation.unread > 0 && h('span', { class: 'badge' }, `${conversation.unread} unread`),
      conversation.logged && h('span', { class: 'soft' }, 'Logged'),
    ),
    h('time', { class: 'soft' }, last ? moment(last.at, face.view.now) : ''),
    title !== undefined &&
      h(
        'div',
        { class: 'line-buttons' },
        button({
          label: title,
          name: `${title}: ${conversation.title}`,
          act: 'log-conversation',
          data,
          kind: 'small',
        }),
      ),
  );
}

/** Text messages, voicemails and faxes, newest conversation first. */
export function messagesScreen(face: Face): HTMLElement {
  const { conversations } = face.view;
  return h(
    'section',
    { 'data-key': 'messages' },
    h(
      'div',
      { class: 'row spread' },
      h('h2', {}, 'Messages'),
      button({ label: 'New message', act: 'go', data: { id: '/composeText' }, kind: 'small' }),
    ),
    conversations.length === 0 && h('p', { class: 'empty' }, 'No messages yet.'),
    h(
      'ul',
      { class: 'lines', 'aria-label': 'Messages' },
      conversations.map((one) => line(face, one)),
    ),
  );
}

function smsForm(face: Face, to: string, fixed: boolean): HTMLElement {
  const { draft, smsTemplates, service } = face.view;
  return h(
    'form',
    { class: 'sms', 'data-act': 'send-sms', 'data-key': 'sms', 'aria-label': 'New message' },
    !fixed && h('label', { for: 'sms-to' }, 'To'),
    h('input', {
      id: 'sms-to',
      name: 'to',
      type: fixed ? 'hidden' : 'tel',
      autocomplete: 'off',
      'data-set': to,
      value: to,
      required: true,
    }),
    h('label', { for: 'sms-text' }, 'Text'),
    h(
      'textarea',
      { id: 'sms-text', name: 'text', rows: 3, 'data-set': draft.text, required: true },
      draft.text,
    ),
    smsTemplates.map((template) =>
      button({
        label: template.displayName,
        act: 'use-template',
        data: { id: template.text },
        kind: 'small',
      }),
    ),
    (service?.buttons ?? [])
      .filter((one) => one.type === 'smsToolbar')
      .map((one) => button({ label: one.label, act: 'button', data: { id: one.id }, kind: 'small' })),
    h('button', { class: 'primary' }, 'Send'),
  );
}

export function composeScreen(face: Face): HTMLElement {
  return h(
    'section',
    { 'data-key': 'compose' },
    h(
      'div',
      { class: 'row' },
      button({ label: 'Back', act: 'go', data: { id: '/messages' }, icon: 'arrow-left', text: false }),
      h('h2', {}, 'New message'),
    ),
    smsForm(face, face.view.draft.to, false),
  );
}

export function conversationScreen(face: Face, conversation: ConversationView): HTMLElement {
  return h(
    'section',
    { 'data-key': conversation.id },
    h(
      'div',
      { class: 'row' },
      button({ label: 'Back', act: 'go', data: { id: '/messages' }, icon: 'arrow-left', text: false }),
      h('h2', {}, conversation.title),
    ),
    h(
      'ol',
      { class: 'bubbles', 'aria-label': 'Conversation', tabindex: '0' },
      conversation.messages.map((message) =>
        h(
          'li',
          { class: message.inbound ? 'theirs' : 'ours', 'data-key': message.id },
          h('span', { class: 'sr' }, message.inbound ? `${conversation.title}: ` : 'You: '),
          message.text || kinds[conversation.type],
          h('time', {}, moment(message.at, face.view.now)),
        ),
      ),
    ),
    conversation.type === 'SMS' && smsForm(face, conversation.number, true),
  );
}
