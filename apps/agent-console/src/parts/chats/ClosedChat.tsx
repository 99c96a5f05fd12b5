import { useEffect, useRef } from 'react';
import { ariaKey } from '../../app/shortcuts.js';
import { useDesk } from '../shared/deskContext.js';

interface ClosedChatProps {
  readonly sid: string;
  readonly text: string;
}

/** What is left to do with a chat that is over: read it, and close it. */
export function ClosedChat({ sid, text }: ClosedChatProps) {
  const desk = useDesk();
  const button = useRef<HTMLButtonElement>(null);

  // The message box has gone with the focus in it: it goes on here.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, []);

  const close = (): void => {
    desk.closeTab(sid);
    requestAnimationFrame(() => {
      const next = document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
      (next ?? document.querySelector<HTMLElement>('[data-shortcut="waiting"]'))?.focus();
    });
  };

  return (
    <div className="desk-closed">
      <p className="soft">{text}</p>
      <button
        ref={button}
        type="button"
        className="button"
        data-shortcut="end"
        aria-keyshortcuts={ariaKey('end')}
        onClick={close}
      >
        Close chat
      </button>
    </div>
  );
}
