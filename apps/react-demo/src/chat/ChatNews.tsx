import { callbackText, chatNotice, queueText } from '@offhook/demo-kit';
import { useCallbackRequest, useChat, useQueuePosition } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';

/** What the server lets the customer know: where they stand, whether they are called back, why nobody comes. */
export function ChatNews({ chatId }: { readonly chatId?: string | undefined }) {
  const texts = useTexts();
  const { chat } = useChat(chatId);
  const { callback } = useCallbackRequest(chatId);
  const position = useQueuePosition(chatId);
  const notice = chatNotice(chat, texts);
  return (
    <div className="chat-news">
      <p role="status" aria-label={texts.chat.queuePosition}>
        {queueText(position, texts)}
      </p>
      <p role="status" aria-label={texts.chat.callback}>
        {callbackText(callback, texts)}
      </p>
      {notice !== '' && (
        <p role="alert" className="chat-notice">
          {notice}
        </p>
      )}
    </div>
  );
}
