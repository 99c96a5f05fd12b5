import { chatTools, type ChatTool } from '@offhook/demo-kit';
import { useChat, useCobrowse, useScreenShare, useUploads, useVideoCall } from '@offhook/react';
import { useRef, useState } from 'react';
import { IconButton } from '../shared/IconButton.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';
import { CallbackDialog } from './CallbackDialog.js';
import { chatDesk } from './chatDesk.js';

/** What can be done in a chat beside writing. */
export function ChatTools({ chatId }: { readonly chatId?: string | undefined }) {
  const texts = useTexts();
  const { can: chat, lastError, end } = useChat(chatId);
  const { lastError: uploadError, upload } = useUploads(chatId);
  const { can: video } = useVideoCall(chatId);
  const { can: screen } = useScreenShare(chatId);
  const { can: cobrowse } = useCobrowse(chatId);
  const [isAsking, setIsAsking] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  useErrorNotice(lastError);
  useErrorNotice(uploadError);

  const use = (action: ChatTool['action']): void => {
    if (action === 'attach') files.current?.click();
    else if (action === 'requestCallback') setIsAsking(true);
    else if (action === 'end') void end();
    else chatDesk().consents.ask(action, chatId);
  };

  return (
    <div
      className="chat-tools"
      role="group"
      aria-label={texts.chat.tools}
      data-focus-next="[data-chat-focus]"
    >
      {chatTools({ chat, video, screen, cobrowse }, texts).map(
        ({ action, icon, label, kind, disabledBecause }) => (
          <IconButton
            key={action}
            icon={icon}
            label={label}
            className={kind}
            disabledBecause={disabledBecause}
            onClick={() => use(action)}
          />
        ),
      )}
      <input
        ref={files}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          void upload([...(target.files ?? [])]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      {isAsking && <CallbackDialog chatId={chatId} onClose={() => setIsAsking(false)} />}
    </div>
  );
}
