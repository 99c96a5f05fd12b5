import type { DeskChat } from '@offhook/livechat';
import { memo } from 'react';
import { Since } from '../shared/Since.js';

interface WaitingChatProps {
  readonly chat: DeskChat;
  readonly isFirst: boolean;
  readonly onAccept: () => void;
}

/** One who waits: place, name, topic, and since when. */
export const WaitingChat = memo(function WaitingChat({ chat, isFirst, onAccept }: WaitingChatProps) {
  const name = chat.name === '' ? 'Customer' : chat.name;
  return (
    <li className="waiting-chat" data-state="ringing">
      <span className="waiting-place number">{chat.position}</span>
      <span className="who">
        <span className="who-name clip" dir="auto" title={name}>
          {name}
        </span>
        <span className="waiting-facts">
          <span className="clip" dir="auto">
            {chat.topic === '' ? 'No topic' : chat.topic}
          </span>
          {!chat.attached && <span className="waiting-away">away</span>}
        </span>
      </span>
      <Since since={chat.since} />
      <button
        type="button"
        className="button waiting-accept"
        aria-label={`Accept ${name}`}
        data-shortcut={isFirst ? 'waiting' : undefined}
        onClick={onAccept}
      >
        Accept
      </button>
    </li>
  );
});
