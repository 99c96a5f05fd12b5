import type { MediaConfig } from '../media/readMediaConfig.js';
import type { TrackKind } from '../media/senders.js';
import { constraintsOf, MediaRefusal, openMedia, type ChosenDevices } from './openMedia.js';
import type { VideoEnv } from './videoEnv.js';

const mediaKinds = ['audio', 'video'] as const;

/** What this side of a call sends: at most one track of each kind. Whatever is opened here is stopped here. */
export interface LocalMedia {
  /** Opens what is wanted. Rejects with a `MediaRefusal`. */
  open(): Promise<void>;
  /** Changes to these devices; the ones before go on until the new ones are there. Rejects with a `MediaRefusal`. */
  choose(devices: ChosenDevices): Promise<void>;
  readonly stream: MediaStream | undefined;
  has(kind: TrackKind): boolean;
  /** Stops all tracks, also those that open later. */
  stop(): void;
}

export interface LocalMediaOptions {
  readonly env: Pick<VideoEnv, 'mediaDevices' | 'createStream'>;
  readonly config: MediaConfig;
  readonly devices: ChosenDevices;
  /** Other tracks than before. */
  changed(): void;
  note(msg: string): void;
}

/** Opens nothing yet. */
export function createLocalMedia(options: LocalMediaOptions): LocalMedia {
  const { env, config } = options;
  let stream: MediaStream | undefined;
  let stopped = false;

  const isStopped = (): boolean => stopped;
  const trackOf = (kind: TrackKind): MediaStreamTrack | undefined =>
    stream?.getTracks().find((track) => track.kind === kind);

  /** Takes a track in, in place of the one before. */
  function use(kind: TrackKind, track: MediaStreamTrack): void {
    stream ??= env.createStream();
    const before = trackOf(kind);
    if (before !== undefined && before !== track) {
      stream.removeTrack(before);
      before.stop();
    }
    stream.addTrack(track);
    // Told only when the device goes away, not when it is stopped.
    track.addEventListener('ended', () => void unplugged(kind, track), { once: true });
  }

  /** Takes what was opened, unless it is too late. */
  function takeIn(opened: MediaStream): void {
    for (const track of opened.getTracks()) {
      if (stopped) track.stop();
      else use(track.kind === 'audio' ? 'audio' : 'video', track);
    }
    if (!stopped) options.changed();
  }

  async function unplugged(kind: TrackKind, track: MediaStreamTrack): Promise<void> {
    if (stopped || trackOf(kind) !== track) return;
    const { deviceId: gone } = track.getSettings();
    stream?.removeTrack(track);
    options.note(`${kind} device is gone`);
    options.changed();
    try {
      const found = (await env.mediaDevices?.enumerateDevices()) ?? [];
      const other = found.find(
        (each) => each.kind === `${kind}input` && each.deviceId !== '' && each.deviceId !== gone,
      );
      if (other === undefined || isStopped() || trackOf(kind) !== undefined) return;
      const opened = await openMedia(env, { [kind]: constraintsOf(kind, config, other.deviceId, true) });
      if (trackOf(kind) === undefined) takeIn(opened);
      else for (const late of opened.getTracks()) late.stop();
    } catch (error) {
      options.note(`no other ${kind} device: ${error instanceof Error ? error.name : 'Error'}`);
    }
  }

  return {
    async open() {
      const wanted = mediaKinds.filter((kind) => config[kind].enabled);
      if (wanted.length === 0) return;
      const ask = async (kinds: readonly TrackKind[]): Promise<MediaStream> =>
        await openMedia(
          env,
          Object.fromEntries(kinds.map((kind) => [kind, constraintsOf(kind, config, options.devices[kind])])),
        );
      try {
        takeIn(await ask(wanted));
      } catch (error) {
        // Who has no camera can still speak.
        const canSpeak = error instanceof MediaRefusal && error.why === 'no-device' && wanted.length === 2;
        if (!canSpeak || isStopped()) throw error;
        takeIn(await ask(['audio']));
        options.note('no camera: the call has sound alone');
      }
    },
    async choose(devices) {
      const wanted = mediaKinds.filter((kind) => config[kind].enabled && devices[kind] !== undefined);
      if (wanted.length === 0 || stopped) return;
      takeIn(
        await openMedia(
          env,
          Object.fromEntries(wanted.map((kind) => [kind, constraintsOf(kind, config, devices[kind], true)])),
        ),
      );
    },
    get stream() {
      return stream;
    },
    has: (kind) => trackOf(kind)?.readyState === 'live',
    stop() {
      stopped = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    },
  };
}
