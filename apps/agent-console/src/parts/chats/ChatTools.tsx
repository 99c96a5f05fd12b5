import { useState } from 'react';
import { detailsOf } from '../../desk/chatFacts.js';
import type { OpenChat } from '../../desk/openChat.js';
import { ariaKey } from '../../app/shortcuts.js';
import { AttachButton } from '../compose/AttachButton.js';
import { AppMessageDialog } from '../dialogs/AppMessageDialog.js';
import { CallbackDialog } from '../dialogs/CallbackDialog.js';
import { EndDialog } from '../dialogs/EndDialog.js';
import { LeaveDialog } from '../dialogs/LeaveDialog.js';
import { PassDialog } from '../dialogs/PassDialog.js';
import { StartVideo } from '../media/StartVideo.js';
import { useDeskState } from '../shared/deskContext.js';
import { shownName } from './tabName.js';

const tools = [
  { id: 'app', label: 'Send app message' },
  { id: 'callback', label: 'Callback' },
  { id: 'invite', label: 'Invite' },
  { id: 'transfer', label: 'Transfer' },
  { id: 'leave', label: 'Leave' },
  { id: 'end', label: 'End chat' },
] as const;

type Tool = (typeof tools)[number]['id'];

/** What can be done with a chat beside writing; each asks first. */
export function ChatTools({ chat }: { readonly chat: OpenChat }) {
  const [shown, setShown] = useState<Tool>();
  const agents = useDeskState((state) => state.agents);
  const { sid } = chat;
  const inside = new Set(chat.shown?.agents.map(({ id }) => id));
  const others = useDeskState((state) => state.me.id);
  const free = agents.filter(({ id }) => id !== others && !inside.has(id));
  const close = (): void => setShown(undefined);
  const name = shownName(chat);
  return (
    <div className="desk-tools" role="group" aria-label="Chat">
      <AttachButton sid={sid} />
      <StartVideo chat={chat} />
      {tools.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className={id === 'end' ? 'button button-quiet button-quiet-danger' : 'button button-quiet'}
          data-shortcut={id}
          aria-keyshortcuts={ariaKey(id)}
          aria-haspopup="dialog"
          onClick={() => setShown(id)}
        >
          {label}
        </button>
      ))}
      {shown === 'app' && <AppMessageDialog sid={sid} onClose={close} />}
      {shown === 'callback' && (
        <CallbackDialog sid={sid} number={detailsOf(chat)['eMobileNo'] ?? ''} onClose={close} />
      )}
      {(shown === 'invite' || shown === 'transfer') && (
        <PassDialog how={shown} sid={sid} customer={name} agents={free} onClose={close} />
      )}
      {shown === 'leave' && <LeaveDialog sid={sid} isAlone={inside.size < 2} onClose={close} />}
      {shown === 'end' && <EndDialog sid={sid} name={name} onClose={close} />}
    </div>
  );
}
