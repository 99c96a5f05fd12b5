import type { Call } from '@offhook/core';
import { incomingButtons, matchText, partyName, partyNumber } from '@offhook/demo-kit';
import { useCall } from '@offhook/react';
import { useId } from 'react';
import { Avatar } from '../shared/Avatar.js';
import { Icon } from '../shared/Icon.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';

export function IncomingCall({ call }: { readonly call: Call }) {
  const texts = useTexts();
  const { can, lastError, ...controls } = useCall(call.id);
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
        {incomingButtons(can, texts).map(({ action, kind, disabledBecause }) => (
          <button
            key={action}
            type="button"
            className={`button ${kind}`}
            disabled={disabledBecause !== undefined}
            title={disabledBecause}
            aria-describedby={disabledBecause && `${whoId}-${action}`}
            onClick={controls[action]}
          >
            <Icon name={action} />
            {texts.action[action]}
            {disabledBecause !== undefined && (
              <span id={`${whoId}-${action}`} hidden>
                {disabledBecause}
              </span>
            )}
          </button>
        ))}
      </div>
    </div>
  );
}
