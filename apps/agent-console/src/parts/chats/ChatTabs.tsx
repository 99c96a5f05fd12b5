import { useRef } from 'react';
import { standingOf, unreadOf } from '../../desk/chatFacts.js';
import { useDesk, useDeskState } from '../shared/deskContext.js';
import { nextPlace } from '../shared/nextPlace.js';
import { shownName, standingWord, tabName } from './tabName.js';

/** The agent's chats: arrow keys show another, Delete closes one that is over. */
export function ChatTabs() {
  const desk = useDesk();
  const chats = useDeskState((state) => state.chats);
  const selected = useDeskState((state) => state.selected);
  const me = useDeskState((state) => state.me.id);
  const list = useRef<HTMLDivElement>(null);

  const focus = (sid: string | undefined): void => {
    if (sid !== undefined) document.getElementById(`tab-${sid}`)?.focus();
  };

  return (
    <div ref={list} className="desk-tabs" role="tablist" aria-label="Chats">
      {chats.map((chat, place) => {
        const { sid } = chat;
        const isSelected = sid === selected;
        const standing = standingOf(chat, me);
        const unread = unreadOf(chat);
        return (
          <button
            key={sid}
            id={`tab-${sid}`}
            type="button"
            role="tab"
            className="desk-tab"
            aria-selected={isSelected}
            aria-controls={isSelected ? 'chat-panel' : undefined}
            aria-label={tabName(chat, me)}
            aria-keyshortcuts={place < 9 ? `Alt+${place + 1}` : undefined}
            tabIndex={isSelected ? 0 : -1}
            data-state={standing === 'live' ? 'active' : 'ended'}
            onClick={() => desk.select(sid)}
            onKeyDown={(event) => {
              if (event.altKey || event.ctrlKey || event.metaKey) return;
              if (event.key === 'Delete' && standing !== 'live') {
                desk.closeTab(sid);
                requestAnimationFrame(() => focus(desk.store.state.selected));
                return;
              }
              const to = chats[nextPlace(event.key, place, chats.length) ?? -1];
              if (to === undefined) return;
              event.preventDefault();
              desk.select(to.sid);
              focus(to.sid);
            }}
          >
            <span className="clip" dir="auto">
              {shownName(chat)}
            </span>
            {unread > 0 && <span className="tab-unread number">{unread}</span>}
            {standing !== 'live' && <span className="tab-over">{standingWord[standing]}</span>}
          </button>
        );
      })}
    </div>
  );
}
