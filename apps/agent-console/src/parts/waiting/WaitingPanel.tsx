import { useState } from 'react';
import { ariaKey } from '../../app/shortcuts.js';
import { useDesk, useDeskState } from '../shared/deskContext.js';
import { Icon } from '../shared/Icon.js';
import { focusMessageBox } from '../compose/focusMessageBox.js';
import { WaitingChat } from './WaitingChat.js';

/** The customers who wait, in order, and the button for the first of them. */
export function WaitingPanel() {
  const desk = useDesk();
  const waiting = useDeskState((state) => state.waiting);
  const count = useDeskState((state) => state.waitingCount);
  const [busy, setBusy] = useState(false);

  const accept = async (sid?: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const done = await desk.accept(sid);
    setBusy(false);
    if (done) focusMessageBox();
  };

  return (
    <section className="panel waiting" aria-labelledby="waiting-title">
      <div className="waiting-head">
        <h2
          className="panel-title"
          id="waiting-title"
          tabIndex={-1}
          data-shortcut={waiting.length === 0 ? 'waiting' : undefined}
        >
          Waiting <span className="count number">{count}</span>
        </h2>
        <button
          type="button"
          className="button button-go"
          data-shortcut="accept"
          aria-keyshortcuts={ariaKey('accept')}
          aria-busy={busy}
          disabled={count === 0}
          onClick={() => void accept()}
        >
          <Icon name="answer" />
          Accept
        </button>
      </div>
      {count === 0 ? (
        <p className="soft waiting-none">Nobody waits. Who comes next is shown here, and told.</p>
      ) : (
        <ol className="waiting-list" role="list" aria-label="Waiting">
          {waiting.map((chat, place) => (
            <WaitingChat
              key={chat.sid}
              chat={chat}
              isFirst={place === 0}
              onAccept={() => void accept(chat.sid)}
            />
          ))}
        </ol>
      )}
      {count > waiting.length && <p className="soft">And {count - waiting.length} more, who came later.</p>}
    </section>
  );
}
