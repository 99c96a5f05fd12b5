import type { OpenChat } from '../../desk/openChat.js';
import { useDesk } from '../shared/deskContext.js';

/** The files on their way, and those that didn't get there. */
export function OutfileList({ chat }: { readonly chat: OpenChat }) {
  const desk = useDesk();
  if (chat.outfiles.length === 0) return null;
  return (
    <ul role="list" className="chat-uploads" aria-label="Uploads">
      {chat.outfiles.map(({ id, name, failed }) => (
        <li key={id} className="chat-upload" data-failed={failed !== undefined}>
          <span className="clip" dir="auto">
            {name}
          </span>
          {failed === undefined ? (
            <span>Sending …</span>
          ) : (
            <span className="desk-failed" role="alert">
              {failed}
              <button type="button" className="button" onClick={() => desk.dropFile(chat.sid, id)}>
                Dismiss
              </button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
