import { useCallbackRequest } from '@offhook/react';
import { useState, type SubmitEvent } from 'react';
import { Field } from '../shared/Field.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

interface CallbackDialogProps {
  readonly chatId?: string | undefined;
  readonly onClose: () => void;
}

/** Asks for the number to call. The browser keeps the focus inside, and gives it back. */
export function CallbackDialog({ chatId, onClose }: CallbackDialogProps) {
  const texts = useTexts();
  const { pending, lastError, request } = useCallbackRequest(chatId);
  const [phone, setPhone] = useState('');
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  useErrorNotice(lastError);

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    const { ok } = await request(phone);
    if (ok) dialog?.close();
  };

  return (
    <dialog
      className="dialog"
      aria-label={texts.chat.tool.requestCallback}
      onClose={onClose}
      ref={(element) => {
        setDialog(element);
        if (element?.open === false) element.showModal();
      }}
    >
      <h2 className="dialog-title">{texts.chat.tool.requestCallback}</h2>
      <p className="soft">{texts.chat.callbackLead}</p>
      <form onSubmit={(event) => void submit(event)}>
        <Field label={texts.chat.phone}>
          <input
            className="input number"
            type="tel"
            autoComplete="tel"
            required
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        </Field>
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => dialog?.close()}>
            {texts.cancel}
          </button>
          <button type="submit" className="button button-primary" aria-busy={pending}>
            {texts.chat.request}
          </button>
        </div>
      </form>
    </dialog>
  );
}
