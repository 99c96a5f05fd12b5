import { formatDate, formatTime } from '@offhook/demo-kit';
import type { PastChat, TransRecord } from '@offhook/livechat';
import type { OpenChat } from '../../desk/openChat.js';
import { useDesk } from '../shared/deskContext.js';
import { TextWithLinks } from '../shared/TextWithLinks.js';
import { shownName } from '../chats/tabName.js';
import { decodeText } from './decodeText.js';

const at = (time: string, format: (at: number, language: string) => string): string => {
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? '' : format(ms, 'en');
};

function Record({ record, customer }: { readonly record: TransRecord; readonly customer: string }) {
  if (record.type !== 'msg')
    return (
      <p className="chat-line" dir="auto">
        {record.name} {record.type === 'connect' ? 'joined' : 'left'}
      </p>
    );
  return (
    <p className="earlier-said">
      <span className="soft" dir="auto">
        {record.by === 'c' ? customer : 'Agent'} {at(record.time, formatTime)}
      </span>
      <span className="chat-text" dir="auto">
        <TextWithLinks text={decodeText(record.msg)} />
      </span>
    </p>
  );
}

function Past({ chat, customer }: { readonly chat: PastChat; readonly customer: string }) {
  const said = chat.trans.filter(({ type }) => type === 'msg').length;
  const begun = at(chat.trans[0]?.time ?? '', formatDate);
  return (
    <li>
      <details className="earlier">
        <summary>
          {begun === '' ? 'Without a word' : begun} <span className="soft">{`${said} messages`}</span>
        </summary>
        {chat.trans.map((record, place) => (
          <Record key={place} record={record} customer={customer} />
        ))}
      </details>
    </li>
  );
}

/** The customer's chats of before, the latest first. */
export function EarlierChats({ chat }: { readonly chat: OpenChat }) {
  const desk = useDesk();
  const { sid, earlier } = chat;
  const chats = earlier?.state === 'there' ? earlier.chats : [];
  return (
    <section className="panel" aria-label="History">
      <h2 className="panel-title">Earlier chats</h2>
      {earlier?.state === 'failed' && (
        <button type="button" className="button" onClick={() => void desk.askEarlier(sid)}>
          Ask again
        </button>
      )}
      {earlier?.state === 'asked' && <p className="skeleton" />}
      {earlier?.state === 'there' && chats.length === 0 && (
        <p className="soft">None: it is the first chat, or the customer isn’t known.</p>
      )}
      {chats.length > 0 && (
        <ul role="list" className="earlier-list" aria-label="Earlier chats">
          {[...chats].reverse().map((past) => (
            <Past key={past.sid} chat={past} customer={shownName(chat)} />
          ))}
        </ul>
      )}
    </section>
  );
}
