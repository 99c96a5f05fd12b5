import { botTalk, chatStage } from '@offhook/demo-kit';
import { useChat } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';
import { siteOptions } from './chatDesk.js';
import { ChatLog } from './ChatLog.js';
import { ChatNews } from './ChatNews.js';
import { ChatTools } from './ChatTools.js';
import { ComposeMessage } from './ComposeMessage.js';
import { EarlierTalk } from './EarlierTalk.js';
import { StartChat } from './StartChat.js';
import { TypingStatus } from './TypingStatus.js';
import { UploadList } from './UploadList.js';

interface ChatBodyProps {
  /** The chat that shows; without it the one in focus. */
  readonly chatId?: string | undefined;
  /** What a chat that begins here is called by the page, where there are several. */
  readonly clientId?: string | undefined;
}

/** A chat from its form to its end, and from there to the next one. */
export function ChatBody({ chatId, clientId }: ChatBodyProps) {
  const texts = useTexts();
  const { chat } = useChat(chatId);
  const talk = siteOptions.bot ? botTalk(texts) : [];
  const isTalking = chatStage(chat) === 'talk';
  return (
    <div className="chat-body">
      <ChatNews chatId={chatId} />
      {talk.length > 0 && <EarlierTalk talk={talk} />}
      <ChatLog chatId={chatId} />
      <TypingStatus chatId={chatId} />
      {isTalking ? (
        <>
          <UploadList chatId={chatId} />
          <ComposeMessage chatId={chatId} />
          <ChatTools chatId={chatId} />
        </>
      ) : (
        <StartChat chatId={chatId} clientId={clientId} talk={talk} />
      )}
    </div>
  );
}
