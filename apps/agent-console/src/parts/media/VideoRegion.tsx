import { useEffect, useRef } from 'react';
import type { CallState } from '../../desk/media/callState.js';
import { shownName } from '../chats/tabName.js';
import { useDesk, useDeskState, useMedia, useMediaState } from '../shared/deskContext.js';
import { Icon } from '../shared/Icon.js';
import { Since } from '../shared/Since.js';
import { phaseText, problemText, qualityText, remoteText } from './callWords.js';
import { DeviceSelects } from './DeviceSelects.js';
import { StreamVideo } from './StreamVideo.js';

interface PartProps {
  readonly call: CallState;
  readonly name: string;
}

function CallPictures({ call, name }: PartProps) {
  const { streams, local, cameraOff } = call;
  const isOwnShown = local !== undefined && !cameraOff && call.devices.video !== undefined;
  return (
    <div className="call-pictures" data-empty={streams.length === 0}>
      {streams.map((stream) => (
        <StreamVideo key={stream.id} stream={stream} label={`Video of ${name}`} className="call-remote" />
      ))}
      {isOwnShown && <StreamVideo stream={local} label="Your own picture" own className="call-own" />}
    </div>
  );
}

function CallButtons({ call }: { readonly call: CallState }) {
  const media = useMedia();
  const { devices, phase } = call;
  const isOpening = phase === 'opening';
  const muted = call.muted || devices.audio === undefined;
  const cameraOff = call.cameraOff || devices.video === undefined;
  return (
    <div className="call-buttons">
      <button type="button" className="button" disabled={isOpening} onClick={() => media.mute(!muted)}>
        <Icon name={muted ? 'unmute' : 'mute'} />
        {muted ? 'Unmute' : 'Mute'}
      </button>
      <button
        type="button"
        className="button"
        disabled={isOpening}
        onClick={() => media.turnCamera(!cameraOff)}
      >
        <Icon name="video" />
        {cameraOff ? 'Camera on' : 'Camera off'}
      </button>
      <button type="button" className="button button-danger call-end" onClick={() => media.hangUp()}>
        <Icon name="hangUp" />
        Hang up
      </button>
    </div>
  );
}

function CloseCall() {
  const media = useMedia();
  const button = useRef<HTMLButtonElement>(null);
  // The buttons have gone with the focus on one of them: it goes on here.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <button ref={button} type="button" className="button button-quiet" onClick={() => media.dismissCall()}>
      Close video
    </button>
  );
}

/** The call of this page, whichever chat is shown: who is in it is heard all the time. */
export function VideoRegion() {
  const desk = useDesk();
  const call = useMediaState((state) => state.call);
  const chat = useDeskState((state) => state.chats.find(({ sid }) => sid === call?.sid));
  const clockAhead = useDeskState((state) => state.clockAhead);
  const selected = useDeskState((state) => state.selected);
  if (call === undefined) return null;
  const name = chat === undefined ? 'Customer' : shownName(chat);
  const isOver = call.phase === 'ended';
  const isOn = call.phase === 'connected' || call.phase === 'reconnecting';
  const away = isOn ? remoteText(call, name) : '';
  return (
    <section className={isOver ? 'call' : 'call call-live'} aria-label="Video" data-phase={call.phase}>
      <div className="call-head">
        <h2 className="part-title" dir="auto">
          {call.video ? 'Video call' : 'Audio call'} with {name}
        </h2>
        {call.phase === 'connected' && call.connectedAt !== undefined && (
          <Since since={new Date(call.connectedAt + clockAhead).toISOString()} />
        )}
        {chat !== undefined && call.sid !== selected && (
          <button type="button" className="button button-quiet" onClick={() => desk.select(call.sid)}>
            Show chat
          </button>
        )}
      </div>
      {!isOver && <CallPictures call={call} name={name} />}
      <p role="status" aria-label="Call state" dir="auto">
        {phaseText(call, name)}
        {away !== '' && ` ${away}`}
      </p>
      {call.problem !== undefined && !isOver && (
        <p className="call-problem" role="alert">
          {problemText(call.problem)}
        </p>
      )}
      {call.quality !== undefined && !isOver && (
        <p className="soft call-quality" data-level={call.quality.level}>
          {qualityText(call.quality)}
        </p>
      )}
      {isOver ? (
        <CloseCall />
      ) : (
        <>
          <CallButtons call={call} />
          <DeviceSelects call={call} />
        </>
      )}
    </section>
  );
}
