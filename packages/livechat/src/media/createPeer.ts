import type { Signal } from '../wire/signal.js';
import { createQuality, type Quality } from './createQuality.js';
import { negotiate, type Negotiation } from './negotiate.js';
import type { Peer, PeerConnectionState, PeerOptions, PeerState, SendHints, Sends } from './peer.js';
import { samePeerState } from './samePeerState.js';
import { createSenders, type Senders } from './senders.js';

// A way that is gone may come back by itself; longer than this is not worth waiting for.
const restartAfterMs = 4_000;
// Both sides talk, and find no way between them.
const failsAfterMs = 30_000;
const lookEveryMs = 2_000;
const stuckAfterMs = 3_000;
// Two that cannot agree begin anew; so often, and they never will.
const mostMends = 3;

interface Live {
  readonly pc: RTCPeerConnection;
  readonly negotiation: Negotiation;
  readonly senders: Senders;
  readonly remote: Set<MediaStream>;
  readonly look: ReturnType<typeof createQuality>;
}

/**
 * Sends media to the other side's page and gets its own, over one RTCPeerConnection at a time. Either side may begin, add and
 * leave out at any time; signals may be lost, and either side may come anew: the two find together again.
 *
 * @example
 * const peer = createPeer({ polite: true, create: (config) => new RTCPeerConnection(config), config, clock, send, changed });
 * peer.send(await navigator.mediaDevices.getUserMedia({ audio: true, video: true }));
 */
