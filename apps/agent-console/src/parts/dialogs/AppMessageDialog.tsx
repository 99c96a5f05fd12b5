import { useState } from 'react';
import { Dialog } from '../shared/Dialog.js';
import { useDesk } from '../shared/deskContext.js';
import { Field } from '../shared/Field.js';

interface AppMessageDialogProps {
  readonly sid: string;
  readonly onClose: () => void;
}

/** A text that the customer's page takes and nobody reads as a message (T-162). */
export function AppMessageDialog({ sid, onClose }: AppMessageDialogProps) {
  const desk = useDesk();
  const [text, setText] = useState('');
  return (
    <Dialog
      title="Send app message"
      lead="The customer’s page gets it; it isn’t shown as a message."
      action="Send app message"
      onClose={onClose}
      onSubmit={() => {
        if (text.trim() === '') return false;
        desk.sayApp(sid, text);
        return true;
      }}
    >
      <Field label="Data">
        <textarea
          className="input"
          rows={4}
          required
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
    </Dialog>
  );
}
