import type { ChatControls } from '@offhook/core';
import { chatStage, english } from '@offhook/demo-kit';
import { element } from '../element.js';

const topics = ['Accounts and cards', 'Payments', 'Loans', 'Something else'] as const;

/**
 * Begins the chat. It asks for the topic alone: who the customer is, is the bank's to say.
 *
 * @param looked resolves when it is known whether a chat goes on already
 */
export function startForm(controls: ChatControls, looked: Promise<unknown>): HTMLFormElement {
  const topic = element(
    'select',
    { class: 'select', 'data-chat-focus': '' },
    ...topics.map((text) => element('option', {}, text)),
  );
  const lead = element('p', { class: 'soft' });
  const begin = element('button', { type: 'submit', class: 'button button-primary' }, 'Start chat');
  const form = element(
    'form',
    { class: 'chat-start', 'aria-label': english.chat.startForm },
    lead,
    element('label', { class: 'field' }, element('span', {}, 'What is it about?'), topic),
    begin,
  );
  async function start(): Promise<void> {
    if (begin.ariaBusy === 'true') return;
    begin.ariaBusy = 'true';
    await looked;
    if (chatStage(controls.state.value.chat) === 'start')
      await controls.start({ customer: { topic: topic.value } });
    begin.ariaBusy = 'false';
  }
  controls.state.subscribe(({ chat }) => {
    lead.textContent =
      chat?.state === 'ended' ? english.chat.startAgain : 'Somebody of the bank answers in a moment.';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void start();
  });
  return form;
}
