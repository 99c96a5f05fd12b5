import { partyName } from '@offhook/demo-kit';
import { useConnection, useIncomingCalls } from '@offhook/react';
import { Icon } from '../shared/Icon.js';
import { useTexts } from '../shared/useTexts.js';
import { IncomingCall } from './IncomingCall.js';

/** Where calls ring. Its place is always there; in between it says how the line is. */
export function IncomingCalls() {
  const texts = useTexts();
  const calls = useIncomingCalls();
  const connection = useConnection();
  const names = calls.map((call) => partyName(call.remote, call.match, texts.unknownCaller));
  return (
    <div className="stage">
      <div className="incoming" data-focus-next="#calls">
        {calls.map((call) => (
          <IncomingCall key={call.id} call={call} />
        ))}
      </div>
      {calls.length === 0 && (
        <p className="stage-hint">
          <Icon name="incoming" />
          {texts.lineHint(connection)}
        </p>
      )}
      {/* The dialogs don't take the focus from somebody who writes: this says that they are there. */}
      <p className="visually-hidden" aria-live="assertive">
        {names.map(texts.incomingFrom).join('. ')}
      </p>
    </div>
  );
}
