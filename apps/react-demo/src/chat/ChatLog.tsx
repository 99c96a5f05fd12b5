import { useChat } from '@offhook/react';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';
import { ChatEntry } from './ChatEntry.js';

/** What was written, and what happened between; the browser keeps the newest in sight. */
export function ChatLog({ chatId }: { readonly chatId?: string | undefined }) {
  const texts = useTexts();
  const { messages, lastError, resend } = useChat(chatId);
  useErrorNotice(lastError);
  return (
    <div className="chat-scroll" tabIndex={0}>
      {/* Polite by its role: what comes is read out after what is being read. */}
      <div className="chat-log" role="log" aria-label={texts.chat.messages}>
        {messages.map((message) => (
          <ChatEntry key={message.id} message={message} texts={texts} onResend={resend} />
        ))}
      </div>
    </div>
  );
}
