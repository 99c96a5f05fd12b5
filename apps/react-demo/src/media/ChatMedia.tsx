import { answerConsent, chatOf, consentView } from '@offhook/demo-kit';
import { useChat, useCobrowse, useCurrent, useScreenShare, useVideoCall } from '@offhook/react';
import { notices } from '../app/page.js';
import { chatDesk } from '../chat/chatDesk.js';
import { useTexts } from '../shared/useTexts.js';
import { CallPanel } from './CallPanel.js';
import { ConsentDialog } from './ConsentDialog.js';
import { SharingStatus } from './SharingStatus.js';

/** What goes on in a chat beside the messages, and the question before it. Without an id the chat in focus. */
export function ChatMedia({ chatId }: { readonly chatId?: string | undefined }) {
  const texts = useTexts();
  const { client, consents } = chatDesk();
  const { chat } = useChat(chatId);
  const video = useVideoCall(chatId);
  const screen = useScreenShare(chatId);
  const cobrowse = useCobrowse(chatId);
  const consent = consentView({ chat, asked: useCurrent(consents.asked), chatId }, texts);
  return (
    <div className="chat-media" data-focus-next="[data-chat-focus]">
      <CallPanel chatId={chatId} />
      <SharingStatus chatId={chatId} />
      {consent && (
        <ConsentDialog
          key={consent.key}
          view={consent}
          onAnswer={(allowed) =>
            answerConsent(consent, allowed, {
              chat: () => chatOf(client, chatId),
              video,
              screen,
              cobrowse,
              done: consents.done,
              showError: notices.show,
            })
          }
        />
      )}
    </div>
  );
}
