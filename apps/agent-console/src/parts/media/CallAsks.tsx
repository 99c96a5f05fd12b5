import { isLiveMedia } from '@offhook/livechat/media';
import { useId } from 'react';
import { ariaKey } from '../../app/shortcuts.js';
import type { OpenChat } from '../../desk/openChat.js';
import { shownName } from '../chats/tabName.js';
import { useMedia, useMediaState } from '../shared/deskContext.js';
import { Icon } from '../shared/Icon.js';
import { useLiveChats } from '../shared/useLiveChats.js';
import { mediaName } from './mediaName.js';

function CallAsk({ chat }: { readonly chat: OpenChat }) {
  const id = useId();
  const media = useMedia();
  const call = useMediaState((state) => state.call);
  const session = chat.media.av;
  if (!isLiveMedia(session)) return null;
  const isBusy = call !== undefined && call.phase !== 'ended';
  return (
    <div className="call-ask" role="alert">
      <Icon name="video" />
      <p id={id} dir="auto">
        {shownName(chat)} asks for {mediaName(session).a}.
        {isBusy && ' You are in another call: end it first.'}
      </p>
      <button
        type="button"
        className="button button-go"
        data-shortcut="video"
        aria-keyshortcuts={ariaKey('video')}
        aria-describedby={id}
        disabled={isBusy}
        onClick={() => media.acceptCall(chat.sid)}
      >
        Accept video
      </button>
      <button
        type="button"
        className="button"
        aria-describedby={id}
        onClick={() => media.declineCall(chat.sid)}
      >
        Decline video
      </button>
    </div>
  );
}

/** Customers who ask for a call, whichever chat is shown. */
export function CallAsks() {
  const chats = useLiveChats();
  const call = useMediaState((state) => state.call);
  const asking = chats.filter(({ sid, media: { av } }) => {
    const isTaken = call?.sid === sid && call.phase !== 'ended';
    return av?.state === 'asked' && av.askedBy === 'c' && !isTaken;
  });
  return asking.map((chat) => <CallAsk key={chat.sid} chat={chat} />);
}
