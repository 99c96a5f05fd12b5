import { isSendKey } from '@offhook/demo-kit';
import { useChat } from '@offhook/react';
import { useState, type SubmitEvent } from 'react';
import { Field } from '../shared/Field.js';
import { Icon } from '../shared/Icon.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

/** The message box. What can't be sent at once waits in the log, and is sent later. */
export function ComposeMessage({ chatId }: { readonly chatId?: string | undefined }) {
  const texts = useTexts();
  const { can, lastError, send, setTyping } = useChat(chatId);
  const [text, setText] = useState('');
  useErrorNotice(lastError);

  const submit = (event?: SubmitEvent): void => {
    event?.preventDefault();
    if (text.trim() === '' || !can.send.allowed) return;
    setText('');
    void send(text);
  };

  return (
    <form className="chat-compose" onSubmit={submit}>
      <Field label={texts.chat.message}>
        <textarea
          className="input"
          data-chat-focus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            void setTyping(event.target.value !== '');
          }}
          onKeyDown={(event) => {
            if (!isSendKey(event.nativeEvent)) return;
            event.preventDefault();
            submit();
          }}
        />
      </Field>
      <button
        type="submit"
        className="button button-primary"
        disabled={!can.send.allowed}
        title={can.send.allowed ? undefined : texts.reason(can.send.reason, can.send.text)}
      >
        <Icon name="send" />
        {texts.chat.send}
      </button>
    </form>
  );
}
