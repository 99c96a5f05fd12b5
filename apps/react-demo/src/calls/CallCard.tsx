import { callButtons, partyDetail, partyName, type CardAction } from '@offhook/demo-kit';
import { useCall } from '@offhook/react';
import { useState } from 'react';
import { Avatar } from '../shared/Avatar.js';
import { IconButton } from '../shared/IconButton.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';
import { Keypad } from './Keypad.js';
import { TalkTimer } from './TalkTimer.js';
import { TransferDialog } from './TransferDialog.js';

/** One live call. It renders when its own call changes, and for no other. */
export function CallCard({ id }: { readonly id: string }) {
  const texts = useTexts();
  const { call, can, pending, lastError, ...controls } = useCall(id);
  const [keypadOpen, setKeypadOpen] = useState(false);
  const [transferring, setTransferring] = useState(false);
  useErrorNotice(lastError);
  if (call === undefined) return null;

  const name = partyName(call.remote, call.match, texts.unknownCaller);
  const run: Record<CardAction, () => void> = {
    ...controls,
    sendDtmf: () => setKeypadOpen(!keypadOpen),
    transfer: () => setTransferring(true),
  };
  const buttons = callButtons(call, can);

  return (
    <li className="call" data-call={id} data-state={call.state} aria-label={name} aria-busy={pending}>
      <div className="call-head">
        <Avatar name={name} />
        <div className="who">
          <span className="who-name clip">{name}</span>
          <span className="who-number clip">{partyDetail(call.remote, call.match, texts)}</span>
        </div>
        <div className="call-status">
          <span className="pill">{texts.callState[call.state]}</span>
          <TalkTimer call={call} />
        </div>
      </div>
      <div className="call-buttons">
        {buttons.map(({ action, unsupported }) => (
          <IconButton
            key={action}
            icon={action}
            label={texts.action[action]}
            className={buttonClass[action]}
            expanded={action === 'sendDtmf' ? keypadOpen : undefined}
            disabledBecause={unsupported && texts.reason(unsupported.code, unsupported.text)}
            onClick={run[action]}
          />
        ))}
      </div>
      {keypadOpen && can.sendDtmf.allowed && <Keypad onPress={controls.sendDtmf} />}
      {transferring && can.transfer.allowed && (
        <TransferDialog name={name} onTransfer={controls.transfer} onClose={() => setTransferring(false)} />
      )}
    </li>
  );
}

const buttonClass: Partial<Record<CardAction, string>> = {
  answer: 'icon-button-go',
  reject: 'icon-button-danger icon-button-end apart',
  hangUp: 'icon-button-danger icon-button-end apart',
};
