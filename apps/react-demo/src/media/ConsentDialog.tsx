import { attachConsent, type ConsentView } from '@offhook/demo-kit';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTexts } from '../shared/useTexts.js';

interface ConsentDialogProps {
  readonly view: ConsentView;
  /** Resolves to whether the question has its answer. */
  readonly onAnswer: (allowed: boolean) => Promise<boolean>;
}

/** Asks before anybody sees or hears anything. The browser keeps the focus inside, and gives it back. */
export function ConsentDialog({ view, onAnswer }: ConsentDialogProps) {
  const { media } = useTexts().chat;
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useEffectEvent(onAnswer);
  const { byAgent } = view;

  useEffect(() => {
    if (dialog.current === null) return undefined;
    return attachConsent(dialog.current, { byAgent, answer: (allowed) => answer(allowed) });
  }, [byAgent]);

  return (
    <dialog ref={dialog} className="dialog" tabIndex={-1} aria-label={media.consent}>
      <h2 className="dialog-title">{view.title}</h2>
      <p>{view.text}</p>
      <form>
        <p className="soft">{view.stopAnyTime}</p>
        <div className="dialog-buttons">
          <button type="submit" value="deny" className="button">
            {media.deny}
          </button>
          <button type="submit" value="allow" className="button button-primary">
            {media.allow}
          </button>
        </div>
      </form>
    </dialog>
  );
}
