import { standingOf, type Standing } from '../../desk/chatFacts.js';
import type { OpenChat } from '../../desk/openChat.js';
import { Compose } from '../compose/Compose.js';
import { OutfileList } from '../compose/OutfileList.js';
import { MessageLog } from '../log/MessageLog.js';
import { ShowRegion } from '../media/ShowRegion.js';
import { useDeskState } from '../shared/deskContext.js';
import { ChatTools } from './ChatTools.js';
import { ClosedChat } from './ClosedChat.js';
import { Typing } from './Typing.js';

const overTexts: Readonly<Record<Exclude<Standing, 'live'>, string>> = {
  left: 'You have left this chat.',
  ended: 'This chat has ended.',
  lost: 'This chat is not yours any more: it ended or was taken over while there was no connection.',
};

/** One chat: what was said, and what can be done. */
export function ChatPanel({ chat }: { readonly chat: OpenChat }) {
  const me = useDeskState((state) => state.me.id);
  const standing = standingOf(chat, me);
  return (
    <div className="desk-panel" role="tabpanel" id="chat-panel" aria-labelledby={`tab-${chat.sid}`}>
      <ShowRegion chat={chat} />
      <MessageLog chat={chat} />
      <Typing chat={chat} />
      <OutfileList chat={chat} />
      {standing === 'live' ? (
        <>
          <Compose chat={chat} />
          <ChatTools chat={chat} />
        </>
      ) : (
        <ClosedChat sid={chat.sid} text={overTexts[standing]} />
      )}
    </div>
  );
}
