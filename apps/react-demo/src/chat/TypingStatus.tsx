import { typingText } from '@offhook/demo-kit';
import { useChat } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';

/** Who writes; the line keeps its place while nobody does. */
export function TypingStatus({ chatId }: { readonly chatId?: string | undefined }) {
  const texts = useTexts();
  const { chat } = useChat(chatId);
  return (
    <p role="status" aria-label={texts.chat.typing} className="chat-typing">
      {typingText(chat, texts)}
    </p>
  );
}
