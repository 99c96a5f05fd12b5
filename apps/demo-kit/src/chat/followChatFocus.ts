import type { ChatWindow } from './createChatWindow.js';

/** Gives the focus to the first `[data-chat-focus]` when somebody opened the chat, as soon as that is there. */
export function followChatFocus(element: HTMLElement, chat: ChatWindow): () => void {
  // Each framework renders what is to have the focus in its own time.
  function give(): void {
    if (!chat.wantsFocus.value || element.dataset['view'] !== 'open') return;
    const place = element.querySelector<HTMLElement>('[data-chat-focus]:not(:disabled)');
    if (place === null) return;
    chat.focused();
    place.focus();
  }

  const observer = new MutationObserver(give);
  observer.observe(element, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-view', 'disabled'],
  });
  const leave = chat.wantsFocus.listen(give);
  give();
  return () => {
    observer.disconnect();
    leave();
  };
}
