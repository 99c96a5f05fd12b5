import type { DeviceProblem } from './callState.js';
import type { DeviceKind, Devices } from './devices.js';

/** What this page sends of the agent. */
export interface LocalMedia {
  readonly stream: MediaStream | undefined;
  /** Whether there is a track of the kind. */
  has(kind: DeviceKind): boolean;
  /** The devices in use. */
  readonly used: Readonly<Partial<Record<DeviceKind, string>>>;
  /** Opens what there is. @returns why there is nothing */
  open(video: boolean): Promise<'no-permission' | 'no-device' | undefined>;
  /** Goes on with another device, or with one at all. */
  choose(kind: DeviceKind, id: string | true): Promise<boolean>;
  /** Whether it is sent; what is not, is black or silent. */
  enable(kind: DeviceKind, on: boolean): void;
  /** Lets go of all devices: their lights go out. */
  stop(): void;
}

const missing = { audio: 'no-microphone', video: 'no-camera' } as const;
const gone = { audio: 'microphone-gone', video: 'camera-gone' } as const;
const kinds: readonly DeviceKind[] = ['audio', 'video'];

/**
 * Holds the tracks of microphone and camera.
 *
 * @param changed told after each change, with what went wrong
 */
export function createLocalMedia(devices: Devices, changed: (problem?: DeviceProblem) => void): LocalMedia {
  const tracks = new Map<DeviceKind, MediaStreamTrack>();
  const enabled: Record<DeviceKind, boolean> = { audio: true, video: true };
  let stream: MediaStream | undefined;
  let hasStopped = false;

  function drop(kind: DeviceKind): void {
    const track = tracks.get(kind);
    tracks.delete(kind);
    if (track === undefined) return;
    track.removeEventListener('ended', kind === 'audio' ? onAudioGone : onVideoGone);
    track.stop();
  }

  function hold(found: readonly MediaStreamTrack[]): void {
    for (const track of found) {
      const kind = track.kind === 'audio' ? 'audio' : 'video';
      drop(kind);
      track.enabled = enabled[kind];
      track.addEventListener('ended', kind === 'audio' ? onAudioGone : onVideoGone);
      tracks.set(kind, track);
    }
    stream = tracks.size === 0 ? undefined : devices.streamOf([...tracks.values()]);
  }

  /** Opens for whoever still wants it: what comes after the end is closed at once. */
  async function ask(wants: Readonly<Record<DeviceKind, string | boolean>>) {
    const opened = await devices.open(wants);
    if (!hasStopped || !('tracks' in opened)) return opened;
    for (const track of opened.tracks) track.stop();
    return { why: 'no-device' } as const;
  }

  async function replace(kind: DeviceKind, id: string | true): Promise<boolean> {
    const opened = await ask({ audio: false, video: false, [kind]: id });
    if (!('tracks' in opened)) return false;
    hold(opened.tracks);
    return true;
  }

  /** It was unplugged, or taken away: another of its kind is as good. */
  async function goOn(kind: DeviceKind): Promise<void> {
    drop(kind);
    hold([]);
    const isBack = await replace(kind, true);
    if (!hasStopped) changed(isBack ? undefined : gone[kind]);
  }

  function onAudioGone(): void {
    void goOn('audio');
  }

  function onVideoGone(): void {
    void goOn('video');
  }

  return {
    get stream() {
      return stream;
    },
    has: (kind) => tracks.has(kind),
    get used() {
      return Object.fromEntries(
        [...tracks].map(([kind, track]) => [kind, track.getSettings().deviceId ?? '']),
      );
    },
    async open(video) {
      const opened = await ask({ audio: true, video });
      if (!('tracks' in opened)) return opened.why;
      hold(opened.tracks);
      const lacks = kinds.find((kind) => !tracks.has(kind) && (kind === 'audio' || video));
      changed(lacks === undefined ? undefined : missing[lacks]);
      return undefined;
    },
    async choose(kind, id) {
      const isDone = await replace(kind, id);
      if (!hasStopped) changed(isDone ? undefined : tracks.has(kind) ? 'not-changed' : missing[kind]);
      return isDone;
    },
    enable(kind, on) {
      enabled[kind] = on;
      const track = tracks.get(kind);
      if (track !== undefined) track.enabled = on;
    },
    stop() {
      hasStopped = true;
      for (const kind of kinds) drop(kind);
      stream = undefined;
    },
  };
}
