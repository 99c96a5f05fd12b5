import { formatTime, messageRows } from '@offhook/demo-kit';
import { language } from '../app/page.js';
import { Icon } from '../shared/Icon.js';
import { useCurrent, useInbox } from '@offhook/react';
import { useTexts } from '../shared/useTexts.js';

/** SMS, voicemail and fax, the newest first. */
export function MessageList() {
  const texts = useTexts();
  const locale = useCurrent(language.choice);
  const rows = messageRows(useInbox(), texts.unknownCaller);
  return (
    <div className="list-body messages-body">
      <ul role="list" aria-label={texts.messages} tabIndex={rows.length > 0 ? 0 : undefined}>
        {rows.map(({ thread, message, who }) => (
          <li key={message.id} className="message">
            <Icon name={thread.kind} />
            <span className="clip">
              <span className={message.read ? 'read' : 'unread'}>{who}</span>{' '}
              <span className="message-kind">{texts.messageKind[thread.kind]}</span>
              {!message.read && <span className="visually-hidden"> {texts.unread}</span>}
            </span>{' '}
            <time dateTime={new Date(message.at).toISOString()}>{formatTime(message.at, locale)}</time>
            <span className="message-text">
              {message.text}
              {message.attachments.map(({ id, link }) =>
                link === undefined ? null : (
                  <a key={id} href={link} target="_blank" rel="noreferrer">
                    {texts.attachment}
                  </a>
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className="empty">{texts.noMessages}</p>}
    </div>
  );
}
