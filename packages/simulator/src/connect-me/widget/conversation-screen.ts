import { button } from '../../page/button.js';
import { h } from '../../page/element.js';
import { moment } from '../../page/format.js';
import type { ConversationView } from '../widget-view.js';
import type { Face } from './face-state.js';

/** The conversations that were opened, and one more. */
export function conversationsScreen({ view }: Face): HTMLElement {
  return h(
    'section',
    { 'data-key': 'conversations', 'aria-labelledby': 'conversations-title' },
    h('h2', { id: 'conversations-title' }, 'Conversations'),
    view.conversations.length === 0
      ? h('p', { class: 'empty', 'data-key': 'none' }, 'None yet. The host opens one by its uri, or you do.')
      : h(
          'ul',
          { class: 'lines', 'aria-label': 'Conversations', 'data-key': 'list' },
          view.conversations.map((uri) =>
            h(
              'li',
              { 'data-key': uri },
              button({
                label: uri,
                act: 'open-conversation',
                data: { id: uri },
                icon: 'messages',
                kind: 'line',
              }),
            ),
          ),
        ),
    h(
      'form',
      { 'data-act': 'open-conversation', 'data-key': 'open', 'aria-label': 'Open a conversation' },
      h('label', { for: 'uri' }, 'Conversation'),
      h(
        'div',
        { class: 'row' },
        h('input', { id: 'uri', name: 'uri', autocomplete: 'off', placeholder: 'ID00000099@127.0.0.1' }),
        h('button', {}, 'Open'),
      ),
    ),
  );
}

/** One conversation. Its messages stay in the widget; the host gets one only when somebody shares it. */
export function conversationScreen({ view }: Face, conversation: ConversationView): HTMLElement {
  const { uri, messages } = conversation;
  return h(
    'section',
    { class: 'conversation', 'data-key': `conversation ${uri}`, 'aria-labelledby': 'uri-title' },
    h(
      'div',
      { class: 'row' },
      button({
        label: 'All conversations',
        act: 'go',
        data: { id: 'conversations' },
        icon: 'arrow-left',
        text: false,
      }),
      h('h2', { id: 'uri-title' }, uri),
    ),
    h(
      'ol',
      { class: 'messages', role: 'log', 'aria-label': 'Messages', tabindex: '0' },
      messages.map(({ id, own, text, at }) =>
        h(
          'li',
          { class: own ? 'own' : undefined, 'data-key': id },
          h('p', {}, text),
          h('time', { class: 'soft' }, moment(at, view.now)),
          view.capabilities.share &&
            button({
              label: 'Share',
              act: 'share',
              data: { id: uri, key: id },
              icon: 'share',
              name: `Share: ${text}`,
            }),
        ),
      ),
    ),
    h(
      'form',
      { 'data-act': 'say', 'data-id': uri, 'data-key': 'say', 'aria-label': 'Send a message' },
      h('label', { for: 'message', class: 'sr' }, 'Message'),
      h(
        'div',
        { class: 'row' },
        h('input', { id: 'message', name: 'text', autocomplete: 'off', placeholder: 'Message' }),
        h('button', { class: 'primary' }, 'Send'),
      ),
    ),
  );
}
