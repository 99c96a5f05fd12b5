import type { ChatControls, Offhook } from '@offhook/core';
import { serverStatus } from '@offhook/core';
import { chatStage, chatStateText, english } from '@offhook/demo-kit';
import { element } from '../element.js';
import { chatNews } from './chatNews.js';
import { composeForm } from './composeForm.js';
import { icon } from './icon.js';
import { messageLog } from './messageLog.js';
import { startForm } from './startForm.js';

export interface ChatWindowOptions {
  readonly client: Offhook;
  readonly controls: ChatControls;
  /** Resolves when it is known whether a chat goes on already. */
  readonly looked: Promise<unknown>;
  readonly shown: (open: boolean) => void;
}

const texts = english.chat;

/** The window that floats over the account page. Closing it hides it; the chat goes on. */
export function chatWindow({ client, controls, looked, shown }: ChatWindowOptions): {
  readonly element: HTMLElement;
  open(): void;
} {
  const state = element('span', { class: 'chat-state', role: 'status', 'aria-label': texts.state });
  const server = element('span', { class: 'chat-server', role: 'status', 'aria-label': texts.server });
  const close = element(
    'button',
    {
      type: 'button',
      class: 'icon-button icon-button-plain icon-button-end',
      'aria-label': texts.minimise,
    },
    icon('minimise'),
  );
  const start = startForm(controls, looked);
  const compose = composeForm(controls);
  const region = element(
    'section',
    { class: 'chat bank-chat', 'data-view': 'open', 'aria-labelledby': 'chat-title' },
    element(
      'div',
      { class: 'chat-head' },
      element('h2', { class: 'chat-title', id: 'chat-title' }, 'Chat with Harbour Bank'),
      close,
      element('div', { class: 'chat-states' }, state, server),
    ),
    element('div', { class: 'chat-body' }, chatNews(client, controls), messageLog(controls), start, compose),
  );

  function show(open: boolean): void {
    region.hidden = !open;
    shown(open);
  }
  const focus = (): void =>
    [...region.querySelectorAll<HTMLElement>('[data-chat-focus]')]
      .find((each) => each.closest('[hidden]') === null)
      ?.focus();
  close.addEventListener('click', () => show(false));
  region.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') show(false);
  });

  controls.state.subscribe(({ chat }) => {
    const stage = chatStage(chat);
    const hadFocus = region.contains(document.activeElement);
    state.textContent = chatStateText(chat, english);
    state.dataset['state'] = chat?.state ?? 'idle';
    start.hidden = stage === 'talk';
    compose.hidden = stage !== 'talk';
    // What had the focus has gone: what takes its place has it next.
    if (hadFocus && !region.contains(document.activeElement)) focus();
    else if (hadFocus && document.activeElement?.closest('[hidden]')) focus();
  });
  serverStatus(client).subscribe(({ status }) => {
    server.textContent = texts.serverStatus[status];
    server.dataset['status'] = status;
  });

  return {
    element: region,
    open() {
      show(true);
      focus();
    },
  };
}
