import { useEffect, useRef, type ReactNode } from 'react';
import { posted, readFromReplay } from '../../replay/messages.js';
import { useMedia } from '../shared/deskContext.js';

interface ReplayFrameProps {
  readonly sid: string;
  /** The size of the customer's window has come. */
  readonly onSize: (size: { readonly width: number; readonly height: number }) => void;
  /** What lies over the page. */
  readonly children: ReactNode;
}

/** Beside the console, under a policy of its own: a customer's page brings its own styles. */
const address = '/agent/replay.html';

/** The customer's page as it is told of, in a document that can do nothing to this one. */
export function ReplayFrame({ sid, onSize, children }: ReplayFrameProps) {
  const media = useMedia();
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    let detach = (): void => undefined;
    const post = (events: readonly unknown[]): void =>
      frame.current?.contentWindow?.postMessage(posted({ t: 'events', events }), location.origin);

    function onMessage({ source, origin, data }: MessageEvent<unknown>): void {
      if (source === null || source !== frame.current?.contentWindow || origin !== location.origin) return;
      const message = readFromReplay(data);
      if (message?.t === 'size') onSize(message);
      else if (message?.t === 'broken') media.askWhole(sid);
      else if (message?.t === 'ready') {
        detach();
        detach = media.attachView(sid, { take: post });
      }
    }

    addEventListener('message', onMessage);
    return () => {
      removeEventListener('message', onMessage);
      detach();
    };
  }, [media, sid, onSize]);

  return (
    <>
      <iframe
        ref={frame}
        className="replay-frame"
        title="Co-browsed page"
        src={address}
        sandbox="allow-scripts allow-same-origin"
        tabIndex={-1}
      />
      {children}
    </>
  );
}
