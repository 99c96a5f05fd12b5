import { shortcuts } from './shortcuts.js';

interface Keys {
  /** The next chat with something unread. */
  nextUnread(): void;
  /** The chat at this place, from 1. */
  chatAt(place: number): void;
  isQuestionMarkOn(): boolean;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

function press(id: string, focuses: boolean): boolean {
  const element = document.querySelector<HTMLElement>(`[data-shortcut="${id}"]`);
  if (element === null) return false;
  if (focuses) element.focus();
  else element.click();
  return true;
}

/**
 * Makes the shortcuts work: they press the buttons that are there, and do nothing while a dialog asks for something.
 *
 * @returns stops it
 */
export function followShortcuts({ nextUnread, chatAt, isQuestionMarkOn }: Keys): () => void {
  function onKey(event: KeyboardEvent): void {
    const { altKey, ctrlKey, metaKey, code, key } = event;
    if (ctrlKey || metaKey || event.isComposing || document.querySelector('dialog[open]') !== null) return;
    if (!altKey) {
      if (key === '?' && isQuestionMarkOn() && !isWriting(event.target) && press('help', false))
        event.preventDefault();
      return;
    }
    const place = /^Digit([1-9])$/.exec(code)?.[1];
    const shortcut = shortcuts.find((each) => each.code === code);
    if (place !== undefined) chatAt(Number(place));
    else if (code === 'KeyN') nextUnread();
    else if (shortcut === undefined || !press(shortcut.id, shortcut.focuses === true)) return;
    event.preventDefault();
  }
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
