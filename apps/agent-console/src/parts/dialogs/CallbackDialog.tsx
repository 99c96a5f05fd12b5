import { useState } from 'react';
import { Dialog } from '../shared/Dialog.js';
import { useDesk } from '../shared/deskContext.js';
import { Field } from '../shared/Field.js';

interface CallbackDialogProps {
  readonly sid: string;
  /** The customer's own number, or ''. */
  readonly number: string;
  readonly onClose: () => void;
}

/** Records that the customer is to be called (T-158). */
export function CallbackDialog({ sid, number: known, onClose }: CallbackDialogProps) {
  const desk = useDesk();
  const [number, setNumber] = useState(known);
  return (
    <Dialog
      title="Callback"
      lead="Somebody will call this number."
      action="Record callback"
      onClose={onClose}
      onSubmit={() => desk.callback(sid, number.trim() === known ? '' : number.trim())}
    >
      <Field label="Number">
        <input
          className="input number"
          type="tel"
          autoComplete="off"
          required
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
      </Field>
    </Dialog>
  );
}
