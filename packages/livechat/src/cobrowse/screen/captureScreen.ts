import { Failure } from '../../http/failure.js';
import type { MediaEndWhy } from '../../wire/media.js';
import type { CobrowseConfig } from '../config/readConfig.js';

/** The part of the browser that captures a screen: asks the customer, and rejects when there is no leave. */
export type GetDisplayMedia = (options: DisplayMediaStreamOptions) => Promise<MediaStream>;

const isStream = (value: unknown): value is MediaStream =>
  typeof value === 'object' &&
  value !== null &&
  'getTracks' in value &&
  typeof value.getTracks === 'function';

/** Why there is no stream, as the session's end says it. */
export function whyNoStream(error: unknown): MediaEndWhy {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'no-permission';
  return name === 'NotFoundError' || name === 'NotReadableError' ? 'no-device' : 'failed';
}

/**
 * The screen as a stream (rows T-94 to T-100): of the page's own canvas where it gives one (row T-107), else what the customer
 * chooses. It is to be called while the browser still has the customer's click in mind.
 */
export async function captureScreen(
  { audio, video, display }: CobrowseConfig,
  getDisplayMedia: GetDisplayMedia | undefined,
): Promise<MediaStream> {
  const acquire = display.OnAcquireCustomCanvasStream;
  const given: unknown = acquire?.();
  // The document's own sample gives nothing back.
  const own: unknown = given === undefined || given === null ? undefined : await Promise.resolve(given);
  if (isStream(own)) return own;
  if (getDisplayMedia === undefined) throw new Failure('NotSupported', 'This browser captures no screens.');
  const { enabled, ...quality } = audio;
  return getDisplayMedia({
    video: {
      ...(video.width === undefined ? {} : { width: { ideal: video.width } }),
      ...(video.height === undefined ? {} : { height: { ideal: video.height } }),
      ...(video.frameRate === undefined
        ? {}
        : { frameRate: { ideal: video.frameRate, max: video.frameRate } }),
    },
    audio: enabled ? quality : false,
  });
}

/** Lets go of what is captured: the browser’s sign that it does goes out. */
export function stopTracks(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/**
 * Tells when the picture ends by itself, as by the browser's own button.
 *
 * @returns stops telling
 */
export function onPictureEnded(stream: MediaStream, ended: () => void): () => void {
  const pictures = stream.getTracks().filter(({ kind }) => kind === 'video');
  for (const track of pictures) track.addEventListener('ended', ended);
  return () => {
    for (const track of pictures) track.removeEventListener('ended', ended);
  };
}
