import type { Clock } from '../boot/env.js';

/** All that the video script needs of the browser. */
export interface VideoEnv {
  readonly clock: Clock;
  /** Undefined on a page that is not secure: there the browser gives no camera. */
  readonly mediaDevices: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> | undefined;
  /** May throw, as `new RTCPeerConnection` does. */
  createConnection(config: RTCConfiguration): RTCPeerConnection;
  createStream(): MediaStream;
  /** Kept over a reload of this page, for no other; undefined where the browser has none for it. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  /** The page is left. */
  onLeave(listener: () => void): void;
}
