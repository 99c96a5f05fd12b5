import { videoCallView } from '@offhook/demo-kit';
import { useChat, useVideoCall } from '@offhook/react';
import { Avatar } from '../shared/Avatar.js';
import { IconButton } from '../shared/IconButton.js';
import { useErrorNotice } from '../shared/useErrorNotice.js';
import { useTexts } from '../shared/useTexts.js';
import { DeviceSelect } from './DeviceSelect.js';
import { Picture } from './Picture.js';

/** A call while it goes on, and after it why it ended. */
export function CallPanel({ chatId }: { readonly chatId?: string | undefined }) {
  const texts = useTexts();
  const { media } = texts.chat;
  const { chat } = useChat(chatId);
  const call = useVideoCall(chatId);
  const view = videoCallView({ ...call, chat }, texts);
  useErrorNotice(call.lastError);
  return (
    <section
      className={view.isLive ? 'talk talk-on' : 'talk'}
      aria-label={view.isLive ? media.call : undefined}
    >
      {/* Always there: what it says is read out as it changes. */}
      <p role="status" className="media-news" data-trouble={view.isTrouble}>
        {view.text}
      </p>
      {view.isLive && (
        <>
          <div className={view.hasRemotePicture ? 'talk-pictures talk-pictures-seen' : 'talk-pictures'}>
            {view.remote.map((stream) => (
              <Picture
                key={stream.id}
                stream={stream}
                label={media.otherPicture(view.agent)}
                className="talk-remote"
              />
            ))}
            {!view.hasRemotePicture && <Avatar name={view.agent} />}
            {view.own && <Picture stream={view.own} label={media.ownPicture} className="talk-own" muted />}
          </div>
          <div className="talk-controls">
            {view.controls.map(({ key, action, label, kind, disabledBecause }) => (
              <IconButton
                key={key}
                icon={action}
                label={label}
                className={kind}
                disabledBecause={disabledBecause}
                onClick={() => void call[action]()}
              />
            ))}
            {view.quality && (
              <span className="talk-quality" data-level={view.quality.level}>
                {view.quality.text}
              </span>
            )}
          </div>
          <div className="talk-devices">
            {view.devices.map((kind) => (
              <DeviceSelect
                key={kind}
                kind={kind}
                local={call.streams.local}
                onChoose={(deviceId) => call.setDevices({ [kind]: deviceId })}
              />
            ))}
          </div>
        </>
      )}
    </section>
  );
}
