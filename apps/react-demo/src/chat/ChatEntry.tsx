import type { Message } from '@offhook/core';
import { chatRow, formatTime, type Texts } from '@offhook/demo-kit';
import { useCurrent } from '@offhook/react';
import { memo } from 'react';
import { language } from '../app/page.js';
import { Icon } from '../shared/Icon.js';

interface ChatEntryProps {
  readonly message: Message;
  readonly texts: Texts;
  readonly onResend: (messageId: string) => unknown;
}

/** One message, or a line for what happened. All of it is text, whoever wrote it. */
export const ChatEntry = memo(function ChatEntry({ message, texts, onResend }: ChatEntryProps) {
  const locale = useCurrent(language.choice);
  const row = chatRow(message, texts);
  if (row === undefined) return null;
  if (row.kind === 'line') return <p className="chat-line">{row.text}</p>;
  const time = formatTime(row.at, locale);
  return (
    <article
      className={row.own ? 'chat-message chat-message-own' : 'chat-message'}
      aria-label={`${row.author} ${time}`}
      data-failed={row.failed}
    >
      <p className="chat-meta">
        <span>{row.author}</span>
        <time dateTime={new Date(row.at).toISOString()}>{time}</time>
        {row.status !== undefined && <span className="chat-status">{row.status}</span>}
      </p>
      {row.text !== '' && <p className="chat-text">{row.text}</p>}
      {row.file && (
        <p className="chat-file">
          <Icon name="file" />
          {row.file.href === undefined ? (
            row.file.name
          ) : (
            <a href={row.file.href} target="_blank" rel="noreferrer">
              {row.file.name}
            </a>
          )}
        </p>
      )}
      {row.failed && (
        <button type="button" className="button" onClick={() => onResend(row.id)}>
          <Icon name="again" />
          {texts.chat.sendAgain}
        </button>
      )}
    </article>
  );
});
