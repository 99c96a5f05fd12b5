import type { IceServer, Signal, SignalFrame } from '@offhook/livechat';
import {
  createBeats,
  readSignal,
  type MediaSession,
  type Peer,
  type PeerOptions,
  type PeerState,
} from '@offhook/livechat/media';
import type { Clock } from '../clock.js';
import type { SocketLink } from '../link/socketLink.js';
import { mediaClock } from './mediaClock.js';

/** The way to the customer's page in one session: signals, signs of life, and what is heard and seen. */
export interface Line {
  /** What came for this session. From another page than the customer's it is dropped. */
  take(frame: SignalFrame): void;
  /** The session as the log has it now: the customer may be on another page. */
  follow(session: MediaSession): void;
  /** False when it is lost. */
  say(signal: Signal): boolean;
  readonly peer: Peer | undefined;
  close(): void;
}

export interface LineOptions {
  readonly sid: string;
  readonly session: MediaSession;
  readonly clock: Clock;
  readonly link: Pick<SocketLink, 'signal'>;
  isLinkUp(): boolean;
  /** What is sent, when the connection is made; without, nothing is heard or seen either way. */
  readonly stream?: (() => MediaStream | undefined) | undefined;
  /** The connection before anything is sent over it. */
  prepare?(peer: Peer): void;
  createPeer(options: PeerOptions): Peer;
  readonly createConnection: PeerOptions['create'];
  ice(): Promise<readonly IceServer[]>;
  /** What is not for the connection alone. */
  onSignal(signal: Signal): void;
  /** The customer is on another page now, or has loaded it anew. */
  onMoved(): void;
  onPeer(state: PeerState): void;
  /** The customer's page has gone and didn't come back. */
  onLost(): void;
}

/** Signals that may wait until the ICE servers are known. */
const mostWaiting = 64;

const rtcServers = (servers: readonly IceServer[]): RTCIceServer[] =>
  servers.map(({ urls, ...rest }) => ({ ...rest, urls: typeof urls === 'string' ? urls : [...urls] }));

/** Opens the way. The agent's side doesn't give in when both offer at once: the customer's does. */
export function createLine(options: LineOptions): Line {
  const { sid, session, clock, link } = options;
  const { media } = session;
  let seat = session.customer?.seat;
  let peer: Peer | undefined;
  let waiting: Signal[] = [];
  let hasClosed = false;

  const say = (data: Signal): boolean => seat !== undefined && link.signal({ sid, media, to: seat }, data);

  const beats = createBeats({
    clock: mediaClock(clock),
    send: () => void say({ k: 'beat' }),
    linkUp: () => options.isLinkUp(),
    connected: () => peer?.state.connection === 'connected',
    lost: () => options.onLost(),
  });

  const create = (iceServers: RTCIceServer[]): Peer =>
    options.createPeer({
      polite: false,
      create: options.createConnection,
      config: { iceServers },
      clock: mediaClock(clock),
      send: (signal) => void say(signal),
      changed: (state) => {
        if (!hasClosed) options.onPeer(state);
      },
    });

  async function open(local: () => MediaStream | undefined): Promise<void> {
    const iceServers = rtcServers(await options.ice());
    if (hasClosed) return;
    try {
      const fresh = create(iceServers);
      peer = fresh;
      options.prepare?.(fresh);
      fresh.send(local(), { video: 'motion' });
      for (const signal of waiting) fresh.take(signal);
      waiting = [];
    } catch {
      // A browser without WebRTC, or ICE servers that it doesn't understand.
      options.onPeer({ connection: 'failed', remote: [], remoteSends: { audio: false, video: false } });
    }
  }

  function toPeer(signal: Signal): void {
    if (peer !== undefined) peer.take(signal);
    else if (options.stream !== undefined && waiting.length < mostWaiting) waiting.push(signal);
  }

  if (options.stream !== undefined) void open(options.stream);

  return {
    say,
    get peer() {
      return peer;
    },
    take({ from, data }) {
      const signal = readSignal(data);
      if (hasClosed || from !== seat || signal === undefined) return;
      beats.heard();
      switch (signal.k) {
        case 'desc':
        case 'ice':
        case 'sends':
          toPeer(signal);
          break;
        case 'here':
          toPeer(signal);
          options.onSignal(signal);
          break;
        case 'beat':
          break;
        case 'ev':
        case 'part':
        case 'whole':
        case 'draw':
        case 'undo':
        case 'clear':
          options.onSignal(signal);
      }
    },
    follow(next) {
      const now = next.customer?.seat;
      if (now === undefined || now === seat) return;
      seat = now;
      beats.heard();
      peer?.renew();
      options.onMoved();
    },
    close() {
      hasClosed = true;
      beats.stop();
      peer?.close();
    },
  };
}
