import { attachChatWindow } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/react';
import { useCallback } from 'react';
import { ChatMedia } from '../media/ChatMedia.js';
import { Icon } from '../shared/Icon.js';
import { useTexts } from '../shared/useTexts.js';
import { ChatBody } from './ChatBody.js';
import type { ChatDesk } from './chatDesk.js';
import { ChatHead } from './ChatHead.js';
import { SeveralChats } from './SeveralChats.js';

/** The chat over the page: a button, and what it opens. */
export function FloatingChat({ desk }: { readonly desk: ChatDesk }) {
  const texts = useTexts();
  const { chatWindow, tabs } = desk;
  const view = useCurrent(chatWindow.view);
  const attach = useCallback(
    (element: HTMLElement | null) => (element === null ? undefined : attachChatWindow(element, chatWindow)),
    [chatWindow],
  );
  return (
    <>
      <button
        type="button"
        className="button button-primary chat-launcher"
        data-chat-launcher
        aria-expanded={view === 'open'}
        onClick={chatWindow.open}
      >
        <Icon name="chat" />
        {texts.chat.chatWithUs}
      </button>
      {view !== 'closed' && (
        <section
          ref={attach}
          className={view === 'open' ? 'chat chat-open' : 'chat'}
          data-view={view}
          aria-label={texts.chat.chat}
        >
          {tabs === undefined ? (
            <>
              <ChatHead desk={desk} />
              <ChatMedia />
              {view === 'open' && <ChatBody />}
            </>
          ) : (
            <SeveralChats desk={desk} tabs={tabs} />
          )}
        </section>
      )}
    </>
  );
}
