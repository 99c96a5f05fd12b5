import { useEffect } from 'react';
import { standingOf, unreadOf } from '../desk/chatFacts.js';
import { ChatsPanel } from '../parts/chats/ChatsPanel.js';
import { focusMessageBox } from '../parts/compose/focusMessageBox.js';
import { CustomerPanel } from '../parts/customer/CustomerPanel.js';
import { EarlierChats } from '../parts/customer/EarlierChats.js';
import { DeskHeader } from '../parts/header/DeskHeader.js';
import { useDesk, useDeskState } from '../parts/shared/deskContext.js';
import { Notices } from '../parts/shared/Notices.js';
import { WaitingPanel } from '../parts/waiting/WaitingPanel.js';
import { followShortcuts } from './followShortcuts.js';
import { NewsTeller } from './NewsTeller.js';
import { questionMark } from './page.js';

/** The page of an agent who is signed in. */
export function Console() {
  const desk = useDesk();
  const chat = useDeskState((state) => state.chats.find(({ sid }) => sid === state.selected));

  useEffect(() => {
    function show(sid: string | undefined): void {
      if (sid === undefined) return;
      desk.select(sid);
      focusMessageBox();
    }
    return followShortcuts({
      nextUnread: () => show(desk.store.state.chats.find((each) => unreadOf(each) > 0)?.sid),
      chatAt: (place) => show(desk.store.state.chats[place - 1]?.sid),
      isQuestionMarkOn: () => questionMark.value,
    });
  }, [desk]);

  useEffect(() => {
    const look = (): void => desk.look(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [desk]);

  // What was written and isn't sent would be lost with the page.
  useEffect(() => {
    function ask(event: BeforeUnloadEvent): void {
      const { chats, me } = desk.store.state;
      const unsent = chats.some(
        (each) => standingOf(each, me.id) === 'live' && each.outgoing.length + each.outfiles.length > 0,
      );
      if (unsent) event.preventDefault();
    }
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [desk]);

  return (
    <div className="page desk">
      <DeskHeader />
      <main className="desk-main">
        <WaitingPanel />
        <ChatsPanel />
        <div className="desk-side">
          <CustomerPanel chat={chat} />
          {chat !== undefined && <EarlierChats chat={chat} />}
        </div>
      </main>
      <NewsTeller />
      <Notices />
    </div>
  );
}
