import { useCallback } from 'react';

interface PictureProps {
  readonly stream: MediaStream;
  readonly label: string;
  readonly className: string;
  readonly muted?: boolean;
}

/** What a stream shows, and unless muted what is heard in it. */
export function Picture({ stream, label, className, muted = false }: PictureProps) {
  const show = useCallback(
    (element: HTMLVideoElement | null) => {
      if (element !== null) element.srcObject = stream;
    },
    [stream],
  );
  return <video ref={show} className={className} aria-label={label} autoPlay playsInline muted={muted} />;
}
