import { createBeats, type Beats } from '../media/createBeats.js';
import { createPeer } from '../media/createPeer.js';
import type { IncomingSignal, MediaPort } from '../media/mediaPort.js';
import type { Peer, PeerState } from '../media/peer.js';
import type { MediaConfig } from '../media/readMediaConfig.js';
import { readSignal } from '../media/readSignal.js';
import type { IceServer } from '../wire/media.js';
import type { Signal } from '../wire/signal.js';
import type { VideoEnv } from './videoEnv.js';

// What is said before this side can listen; more of it is no conversation.
const mostEarly = 200;
// A server that does not tell its ICE servers by then is done without.
const iceWithinMs = 3_000;

export interface CallMediaOptions {
  readonly port: MediaPort;
  readonly env: VideoEnv;
  readonly config: MediaConfig;
  readonly sid: string;
  readonly media: string;
  /** What is sent, now. */
  stream(): MediaStream | undefined;
  paused(): { readonly audio: boolean; readonly video: boolean };
  changed(state: PeerState): void;
  /** The other side went away and did not come back. */
  lost(): void;
  /** There is no way between the two sides. */
  failed(): void;
  note(msg: string): void;
}

/** The media of one call that is on. */
export interface CallMedia {
  /** The agent's seat: another one than before is a page that was loaded anew. */
  seat(seat: string): void;
  take(signal: IncomingSignal): void;
  /** The stream is another, or has other tracks. */
  use(): void;
  pause(): void;
  link(up: boolean): void;
  close(): void;
}

/** The page's own ICE servers, else the server's (row T-76). */
async function iceServers({ port, env, config, note }: CallMediaOptions): Promise<readonly IceServer[]> {
  if (config.iceServers !== undefined && config.iceServers.length > 0) return config.iceServers;
  const late = new Promise<readonly IceServer[]>((resolve) =>
    env.clock.setTimeout(() => resolve([]), iceWithinMs),
  );
  try {
    return await Promise.race([port.ice(), late]);
  } catch {
    note('no ICE servers from the server');
    return [];
  }
}

/** Begins once the agent's seat is known. */
export function createCallMedia(options: CallMediaOptions): CallMedia {
  const { port, env, config, sid, media } = options;
  let to: string | undefined;
  let peer: Peer | undefined;
  let beats: Beats | undefined;
  let over = false;
  const early: Signal[] = [];
  const isOver = (): boolean => over;

  const send = (signal: Signal): void => {
    if (to !== undefined) port.signal(sid, media, to, signal);
  };

  function changed(state: PeerState): void {
    options.changed(state);
    // Without the server nothing can be mended: that is tried when it is back.
    if (state.connection === 'failed' && port.up && !over) options.failed();
  }

  async function start(): Promise<void> {
    beats = createBeats({
      clock: env.clock,
      send: () => send({ k: 'beat' }),
      linkUp: () => port.up,
      connected: () => peer?.state.connection === 'connected',
      lost: options.lost,
    });
    const servers = await iceServers(options);
    if (isOver()) return;
    try {
      peer = createPeer({
        polite: true,
        create: (configuration) => env.createConnection(configuration),
        config: {
          iceServers: servers.map(({ urls, ...rest }) => ({
            ...rest,
            urls: typeof urls === 'string' ? urls : [...urls],
          })),
          iceTransportPolicy: config.iceTransportPolicy,
        },
        clock: env.clock,
        send,
        changed,
        iceRestart: config.iceRestart,
        limits: config.limits,
        note: options.note,
      });
    } catch (error) {
      options.note(`no RTCPeerConnection: ${error instanceof Error ? error.name : 'Error'}`);
      options.failed();
      return;
    }
    use();
    for (const signal of early.splice(0)) peer.take(signal);
  }

  function pause(): void {
    const { audio, video } = options.paused();
    peer?.pause(audio, video);
  }

  function use(): void {
    pause();
    peer?.send(options.stream(), { video: 'motion' });
  }

  return {
    seat(seat) {
      if (over || seat === to) return;
      const first = to === undefined;
      to = seat;
      if (first) void start();
      else peer?.renew();
    },
    take({ from, data }) {
      const signal = from === to ? readSignal(data) : undefined;
      if (signal === undefined || over) return;
      beats?.heard();
      if (peer !== undefined) peer.take(signal);
      else if (early.length < mostEarly) early.push(signal);
    },
    use,
    pause,
    link(up) {
      if (!up || peer === undefined) return;
      if (peer.state.connection !== 'connected') peer.restart();
      // It may have been told while nobody could hear it.
      pause();
    },
    close() {
      over = true;
      beats?.stop();
      peer?.close();
    },
  };
}
