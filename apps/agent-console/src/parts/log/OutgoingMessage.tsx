import { refusalText } from '../../desk/refusalText.js';
import type { Outgoing } from '../../desk/openChat.js';
import { useDesk, useDeskState } from '../shared/deskContext.js';
import { Icon } from '../shared/Icon.js';
import { Said } from './Said.js';

interface OutgoingMessageProps {
  readonly sid: string;
  readonly outgoing: Outgoing;
}

/** What the agent has written and isn't in the chat yet, or was refused. */
export function OutgoingMessage({ sid, outgoing }: OutgoingMessageProps) {
  const desk = useDesk();
  const name = useDeskState((state) => state.me.name);
  const { id, kind, text, at, refused } = outgoing;
  return (
    <Said
      author={name}
      at={at}
      own
      status={refused === undefined ? 'Sending …' : 'Not sent'}
      failed={refused !== undefined}
    >
      {kind === 'app' && <p className="app-kind">App message</p>}
      <p className="chat-text" dir="auto">
        {text}
      </p>
      {refused !== undefined && (
        <>
          <p>{refusalText(refused.code, refused.text)}</p>
          <p className="said-buttons">
            <button type="button" className="button" onClick={() => desk.sayAgain(sid, id)}>
              <Icon name="again" />
              Send again
            </button>
            <button type="button" className="button" onClick={() => desk.discard(sid, id)}>
              Discard
            </button>
          </p>
        </>
      )}
    </Said>
  );
}
