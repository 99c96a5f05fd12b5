import { useMemo } from 'react';
import { videoControls, type StreamValues } from '@offhook/core';
import { useControls } from './useControls.js';
import { useOffhook } from './useOffhook.js';

/**
 * Audio and video with the agent of one chat, or without an id of the one in focus. The controls never reject: what
 * went wrong is in `lastError`, and in the outcome that they resolve to. A stream goes to its element by a `ref` that
 * stays the same while the stream does: `srcObject` that is set again begins anew.
 *
 * @example
 * const { streams, can, start, hangUp } = useVideoCall();
 * const [agent] = streams.remote;
 * const picture = useCallback(
 *   (video: HTMLVideoElement | null) => {
 *     if (video !== null) video.srcObject = agent ?? null;
 *   },
 *   [agent],
 * );
 * return can.start.allowed ? <button onClick={() => start()}>Call</button> : <video ref={picture} autoPlay playsInline />;
 */
export function useVideoCall(id?: string): StreamValues['videoCall'] {
  const client = useOffhook();
  return useControls(useMemo(() => videoControls(client, id), [client, id]));
}
