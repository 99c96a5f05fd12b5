import { queuePosition, type ChatControls, type Offhook } from '@offhook/core';
import { chatNotice, english, queueText } from '@offhook/demo-kit';
import { element } from '../element.js';

/** What the customer is to know: where they stand, why nobody comes, why nothing began. */
export function chatNews(client: Offhook, controls: ChatControls): HTMLElement {
  const queue = element('p', { role: 'status', 'aria-label': english.chat.queuePosition });
  const alert = element('p', { class: 'chat-notice', role: 'alert' });
  queuePosition(client).subscribe((position) => {
    queue.textContent = queueText(position, english);
  });
  controls.state.subscribe(({ chat, lastError }) => {
    const failed = chat?.state === 'failed' ? chat.failure : undefined;
    const text = failed?.text ?? (chatNotice(chat, english) || (lastError?.message ?? ''));
    if (alert.textContent === text) return;
    alert.textContent = text;
    alert.dataset['code'] = failed?.code ?? lastError?.code ?? '';
  });
  return element('div', { class: 'chat-news' }, queue, alert);
}
