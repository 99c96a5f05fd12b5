import { useState, type SubmitEvent } from 'react';
import { Field } from '../shared/Field.js';
import { useTexts } from '../shared/useTexts.js';

interface TransferDialogProps {
  /** Who is transferred. */
  readonly name: string;
  readonly onTransfer: (to: string) => unknown;
  readonly onClose: () => void;
}

/** Asks where a call should go. The browser keeps the focus inside, and gives it back. */
export function TransferDialog({ name, onTransfer, onClose }: TransferDialogProps) {
  const texts = useTexts();
  const [number, setNumber] = useState('');
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onTransfer(number);
    dialog?.close();
  };

  return (
    <dialog
      className="dialog"
      aria-label={texts.transfer}
      onClose={onClose}
      ref={(element) => {
        setDialog(element);
        if (element?.open === false) element.showModal();
      }}
    >
      <h2 className="dialog-title">{texts.transfer}</h2>
      <p className="soft">{name}</p>
      <form onSubmit={submit}>
        <Field label={texts.number}>
          <input
            className="input number"
            type="tel"
            required
            autoComplete="off"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Field>
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => dialog?.close()}>
            {texts.cancel}
          </button>
          <button type="submit" className="button button-primary">
            {texts.transferNow}
          </button>
        </div>
      </form>
    </dialog>
  );
}
