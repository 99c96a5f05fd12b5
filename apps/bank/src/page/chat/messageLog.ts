import type { ChatControls, Message } from '@offhook/core';
import { chatRow, english, formatTime, type ChatRow } from '@offhook/demo-kit';
import { element } from '../element.js';

const texts = english.chat;

/** What was written and what happened, in order. What hasn't changed stays as it is, so that nothing is read out twice. */
export function messageLog(controls: ChatControls): HTMLElement {
  const log = element('div', { class: 'chat-log', role: 'log', 'aria-label': texts.messages });
  const shown = new Map<string, { readonly of: Message; readonly line: HTMLElement }>();

  function lineOf(message: Message): HTMLElement | undefined {
    const known = shown.get(message.id);
    if (known?.of === message) return known.line;
    const row = chatRow(message, english);
    if (row === undefined) return undefined;
    const line = rowElement(row, () => void controls.resend(message.id));
    shown.set(message.id, { of: message, line });
    return line;
  }
  controls.state.subscribe(({ messages }) => {
    const lines = messages.flatMap((message) => lineOf(message) ?? []);
    const now = new Set<Element>(lines);
    for (const line of [...log.children]) if (!now.has(line)) line.remove();
    lines.forEach((line, index) => {
      if (log.children[index] !== line) log.insertBefore(line, log.children[index] ?? null);
    });
    const ids = new Set(messages.map(({ id }) => id));
    for (const id of shown.keys()) if (!ids.has(id)) shown.delete(id);
  });
  return element('div', { class: 'chat-scroll', tabindex: '0' }, log);
}

function rowElement(row: ChatRow, resend: () => void): HTMLElement {
  if (row.kind === 'line') return element('p', { class: 'chat-line' }, row.text);
  const time = formatTime(row.at, 'en');
  const line = element(
    'article',
    {
      class: 'chat-message',
      'aria-label': `${row.author} ${time}`,
      'data-own': String(row.own),
      'data-failed': String(row.failed),
    },
    element(
      'p',
      { class: 'chat-meta' },
      element('span', {}, row.author),
      element('time', { datetime: new Date(row.at).toISOString() }, time),
      ...(row.status === undefined ? [] : [element('span', { class: 'chat-status' }, row.status)]),
    ),
  );
  if (row.text !== '') line.append(element('p', { class: 'chat-text' }, row.text));
  if (row.file) {
    const { name, href } = row.file;
    const file =
      href === undefined ? name : element('a', { href, target: '_blank', rel: 'noreferrer' }, name);
    line.append(element('p', { class: 'chat-file' }, file));
  }
  if (row.failed) {
    const again = element('button', { type: 'button', class: 'button' }, texts.sendAgain);
    again.addEventListener('click', resend);
    line.append(again);
  }
  return line;
}
