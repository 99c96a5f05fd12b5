import { initials } from '@offhook/demo-kit';
import { detailsOf, standingOf } from '../../desk/chatFacts.js';
import type { OpenChat } from '../../desk/openChat.js';
import { useDeskState } from '../shared/deskContext.js';
import { Icon } from '../shared/Icon.js';
import { Since } from '../shared/Since.js';
import { shownName } from '../chats/tabName.js';
import { detailRows } from './detailRows.js';

function CustomerFacts({ chat }: { readonly chat: OpenChat }) {
  const me = useDeskState((state) => state.me.id);
  // What the desk showed last says nothing of a chat that is over.
  const shown = standingOf(chat, me) === 'live' ? chat.shown : undefined;
  const name = shownName(chat);
  const letters = initials(name);
  const rows = detailRows(detailsOf(chat));
  const others = shown?.agents.filter(({ id }) => id !== me) ?? [];
  return (
    <>
      <div className="customer-head" data-state={shown?.attached === true ? 'active' : 'ended'}>
        <span className="avatar" aria-hidden="true">
          {letters === '' ? <Icon name="contact" /> : letters}
        </span>
        <span className="who">
          <span className="who-name clip" dir="auto">
            {name}
          </span>
          <span className="soft">
            {shown === undefined ? (
              'Chat over'
            ) : (
              <>
                {shown.attached ? 'In the chat' : 'Page closed or away'} · <Since since={shown.since} />
              </>
            )}
          </span>
        </span>
      </div>
      {others.length > 0 && (
        <p className="soft" dir="auto">
          Also here: {others.map((agent) => agent.name).join(', ')}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="soft">The customer’s page has told nothing about them.</p>
      ) : (
        <dl className="customer-facts">
          {rows.map(({ key, label, value }) => (
            <div key={key}>
              <dt title={key}>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Who the customer is: everything that their page has told, known or not (T-25 to T-42). */
export function CustomerPanel({ chat }: { readonly chat: OpenChat | undefined }) {
  return (
    <section className="panel customer" aria-label="Customer">
      <h2 className="panel-title">Customer</h2>
      {chat === undefined ? <p className="soft">Who writes is shown here.</p> : <CustomerFacts chat={chat} />}
    </section>
  );
}
