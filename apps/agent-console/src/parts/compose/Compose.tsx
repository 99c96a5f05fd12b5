import { isSendKey } from '@offhook/demo-kit';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { ariaKey } from '../../app/shortcuts.js';
import { customerOf } from '../../desk/chatFacts.js';
import type { OpenChat } from '../../desk/openChat.js';
import { fillReply } from '../../replies/fillReply.js';
import { useDesk, useDeskState } from '../shared/deskContext.js';
import { Field } from '../shared/Field.js';
import { Icon } from '../shared/Icon.js';
import { CannedReplies } from './CannedReplies.js';
import { draftOf, keepDraft } from './drafts.js';

/** The message box. What can't be sent at once waits in the log, and is sent later. */
export function Compose({ chat }: { readonly chat: OpenChat }) {
  const desk = useDesk();
  const agent = useDeskState((state) => state.me.name);
  const { sid } = chat;
  const [text, setText] = useState(() => draftOf(sid));
  const [isChoosing, setChoosing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);

  useEffect(() => keepDraft(sid, text), [sid, text]);

  const write = (next: string): void => {
    setText(next);
    desk.typed(sid, next);
  };
  const submit = (event?: SubmitEvent): void => {
    event?.preventDefault();
    if (text.trim() === '') return;
    desk.say(sid, text);
    setText('');
    box.current?.focus();
  };
  const backToBox = (): void => {
    setChoosing(false);
    box.current?.focus();
  };

  return (
    <div className="desk-compose">
      {isChoosing && (
        <CannedReplies
          onClose={backToBox}
          onChoose={(reply) => {
            write(text + fillReply(reply.text, { name: customerOf(chat), agent }));
            backToBox();
          }}
        />
      )}
      <form className="chat-compose" onSubmit={submit}>
        <Field label="Message">
          <textarea
            ref={box}
            className="input"
            dir="auto"
            data-shortcut="message"
            aria-keyshortcuts={ariaKey('message')}
            value={text}
            onChange={({ target }) => write(target.value)}
            onKeyDown={(event) => {
              if (event.key === '/' && text === '' && !event.altKey && !event.nativeEvent.isComposing) {
                event.preventDefault();
                setChoosing(true);
              } else if (isSendKey(event.nativeEvent)) {
                event.preventDefault();
                submit();
              }
            }}
          />
        </Field>
        <div className="desk-send">
          <button
            type="button"
            className="button"
            data-shortcut="replies"
            aria-keyshortcuts={ariaKey('replies')}
            aria-expanded={isChoosing}
            aria-haspopup="listbox"
            onClick={() => setChoosing(!isChoosing)}
          >
            Replies <kbd aria-hidden="true">/</kbd>
          </button>
          <button type="submit" className="button button-primary">
            <Icon name="send" />
            Send
          </button>
        </div>
      </form>
    </div>
  );
}
