/** A microphone or a camera. */
export type DeviceKind = 'audio' | 'video';

/** One that is plugged in. */
export interface Device {
  readonly id: string;
  readonly kind: DeviceKind;
  /** '' until one may use it. */
  readonly label: string;
}

/** What could be opened; or why nothing could. */
export type Opened =
  { readonly tracks: readonly MediaStreamTrack[] } | { readonly why: 'no-permission' | 'no-device' };

/** What to open: a device by its id, any with true, none with false. */
export type DeviceWants = Readonly<Record<DeviceKind, string | boolean>>;

/** Microphones and cameras. */
export interface Devices {
  /** What there is of it: without a camera, the microphone alone. */
  open(wants: DeviceWants): Promise<Opened>;
  list(): Promise<readonly Device[]>;
  /** Told when something was plugged in or out. @returns stops it */
  watch(listener: () => void): () => void;
  streamOf(tracks: readonly MediaStreamTrack[]): MediaStream;
}

const kinds: Readonly<Partial<Record<MediaDeviceKind, DeviceKind>>> = {
  audioinput: 'audio',
  videoinput: 'video',
};

/** Sizes that a small picture in a page needs, and not more. */
const picture = { width: { ideal: 1280 }, height: { ideal: 720 } };

const denials: ReadonlySet<string> = new Set(['NotAllowedError', 'SecurityError']);

const chosen = (want: string | boolean): MediaTrackConstraints =>
  typeof want === 'string' ? { deviceId: { exact: want } } : {};

const constraintsOf = ({ audio, video }: DeviceWants): MediaStreamConstraints => ({
  audio: audio === false ? false : chosen(audio),
  video: video === false ? false : { ...picture, ...chosen(video) },
});

/**
 * The browser's.
 *
 * @param media in a page without `https` there is none, though the types promise it
 */
export function browserDevices(media: MediaDevices | undefined): Devices {
  async function open(wants: DeviceWants): Promise<Opened> {
    if (media === undefined) return { why: 'no-device' };
    try {
      const stream = await media.getUserMedia(constraintsOf(wants));
      return { tracks: stream.getTracks() };
    } catch (error) {
      const isDenied = error instanceof Error && denials.has(error.name);
      if (isDenied) return { why: 'no-permission' };
      if (wants.audio === false || wants.video === false) return { why: 'no-device' };
      // One of both is missing, or in use: the other is better than nothing.
      const heard = await open({ ...wants, video: false });
      return 'tracks' in heard ? heard : open({ ...wants, audio: false });
    }
  }

  return {
    open,
    async list() {
      const found = (await media?.enumerateDevices().catch(() => [])) ?? [];
      return found.flatMap(({ deviceId: id, kind: of, label }) => {
        const kind = kinds[of];
        return kind === undefined || id === '' ? [] : [{ id, kind, label }];
      });
    },
    watch(listener) {
      media?.addEventListener('devicechange', listener);
      return () => media?.removeEventListener('devicechange', listener);
    },
    streamOf: (tracks) => new MediaStream([...tracks]),
  };
}
