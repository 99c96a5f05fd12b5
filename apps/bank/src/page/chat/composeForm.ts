import type { ChatControls } from '@offhook/core';
import { english, isSendKey, typingText } from '@offhook/demo-kit';
import { element } from '../element.js';
import { icon } from './icon.js';

const texts = english.chat;

/** The message box, who writes on the other side, and the end of the chat. */
export function composeForm(controls: ChatControls): HTMLElement {
  const typing = element('p', { class: 'chat-typing', role: 'status', 'aria-label': texts.typing });
  const box = element('textarea', { class: 'input', 'data-chat-focus': '' });
  const send = element(
    'button',
    { type: 'submit', class: 'button button-primary' },
    icon('send'),
    texts.send,
  );
  const end = element('button', { type: 'button', class: 'button' }, texts.tool.end);
  const form = element(
    'form',
    { class: 'chat-compose' },
    element('label', { class: 'field' }, element('span', {}, texts.message), box),
    send,
  );

  function submit(): void {
    const text = box.value;
    if (text.trim() === '' || !controls.state.value.can.send.allowed) return;
    box.value = '';
    void controls.send(text);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  box.addEventListener('keydown', (event) => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    submit();
  });
  box.addEventListener('input', () => void controls.setTyping(box.value !== ''));
  end.addEventListener('click', () => void controls.end());
  controls.state.subscribe(({ chat, can }) => {
    typing.textContent = typingText(chat, english);
    send.disabled = !can.send.allowed;
    end.disabled = !can.end.allowed;
  });
  return element('div', { class: 'bank-compose' }, typing, form, end);
}
