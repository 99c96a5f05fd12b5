import { Dialog } from '../shared/Dialog.js';
import { useDesk } from '../shared/deskContext.js';

interface EndDialogProps {
  readonly sid: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks before a chat ends for all. */
export function EndDialog({ sid, name, onClose }: EndDialogProps) {
  const desk = useDesk();
  return (
    <Dialog
      title="End chat"
      lead={`The chat with ${name} ends for everybody in it.`}
      action="End chat"
      danger
      onClose={onClose}
      onSubmit={() => desk.end(sid)}
    />
  );
}
