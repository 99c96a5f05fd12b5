import { useMemo } from 'react';
import { botTalkOf } from '../../desk/chatFacts.js';
import type { OpenChat } from '../../desk/openChat.js';
import { shownName } from '../chats/tabName.js';
import { BotTalk } from './BotTalk.js';
import { LogEntry } from './LogEntry.js';
import { mediaLines } from './mediaLines.js';
import { OutgoingMessage } from './OutgoingMessage.js';

/** What was said and what happened, and at the end what isn't in the chat yet. The browser keeps the newest in sight. */
export function MessageLog({ chat }: { readonly chat: OpenChat }) {
  const name = shownName(chat);
  const lines = useMemo(() => mediaLines(chat.entries, name), [chat.entries, name]);
  return (
    <div className="chat-scroll" tabIndex={0}>
      <div className="chat-log" role="log" aria-label="Messages">
        <BotTalk text={botTalkOf(chat)} />
        {chat.entries.map((entry) => (
          <LogEntry
            key={entry.seq}
            sid={chat.sid}
            entry={entry}
            customer={name}
            line={lines.get(entry.seq)}
          />
        ))}
        {chat.outgoing.map((outgoing) => (
          <OutgoingMessage key={outgoing.id} sid={chat.sid} outgoing={outgoing} />
        ))}
      </div>
    </div>
  );
}
