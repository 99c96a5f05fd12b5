import { chatStateText, newsText } from '@offhook/demo-kit';
import { useChat, useCurrent, useServerStatus } from '@offhook/react';
import { useId } from 'react';
import { Icon } from '../shared/Icon.js';
import { IconButton } from '../shared/IconButton.js';
import { useTexts } from '../shared/useTexts.js';
import type { ChatDesk } from './chatDesk.js';

interface ChatHeadProps {
  readonly desk: ChatDesk;
  /** The chat that shows; without it the one in focus. */
  readonly chatId?: string | undefined;
}

/** What stays in sight when the chat is minimised: how it stands, and what moves and restores it. */
export function ChatHead({ desk: { chatWindow, news }, chatId }: ChatHeadProps) {
  const texts = useTexts();
  const { chat } = useChat(chatId);
  const server = useServerStatus();
  const isOpen = useCurrent(chatWindow.view) === 'open';
  const said = newsText(useCurrent(news), texts);
  const hintId = useId();
  return (
    <div className="chat-head" data-chat-drag>
      <h2 className="chat-title">{texts.chat.chat}</h2>
      <button
        type="button"
        className="icon-button icon-button-plain chat-handle"
        data-chat-handle
        aria-label={texts.chat.move}
        aria-describedby={hintId}
      >
        <Icon name="move" />
      </button>
      <span id={hintId} hidden>
        {texts.chat.moveHint}
      </span>
      <IconButton
        icon={isOpen ? 'minimise' : 'restore'}
        label={isOpen ? texts.chat.minimise : texts.chat.restore}
        className="icon-button-plain icon-button-end"
        onClick={isOpen ? chatWindow.minimise : chatWindow.open}
      />
      <div className="chat-states">
        <span role="status" aria-label={texts.chat.state} className="chat-state" data-state={chat?.state}>
          {chatStateText(chat, texts)}
        </span>
        <span
          role="status"
          aria-label={texts.chat.server}
          className="chat-server"
          data-status={server.status}
          title={server.reason}
        >
          {texts.chat.serverStatus[server.status]}
        </span>
      </div>
      {!isOpen && (
        <p role="status" className="chat-unread">
          {said}
        </p>
      )}
    </div>
  );
}
