import { FakeStream, FakeTrack } from './fakeMedia.js';

/** Cameras and microphones that a test plugs in, unplugs and forbids. */
export interface FakeDevices {
  /** Ids, by kind; the first is the one that a browser takes unless told otherwise. */
  audio: string[];
  video: string[];
  /** What asking ends with, in place of a stream. */
  refuse: string | undefined;
  /** Holds the question to the person until it is set. */
  holds: Promise<void> | undefined;
  readonly asked: MediaStreamConstraints[];
  /** All tracks that were ever opened. */
  readonly tracks: FakeTrack[];
  unplug(id: string): void;
  readonly real: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;
}

const kinds = ['audio', 'video'] as const;

/** One microphone and one camera. */
export function fakeDevices(): FakeDevices {
  const devices: FakeDevices = {
    audio: ['mic1'],
    video: ['cam1'],
    refuse: undefined,
    holds: undefined,
    asked: [],
    tracks: [],
    unplug(id) {
      for (const kind of kinds) devices[kind] = devices[kind].filter((each) => each !== id);
      for (const track of devices.tracks) if (track.deviceId === id) track.unplug();
    },
    real: {
      async getUserMedia(constraints = {}) {
        devices.asked.push(constraints);
        await devices.holds;
        if (devices.refuse !== undefined) throw new DOMException('fake', devices.refuse);
        const tracks = kinds.flatMap((kind) => {
          const wish = constraints[kind];
          if (wish === undefined || wish === false) return [];
          const { deviceId } = (wish === true ? {} : wish) as {
            deviceId?: { exact?: string; ideal?: string };
          };
          const id =
            deviceId?.exact ?? devices[kind].find((each) => each === deviceId?.ideal) ?? devices[kind][0];
          if (id === undefined) throw new DOMException('fake', 'NotFoundError');
          if (!devices[kind].includes(id)) throw new DOMException('fake', 'OverconstrainedError');
          return [new FakeTrack(kind, id)];
        });
        devices.tracks.push(...tracks);
        return new FakeStream(tracks).real;
      },
      enumerateDevices: async () =>
        kinds.flatMap((kind) =>
          devices[kind].map(
            (deviceId) =>
              ({
                deviceId,
                kind: `${kind}input`,
                label: deviceId,
                groupId: '',
              }) as unknown as MediaDeviceInfo,
          ),
        ),
    },
  };
  return devices;
}
