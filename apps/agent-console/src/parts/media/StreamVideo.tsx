import { useEffect, useRef, useState } from 'react';

interface StreamVideoProps {
  readonly stream: MediaStream;
  readonly label: string;
  /** One's own voice is not played. */
  readonly own?: boolean;
  readonly className?: string;
}

/** What is sent, to be seen and heard. */
export function StreamVideo({ stream, label, own = false, className }: StreamVideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [isHeldBack, setHeldBack] = useState(false);

  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  const play = async (): Promise<void> => {
    try {
      await video.current?.play();
      setHeldBack(false);
    } catch {
      // Browsers play no sound before somebody has pressed something in the page.
      setHeldBack(video.current?.paused === true);
    }
  };

  return (
    <>
      <video
        ref={video}
        className={className}
        aria-label={label}
        autoPlay
        playsInline
        muted={own}
        onLoadedMetadata={play}
      />
      {isHeldBack && (
        <button type="button" className="button button-primary stream-play" onClick={play}>
          Play sound
        </button>
      )}
    </>
  );
}
