import { partyName } from '@offhook/demo-kit';
import { useConnection, usePaneContext } from '@offhook/react';
import { useState } from 'react';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';
import { CallFacts } from './CallFacts.js';

/** The call that the page was opened for, and the button that gives the pane back. */
export function GuestCall() {
  const texts = useTexts();
  const connection = useConnection();
  const { context, call, pending, lastError, complete } = usePaneContext();
  const [done, setDone] = useState(false);
  useErrorNotice(lastError);
  const caller = call && partyName(call.remote, call.match, texts.unknownCaller);
  const title = context?.title ?? caller ?? texts.product;
  return (
    <>
      <title>{`${title} · ${texts.product} · React`}</title>
      <main className="guest">
        <h1>{title}</h1>
        {call ? (
          <CallFacts call={call} />
        ) : connection.status === 'connecting' ? (
          <p className="soft">{texts.lookingUpCall}</p>
        ) : (
          <p className="guest-fault" role="alert">
            {connection.status === 'ready' ? texts.noCallHere : texts.lineHint(connection)}
          </p>
        )}
        <div className="guest-end">
          <button
            type="button"
            className="button button-primary"
            disabled={pending || done}
            onClick={() => void complete().then(({ ok }) => setDone(ok))}
          >
            {texts.done}
          </button>
          <p role="status" className="soft">
            {done && texts.workDone}
          </p>
        </div>
      </main>
    </>
  );
}
