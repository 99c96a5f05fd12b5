import { tabForKey } from '@offhook/core';
import { mediaChats, type ChatTabs } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/react';
import { useId, useRef } from 'react';
import { ChatMedia } from '../media/ChatMedia.js';
import { IconButton } from '../shared/IconButton.js';
import { useTexts } from '../shared/useTexts.js';
import { ChatBody } from './ChatBody.js';
import type { ChatDesk } from './chatDesk.js';
import { ChatHead } from './ChatHead.js';

interface SeveralChatsProps {
  readonly desk: ChatDesk;
  readonly tabs: ChatTabs;
}

/** Several chats at once, each in a tab, and the one that is selected. */
export function SeveralChats({ desk, tabs }: SeveralChatsProps) {
  const texts = useTexts();
  const all = useCurrent(tabs.tabs);
  const selected = useCurrent(tabs.selected);
  const isOpen = useCurrent(desk.chatWindow.view) === 'open';
  const list = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const shown = all.find(({ key }) => key === selected);
  // A tab whose chat has yet to begin has none, and not the one in focus.
  const chatId = shown?.chat?.id ?? selected;
  return (
    <>
      <ChatHead desk={desk} chatId={chatId} />
      {mediaChats(all, selected).map((id) => (
        <ChatMedia key={id} chatId={id} />
      ))}
      {isOpen && (
        <>
          <div className="chat-tabs">
            <div ref={list} role="tablist" aria-label={texts.chat.chats}>
              {all.map(({ key, number }, index) => (
                <button
                  key={key}
                  type="button"
                  role="tab"
                  aria-selected={key === selected}
                  aria-controls={panelId}
                  tabIndex={key === selected ? 0 : -1}
                  onClick={() => tabs.select(key)}
                  onKeyDown={(event) => {
                    const to = tabForKey(event.key, index, all.length);
                    if (to === undefined) return;
                    event.preventDefault();
                    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
                    tabs.select(all[to]?.key ?? key);
                  }}
                >
                  {texts.chat.chatNumber(number)}
                </button>
              ))}
            </div>
            <IconButton
              icon="add"
              label={texts.chat.newChat}
              className="icon-button-end"
              onClick={tabs.add}
            />
          </div>
          <div
            role="tabpanel"
            id={panelId}
            className="chat-panel"
            aria-label={shown && texts.chat.chatNumber(shown.number)}
          >
            <ChatBody key={selected} chatId={chatId} clientId={selected} />
          </div>
        </>
      )}
    </>
  );
}
