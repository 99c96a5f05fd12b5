import { homePlace, placeForKey, placeWithin, type Box, type ChatPlace } from './chatPlace.js';
import type { ChatWindow } from './createChatWindow.js';

/** Below this the stylesheet makes a sheet of it, which has one place. */
const wide = '(min-width: 48rem)';

/**
 * Shows the chat where it was moved to, within the screen, and moves it: by its `[data-chat-drag]` with a pointer, by
 * its `[data-chat-handle]` with the arrow keys.
 */
export function followChatPlace(element: HTMLElement, chat: ChatWindow): () => void {
  const page = element.ownerDocument.defaultView ?? window;
  let shown: ChatPlace = homePlace;
  let drag:
    { readonly id: number; readonly x: number; readonly y: number; readonly from: ChatPlace } | undefined;

  const hasRoom = (): boolean => page.matchMedia(wide).matches;

  function home(): Box {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left: left - shown.x, top: top - shown.y, width, height };
  }

  const fitting = (wanted: ChatPlace): ChatPlace =>
    placeWithin(wanted, home(), { width: page.innerWidth, height: page.innerHeight });

  function fit(): void {
    if (!hasRoom()) return;
    shown = fitting(chat.place.value);
    element.style.setProperty('--chat-x', `${shown.x}px`);
    element.style.setProperty('--chat-y', `${shown.y}px`);
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0 || !hasRoom() || !(event.target instanceof Element)) return;
    if (event.target.closest('[data-chat-drag]') === null) return;
    const button = event.target.closest('button');
    if (button !== null && !button.matches('[data-chat-handle]')) return;
    drag = { id: event.pointerId, x: event.clientX, y: event.clientY, from: shown };
    element.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent): void {
    if (drag?.id !== event.pointerId) return;
    const { x, y, from } = drag;
    chat.moveTo(fitting({ x: from.x + event.clientX - x, y: from.y + event.clientY - y }));
  }

  function onPointerEnd(event: PointerEvent): void {
    if (drag?.id === event.pointerId) drag = undefined;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof Element) || !event.target.matches('[data-chat-handle]')) return;
    const to = hasRoom() ? placeForKey(event.key, shown) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    chat.moveTo(to === homePlace ? to : fitting(to));
  }

  fit();
  const sized = new ResizeObserver(fit);
  sized.observe(element);
  const leave = chat.place.listen(fit);
  page.addEventListener('resize', fit);
  element.addEventListener('pointerdown', onPointerDown);
  element.addEventListener('pointermove', onPointerMove);
  element.addEventListener('pointerup', onPointerEnd);
  element.addEventListener('pointercancel', onPointerEnd);
  element.addEventListener('keydown', onKeyDown);
  return () => {
    sized.disconnect();
    leave();
    page.removeEventListener('resize', fit);
    element.removeEventListener('pointerdown', onPointerDown);
    element.removeEventListener('pointermove', onPointerMove);
    element.removeEventListener('pointerup', onPointerEnd);
    element.removeEventListener('pointercancel', onPointerEnd);
    element.removeEventListener('keydown', onKeyDown);
  };
}
