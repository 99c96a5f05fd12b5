import type { ChatWindow } from './createChatWindow.js';
import { followChatFocus } from './followChatFocus.js';
import { followChatPlace } from './followChatPlace.js';

/**
 * Makes an element with `data-view` the floating chat: dragged by `[data-chat-drag]`, moved by the arrow keys on
 * `[data-chat-handle]`, minimised by Escape, which gives the focus back to the page's `[data-chat-launcher]`. Whoever
 * opens it finds the focus in the first `[data-chat-focus]`.
 *
 * @returns What leaves the element alone again.
 */
export function attachChatWindow(element: HTMLElement, chat: ChatWindow): () => void {
  let goesToLauncher = false;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (chat.view.value !== 'open' || !(event.target instanceof Element)) return;
    // A dialog closes itself, and the chat stays.
    if (event.target.closest('dialog') !== null) return;
    event.preventDefault();
    goesToLauncher = true;
    chat.minimise();
  }

  // Under a sheet the button can't be seen, nor have the focus, until that is rendered as minimised.
  const rendered = new MutationObserver(() => {
    if (!goesToLauncher || element.dataset['view'] !== 'minimised') return;
    goesToLauncher = false;
    element.ownerDocument.querySelector<HTMLElement>('[data-chat-launcher]')?.focus();
  });

  const leavePlace = followChatPlace(element, chat);
  const leaveFocus = followChatFocus(element, chat);
  element.addEventListener('keydown', onKeyDown);
  rendered.observe(element, { attributes: true, attributeFilter: ['data-view'] });
  return () => {
    rendered.disconnect();
    element.removeEventListener('keydown', onKeyDown);
    leaveFocus();
    leavePlace();
  };
}