export function createPeer(options: PeerOptions): Peer {
  const { clock } = options;
  const note = (msg: string): void => options.note?.(msg);
  const restarts = options.iceRestart !== false;
  let stream: MediaStream | undefined;
  let hints: SendHints = {};
  let paused: Sends = { audio: false, video: false };
  let said: Sends | undefined;
  let quality: Quality | undefined;
  // Whether the other side negotiates: before, it may still wait for its person to allow a camera.
  let heard = false;
  let wasConnected = false;
  let mends = 0;
  let gaveUp = false;
  let over = false;
  let stopRestart: (() => void) | undefined;
  let stopGivingUp: (() => void) | undefined;
  let stopLooking: (() => void) | undefined;
  let state: PeerState = { connection: 'new', remote: [], remoteSends: { audio: false, video: false } };
  let live = open();

  function connection(): PeerConnectionState {
    const now = live.pc.connectionState;
    if (now === 'connected') return 'connected';
    if (gaveUp || (now === 'failed' && !restarts)) return 'failed';
    if (wasConnected) return 'reconnecting';
    return heard || now !== 'new' ? 'connecting' : 'new';
  }

  function update(): void {
    if (over) return;
    const remote = [...live.remote].filter((each) => each.getTracks().length > 0);
    const gets = (kind: string): boolean =>
      remote.some((each) => each.getTracks().some((track) => track.kind === kind));
    const next: PeerState = {
      connection: connection(),
      remote,
      remoteSends: {
        audio: said?.audio !== false && gets('audio'),
        video: said?.video !== false && gets('video'),
      },
      ...(quality === undefined ? {} : { quality }),
    };
    if (samePeerState(state, next)) return;
    state = next;
    options.changed(state);
  }

  function enable(): void {
    for (const track of stream?.getTracks() ?? [])
      track.enabled = !paused[track.kind === 'audio' ? 'audio' : 'video'];
    live.senders.hold(paused.video);
  }

  function tellSends(): void {
    const sends = (kind: 'audio' | 'video'): boolean => live.senders.has(kind) && !paused[kind];
    options.send({ k: 'sends', audio: sends('audio'), video: sends('video') });
  }

  function look(): void {
    stopLooking = clock.setTimeout(() => {
      const { pc, look: read } = live;
      pc.getStats().then(
        (report) => {
          if (over || live.pc !== pc || pc.connectionState !== 'connected') return;
          quality = read(report.values(), clock.monotonic());
          update();
        },
        () => note('statistics'),
      );
      look();
    }, lookEveryMs);
  }

  function restart(): void {
    stopRestart?.();
    stopRestart = undefined;
    if (!over) live.pc.restartIce();
  }

  function watchForFailure(): void {
    if (!heard || stopGivingUp !== undefined || over) return;
    stopGivingUp = clock.setTimeout(() => {
      gaveUp = live.pc.connectionState !== 'connected';
      update();
    }, failsAfterMs);
  }

  function quiet(): void {
    for (const stop of [stopRestart, stopGivingUp, stopLooking]) stop?.();
    stopRestart = stopGivingUp = stopLooking = undefined;
  }

  function connectionChanged(): void {
    const now = live.pc.connectionState;
    if (now === 'connected') {
      quiet();
      wasConnected = true;
      mends = 0;
      gaveUp = false;
      tellSends();
      look();
    } else {
      stopLooking?.();
      stopLooking = quality = undefined;
      watchForFailure();
      if (restarts && now === 'failed') restart();
      else if (restarts && now === 'disconnected') stopRestart ??= clock.setTimeout(restart, restartAfterMs);
    }
    update();
  }

  function open(): Live {
    const pc = options.create(options.config);
    const senders = createSenders(pc, options.limits ?? {}, note);
    const remote = new Set<MediaStream>();
    const negotiation = negotiate(pc, {
      polite: options.polite,
      clock,
      send: (signal) => options.send(signal),
      settled: () => {
        senders.limit();
        // Taking back its own offer leaves Chromium without candidates at times, for good.
        clock.setTimeout(() => {
          if (over || live.pc !== pc || pc.connectionState === 'connected') return;
          if (pc.iceGatheringState === 'gathering' && !negotiation.gathered) renew();
        }, stuckAfterMs);
      },
      broken: () => {
        mends += 1;
        if (mends <= mostMends) renew();
      },
      note,
    });
    pc.onconnectionstatechange = () => {
      if (live.pc === pc) connectionChanged();
    };
    pc.ontrack = ({ streams }) => {
      for (const each of streams) {
        remote.add(each);
        each.onaddtrack = each.onremovetrack = update;
      }
      update();
    };
    senders.use(stream, hints);
    senders.hold(paused.video);
    options.send({ k: 'here', pc: negotiation.id });
    return { pc, negotiation, senders, remote, look: createQuality() };
  }

  function shut(): void {
    quiet();
    live.negotiation.stop();
    live.pc.onconnectionstatechange = live.pc.ontrack = null;
    for (const each of live.remote) each.onaddtrack = each.onremovetrack = null;
    live.pc.close();
  }

  function renew(): void {
    if (over) return;
    shut();
    said = quality = undefined;
    gaveUp = false;
    live = open();
    watchForFailure();
    update();
  }

  function describe(signal: Extract<Signal, { k: 'desc' }>): void {
    if (signal.to !== undefined && signal.to !== live.negotiation.id) {
      // It is for a connection that is gone: who sent it has to know.
      options.send({ k: 'here', pc: live.negotiation.id });
      return;
    }
    const { bound } = live.negotiation;
    if (bound !== undefined && bound !== (signal.pc ?? '')) {
      renew();
      if (signal.to !== undefined) return;
    }
    void live.negotiation.describe(signal);
  }

  return {
    take(signal) {
      if (over) return;
      switch (signal.k) {
        case 'desc':
          heard = true;
          describe(signal);
          if (live.pc.connectionState !== 'connected') watchForFailure();
          break;
        case 'ice':
          void live.negotiation.candidate(signal);
          break;
        case 'here': {
          const { bound } = live.negotiation;
          if (bound !== undefined && signal.pc !== bound) renew();
          break;
        }
        case 'sends':
          said = { audio: signal.audio, video: signal.video };
          break;
        default:
      }
      update();
    },
    send(next, nextHints = {}) {
      if (over) return;
      stream = next;
      hints = nextHints;
      enable();
      live.senders.use(stream, hints);
      tellSends();
    },
    pause(audio, video) {
      if (over) return;
      paused = { audio, video };
      enable();
      tellSends();
    },
    get state() {
      return state;
    },
    restart() {
      if (over) return;
      gaveUp = false;
      stopGivingUp?.();
      stopGivingUp = undefined;
      watchForFailure();
      restart();
      update();
    },
    renew,
    close() {
      if (over) return;
      shut();
      over = true;
      state = { ...state, remote: [] };
    },
  };
}
