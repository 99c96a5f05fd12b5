import { useEffect, useRef, useState } from 'react';
import type { OpenChat } from '../../desk/openChat.js';
import type { ShowState } from '../../desk/media/showState.js';
import { shownName } from '../chats/tabName.js';
import { useMedia, useMediaState } from '../shared/deskContext.js';
import { Icon } from '../shared/Icon.js';
import { DrawLayer, type DrawMode } from './DrawLayer.js';
import { ReplayFrame } from './ReplayFrame.js';
import { showText } from './showWords.js';
import { StreamVideo } from './StreamVideo.js';

const firstSize = { width: 16, height: 9 };

function ShownPage({ show }: { readonly show: ShowState }) {
  const media = useMedia();
  const [size, setSize] = useState(firstSize);
  const [mode, setMode] = useState<DrawMode>('off');
  const pointing = useRef<HTMLButtonElement>(null);
  const { sid, strokes } = show;
  const aspect = size.width / size.height;
  const toggle = (next: DrawMode): void => setMode(mode === next ? 'off' : next);
  const hasOwn = strokes.some(({ by }) => by === 'a');
  return (
    <>
      <div className="shown-room">
        <div
          className="shown-page"
          // No higher than the room for it; where there is no end to that, a telephone's page is no higher than the window.
          style={{
            aspectRatio: `${size.width} / ${size.height}`,
            maxInlineSize: `min(${75 * aspect}vh, ${100 * aspect}cqh)`,
          }}
        >
          <ReplayFrame sid={sid} onSize={setSize}>
            <DrawLayer
              mode={mode}
              strokes={strokes}
              aspect={aspect}
              onStroke={(id, points) => media.draw(sid, { k: 'draw', id, points })}
              onLeave={() => {
                setMode('off');
                pointing.current?.focus();
              }}
            />
          </ReplayFrame>
        </div>
      </div>
      <div className="call-buttons" role="group" aria-label="Drawing">
        <button
          type="button"
          className="button"
          aria-pressed={mode === 'draw'}
          onClick={() => toggle('draw')}
        >
          Draw
        </button>
        <button
          ref={pointing}
          type="button"
          className="button"
          aria-pressed={mode === 'point'}
          onClick={() => toggle('point')}
        >
          Point here
        </button>
        <button
          type="button"
          className="button"
          disabled={!hasOwn}
          onClick={() => media.draw(sid, { k: 'undo' })}
        >
          Undo
        </button>
        <button
          type="button"
          className="button"
          disabled={strokes.length === 0}
          onClick={() => media.draw(sid, { k: 'clear' })}
        >
          Clear
        </button>
      </div>
    </>
  );
}

function CloseShow({ sid }: { readonly sid: string }) {
  const media = useMedia();
  const button = useRef<HTMLButtonElement>(null);
  // The buttons have gone with the focus on one of them: it goes on here.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <button ref={button} type="button" className="button button-quiet" onClick={() => media.dismissShow(sid)}>
      Close co-browsing
    </button>
  );
}

/** What the customer shows: their page, on which the agent may draw, their screen, or both. */
export function ShowRegion({ chat }: { readonly chat: OpenChat }) {
  const media = useMedia();
  const { sid } = chat;
  const show = useMediaState((state) => state.shows[sid]);
  if (show === undefined) return null;
  const name = shownName(chat);
  const isOver = show.phase === 'ended';
  return (
    <section
      className={isOver ? 'call show' : 'call show show-live'}
      aria-label="Co-browse"
      data-phase={show.phase}
    >
      <div className="call-head">
        <Icon name={show.wants.dom === true ? 'cobrowse' : 'screen'} />
        <p role="status" aria-label="Co-browse state" dir="auto">
          {showText(show, name)}
        </p>
        {!isOver && (
          <button
            type="button"
            className="button button-quiet button-quiet-danger"
            onClick={() => media.endShow(sid)}
          >
            Stop co-browsing
          </button>
        )}
      </div>
      {!isOver && show.screen.length > 0 && (
        <section className="shown-screen" aria-label="Screen">
          {show.screen.map((stream) => (
            <StreamVideo key={stream.id} stream={stream} label={`Screen of ${name}`} own />
          ))}
        </section>
      )}
      {!isOver && show.wants.dom === true && <ShownPage key={show.media} show={show} />}
      {isOver && <CloseShow sid={sid} />}
    </section>
  );
}
