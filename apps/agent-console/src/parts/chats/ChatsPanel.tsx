import { CallAsks } from '../media/CallAsks.js';
import { VideoRegion } from '../media/VideoRegion.js';
import { useDeskState } from '../shared/deskContext.js';
import { ChatPanel } from './ChatPanel.js';
import { ChatTabs } from './ChatTabs.js';

/** The agent's chats, and the one that is shown. */
export function ChatsPanel() {
  const chat = useDeskState((state) => state.chats.find(({ sid }) => sid === state.selected));
  return (
    <section className="panel desk-chats" aria-label="Your chats">
      <CallAsks />
      <VideoRegion />
      {chat === undefined ? (
        <div className="desk-empty">
          <p className="who-name">No chat yet</p>
          <p className="soft">
            Accept a customer who waits: <kbd>Alt + A</kbd>. All keys: <kbd>?</kbd>
          </p>
        </div>
      ) : (
        <>
          <ChatTabs />
          <ChatPanel key={chat.sid} chat={chat} />
        </>
      )}
    </section>
  );
}
