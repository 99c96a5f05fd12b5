import type { Signal } from '@offhook/livechat';
import type { Peer, PeerOptions, PeerState } from '@offhook/livechat/media';
import type { MediaParts } from '../desk/media/createDeskMedia.js';
import type { Device, DeviceKind, Opened } from '../desk/media/devices.js';
import type { KeptMedia } from '../desk/media/keptMedia.js';

/** A microphone's or a camera's track, whose device can be unplugged. */
export interface FakeTrack extends MediaStreamTrack {
  readonly isStopped: boolean;
  unplug(): void;
}

/** A stream that has these tracks. */
export const fakeStream = (tracks: readonly MediaStreamTrack[], id = 'stream'): MediaStream =>
  ({ id, getTracks: () => [...tracks] }) as unknown as MediaStream;

export function fakeTrack(kind: DeviceKind, deviceId: string): FakeTrack {
  const target = new EventTarget();
  let isStopped = false;
  const track = {
    kind,
    enabled: true,
    get isStopped() {
      return isStopped;
    },
    stop: () => void (isStopped = true),
    getSettings: () => ({ deviceId }),
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    unplug: () => void target.dispatchEvent(new Event('ended')),
  };
  return track as unknown as FakeTrack;
}

/** A connection of which tests say how it is. */
export interface FakePeer extends Peer {
  readonly options: PeerOptions;
  readonly taken: readonly Signal[];
  readonly sent: readonly (MediaStream | undefined)[];
  readonly paused: readonly (readonly [audio: boolean, video: boolean])[];
  readonly isClosed: boolean;
  becomes(state: Partial<PeerState>): void;
}

function fakePeer(options: PeerOptions): FakePeer {
  const taken: Signal[] = [];
  const sent: (MediaStream | undefined)[] = [];
  const paused: (readonly [boolean, boolean])[] = [];
  let isClosed = false;
  let state: PeerState = { connection: 'new', remote: [], remoteSends: { audio: false, video: false } };
  return {
    options,
    taken,
    sent,
    paused,
    get isClosed() {
      return isClosed;
    },
    get state() {
      return state;
    },
    take: (signal) => void taken.push(signal),
    send: (stream) => void sent.push(stream),
    pause: (audio, video) => void paused.push([audio, video]),
    restart: () => undefined,
    renew: () => undefined,
    close: () => void (isClosed = true),
    becomes(next) {
      state = { ...state, ...next };
      options.changed(state);
    },
  };
}

/** Devices and connections that are worked by hand. */
export function fakeMedia(own: readonly string[] = []) {
  const tracks: FakeTrack[] = [];
  const peers: FakePeer[] = [];
  const kept = new Set(own);
  const watchers = new Set<() => void>();
  let refusal: 'no-permission' | undefined;
  let devices: readonly Device[] = [
    { id: 'mic-1', kind: 'audio', label: 'Headset' },
    { id: 'mic-2', kind: 'audio', label: 'Desk' },
    { id: 'cam-1', kind: 'video', label: 'Front' },
    { id: 'cam-2', kind: 'video', label: 'Back' },
  ];

  function pick(kind: DeviceKind, want: string | boolean): FakeTrack | undefined {
    if (want === false) return undefined;
    const found = devices.find(({ id, kind: of }) => of === kind && (want === true || id === want));
    if (found === undefined) return undefined;
    const track = fakeTrack(kind, found.id);
    tracks.push(track);
    return track;
  }

  const keptMedia: KeptMedia = {
    has: (media) => kept.has(media),
    add: (media) => void kept.add(media),
    remove: (media) => void kept.delete(media),
  };

  const parts: MediaParts = {
    kept: keptMedia,
    devices: {
      open({ audio, video }): Promise<Opened> {
        if (refusal !== undefined) return Promise.resolve({ why: refusal });
        const found = [pick('audio', audio), pick('video', video)].filter((each) => each !== undefined);
        return Promise.resolve(found.length === 0 ? { why: 'no-device' } : { tracks: found });
      },
      list: () => Promise.resolve(devices),
      watch(listener) {
        watchers.add(listener);
        return () => watchers.delete(listener);
      },
      streamOf: (all) => fakeStream(all, 'own'),
    },
    createPeer(options) {
      const peer = fakePeer(options);
      peers.push(peer);
      return peer;
    },
    createConnection: () => {
      throw new Error('No test needs a real one.');
    },
  };

  return {
    parts,
    tracks,
    peers,
    kept,
    /** The last connection. */
    peer(): FakePeer {
      const last = peers.at(-1);
      if (last === undefined) throw new Error('There is no connection.');
      return last;
    },
    deny: () => void (refusal = 'no-permission'),
    /** Only these are plugged in from now on. */
    plug(...ids: readonly string[]) {
      devices = devices.filter(({ id }) => ids.includes(id));
      for (const listener of watchers) listener();
    },
  };
}
