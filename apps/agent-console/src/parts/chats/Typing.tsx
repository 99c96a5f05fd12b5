import type { OpenChat } from '../../desk/openChat.js';
import { shownName } from './tabName.js';

/** Who writes just now. */
export function Typing({ chat }: { readonly chat: OpenChat }) {
  const { typing } = chat;
  const who = typing === '' ? shownName(chat) : typing;
  return (
    <p className="chat-typing" role="status" aria-label="Typing" dir="auto">
      {who === undefined ? '' : `${who} is typing …`}
    </p>
  );
}
