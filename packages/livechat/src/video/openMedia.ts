import type { MediaConfig } from '../media/readMediaConfig.js';
import type { TrackKind } from '../media/senders.js';
import type { VideoEnv } from './videoEnv.js';

/** Why there is no camera or microphone. */
export class MediaRefusal extends Error {
  override readonly name = 'MediaRefusal';
  constructor(
    readonly why: 'no-permission' | 'no-device',
    message: string,
  ) {
    super(message);
  }
}

/** Devices by their ids, as a page chose them. */
export interface ChosenDevices {
  readonly audio?: string;
  readonly video?: string;
}

const forbidden = new Set(['NotAllowedError', 'SecurityError', 'PermissionDeniedError']);

function refusalOf(error: unknown): MediaRefusal {
  const name = error instanceof Error || error instanceof DOMException ? error.name : 'Error';
  return forbidden.has(name)
    ? new MediaRefusal(
        'no-permission',
        `Camera or microphone were not allowed (${name}): allow them for this page.`,
      )
    : new MediaRefusal('no-device', `There is no camera or microphone that works (${name}).`);
}

/** What is asked of one kind (rows T-77 to T-79): sizes and devices are wishes, unless a device is `exactly` meant. */
export function constraintsOf(
  kind: TrackKind,
  config: MediaConfig,
  device: string | undefined,
  exactly = false,
): MediaTrackConstraints {
  const deviceId = device === undefined ? {} : { deviceId: exactly ? { exact: device } : { ideal: device } };
  if (kind === 'audio') {
    const { enabled: _, ...processing } = config.audio;
    return { ...processing, ...deviceId };
  }
  const { width, height, frameRate } = config.video;
  return {
    ...(width === undefined ? {} : { width: { ideal: width } }),
    ...(height === undefined ? {} : { height: { ideal: height } }),
    ...(frameRate === undefined ? {} : { frameRate: { ideal: frameRate } }),
    ...deviceId,
  };
}

/** Opens devices. Rejects with a `MediaRefusal`. */
export async function openMedia(
  { mediaDevices }: Pick<VideoEnv, 'mediaDevices'>,
  constraints: MediaStreamConstraints,
): Promise<MediaStream> {
  if (mediaDevices === undefined)
    throw new MediaRefusal(
      'no-permission',
      'The browser gives no camera to a page that is not secure: use https.',
    );
  try {
    return await mediaDevices.getUserMedia(constraints);
  } catch (error) {
    throw refusalOf(error);
  }
}
