import { isLiveMedia } from '@offhook/livechat/media';
import { useId } from 'react';
import { ariaKey } from '../../app/shortcuts.js';
import type { OpenChat } from '../../desk/openChat.js';
import { useDeskState, useMedia, useMediaState } from '../shared/deskContext.js';
import { Icon } from '../shared/Icon.js';

/** Asks the customer for a video call. */
export function StartVideo({ chat }: { readonly chat: OpenChat }) {
  const id = useId();
  const media = useMedia();
  const me = useDeskState((state) => state.me.id);
  const call = useMediaState((state) => state.call);
  const { av } = chat.media;

  function whyNot(): string | undefined {
    if (call !== undefined && call.phase !== 'ended')
      return call.sid === chat.sid ? 'The call is on.' : 'You are in another call: end it first.';
    if (!isLiveMedia(av)) return undefined;
    if (av.state === 'asked')
      return av.askedBy === 'c'
        ? 'The customer asks for a call: accept it above.'
        : 'The customer was asked already.';
    return av.agent?.agent?.id === me
      ? 'The call is in another window of yours.'
      : `${av.agent?.agent?.name ?? 'Another agent'} is in a call with the customer.`;
  }

  const reason = whyNot();
  return (
    <>
      <button
        type="button"
        className="button button-quiet"
        data-shortcut="video"
        aria-keyshortcuts={ariaKey('video')}
        disabled={reason !== undefined}
        title={reason}
        aria-describedby={reason === undefined ? undefined : id}
        onClick={() => media.startCall(chat.sid)}
      >
        <Icon name="video" small />
        Start video
      </button>
      {reason !== undefined && (
        <span id={id} className="visually-hidden">
          {reason}
        </span>
      )}
    </>
  );
}
