import { useState } from 'react';
import { Dialog } from '../shared/Dialog.js';
import { useDesk } from '../shared/deskContext.js';
import { Field } from '../shared/Field.js';

interface LeaveDialogProps {
  readonly sid: string;
  readonly isAlone: boolean;
  readonly onClose: () => void;
}

/** Leaves a chat that goes on without the agent, with a word if there is one (T-166). */
export function LeaveDialog({ sid, isAlone, onClose }: LeaveDialogProps) {
  const desk = useDesk();
  const [text, setText] = useState('');
  return (
    <Dialog
      title="Leave"
      lead={
        isAlone
          ? 'No other agent is in the chat: the customer waits again, at the head of the queue.'
          : 'The chat goes on with the others.'
      }
      action="Leave"
      onClose={onClose}
      onSubmit={() => desk.leave(sid, text.trim())}
    >
      <Field label="Parting words">
        <input className="input" value={text} onChange={({ target }) => setText(target.value)} />
      </Field>
    </Dialog>
  );
}
