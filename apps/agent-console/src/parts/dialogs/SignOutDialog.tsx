import { Dialog } from '../shared/Dialog.js';
import { useDesk } from '../shared/deskContext.js';

/** Asks before an agent leaves all chats. */
export function SignOutDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk();
  return (
    <Dialog
      title="Sign out"
      lead="You leave all your chats. Customers who are alone then wait again, at the head of the queue."
      action="Sign out"
      danger
      onClose={onClose}
      onSubmit={async () => {
        await desk.signOut();
        return true;
      }}
    />
  );
}
