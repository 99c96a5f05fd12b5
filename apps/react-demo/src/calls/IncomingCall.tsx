import type { Call } from '@offhook/core';
import { matchText, partyName, partyNumber } from '@offhook/demo-kit';
import { useCall } from '@offhook/react';
import { useId } from 'react';
import { Avatar } from '../shared/Avatar.js';
import { Icon } from '../shared/Icon.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

export function IncomingCall({ call }: { readonly call: Call }) {
  const texts = useTexts();
  const { answer, reject, lastError } = useCall(call.id);
  const whoId = useId();
  useErrorNotice(lastError);
  const name = partyName(call.remote, call.match, texts.unknownCaller);
  const number = partyNumber(call.remote);
  return (
    <div
      className="incoming-call"
      data-state="ringing"
      role="alertdialog"
      aria-label={texts.incomingCall}
      aria-describedby={whoId}
      data-focus-next={`[data-call="${CSS.escape(call.id)}"]`}
    >
      <div className="incoming-head" id={whoId}>
        <Avatar name={name} />
        <div className="who">
          <span className="who-name clip">{name}</span>
          {number !== name && <span className="who-number clip">{number}</span>}
          <span className="soft clip">{matchText(call.match, texts)}</span>
        </div>
      </div>
      <div className="incoming-buttons">
        <button type="button" className="button button-go" onClick={answer}>
          <Icon name="answer" />
          {texts.action.answer}
        </button>
        <button type="button" className="button button-danger" onClick={reject}>
          <Icon name="reject" />
          {texts.action.reject}
        </button>
      </div>
    </div>
  );
}
