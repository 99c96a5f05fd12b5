import { createBeats, type Beats } from '../../media/createBeats.js';
import { createPeer } from '../../media/createPeer.js';
import type { MediaChat, MediaPort } from '../../media/mediaPort.js';
import type { MediaSession } from '../../media/foldMedia.js';
import type { Peer } from '../../media/peer.js';
import { randomMediaId } from '../../media/randomMediaId.js';
import { readSignal } from '../../media/readSignal.js';
import type { MediaEndWhy, MediaWants } from '../../wire/media.js';
import type { Signal } from '../../wire/signal.js';
import { asFailure } from '../../http/failure.js';
import type { CobrowseConfig } from '../config/readConfig.js';
import { createOverlay, type Overlay } from '../overlay/createOverlay.js';
import type { ListedControls } from '../privacy/controls.js';
import { onPictureEnded, stopTracks } from '../screen/captureScreen.js';
import type { CobrowseEnv } from './cobrowseEnv.js';
import { stateOf, type CobrEnd, type CobrState } from './cobrState.js';
import type { Memory } from './remembered.js';
import { rtcConfig } from './rtcConfig.js';
import { showDocument, type ShownDocument } from './showDocument.js';

export interface ShowingOptions {
  readonly env: CobrowseEnv;
  readonly port: MediaPort;
  readonly memory: Memory;
  readonly config: CobrowseConfig;
  readonly listed: ListedControls;
  readonly chat: Pick<MediaChat, 'sid' | 'clientId'>;
  readonly media: string;
  readonly wants: MediaWants;
  readonly stream?: MediaStream | undefined;
  /** The page was loaded anew while the session was on. */
  readonly resumed: boolean;
  /** Once, when all has been let go of. */
  ended(): void;
}

/** One session of what the customer shows, from the asking to its end. */
export interface Showing {
  readonly sid: string;
  readonly media: string;
  end(why: MediaEndWhy): void;
}

const unansweredMs = 45_000;
const heldMost = 64;

/** Asks for it, shows the page or the screen when the agent has taken it, and lets go of everything at its end. */
export function createShowing(options: ShowingOptions): Showing {
  const { env, port, memory, config, listed, chat, media, wants, stream } = options;
  const { sid, clientId } = chat;
  const { clock } = env;
  const streams = stream === undefined ? [] : [stream];
  let state: CobrState | undefined;
  let asked = false;
  let seat: string | undefined;
  /** In another window than the chat's, the seat is the chat page's, which may be loaded anew. */
  const ownSeats = new Set([port.page]);
  let told = false;
  let over = false;
  let shown: ShownDocument | undefined;
  let overlay: Overlay | undefined;
  let beats: Beats | undefined;
  let peer: Peer | undefined;
  let held: Signal[] = [];
  const cleanUps: (() => void)[] = [];

  const tell = (phase: CobrState['phase'], end?: CobrEnd): void => {
    if (state?.phase === phase) return;
    state = stateOf(wants, phase, streams, end);
    port.emit('OnCobrChanged', [sid, state, clientId]);
  };
  const call = (
    handler: ((...args: readonly unknown[]) => unknown) | undefined,
    args: readonly unknown[],
  ): void => {
    try {
      handler?.(...args);
    } catch (error) {
      port.report(error);
    }
  };
  const send = (signal: Signal): boolean => seat !== undefined && port.signal(sid, media, seat, signal);

  // Not before it is left: a copy of this tab, which has its memory, must not be shown in its place.
  const keep = (): void => memory.write({ sid, media, screen: wants.screen === true });

  /** @param isLeft the page shows the chat no more, perhaps as it is being loaded anew: it may go on with it */
  function finish(end: CobrEnd, isLeft = false): void {
    if (over) return;
    over = true;
    for (const cleanUp of cleanUps) cleanUp();
    beats?.stop();
    shown?.stop();
    peer?.close();
    overlay?.remove();
    stopTracks(stream);
    if (isLeft) keep();
    else memory.forget();
    options.ended();
    // What never began, does not end (P-20).
    if (end.code === undefined) call(config.display.OnDisconnected, []);
    tell('ended', end);
  }
  function end(why: MediaEndWhy): void {
    if (over) return;
    finish({ endedBy: 'c', why });
    port.step(sid, media, { step: 'end', why }).catch((error: unknown) => {
      port.slog('warn', 'EndCobr', asFailure(error).code);
    });
  }
  function refused(error: unknown): void {
    const { code } = asFailure(error);
    port.slog('warn', 'StartCobr', code);
    finish({ why: 'failed', ...(code === 'NotConnected' ? { code } : {}) });
  }

  function connected(): void {
    tell('connected');
    if (told) return;
    told = true;
    call(config.display.OnConnected, [[], streams]);
  }
  /** How it is, of what is known of the line and of the screen's connection. */
  function update(): void {
    if (over || beats === undefined) return;
    const flows = wants.dom === true ? port.up : peer?.state.connection === 'connected';
    if (flows) connected();
    else if (told) tell('reconnecting');
  }

  async function showScreen(screen: MediaStream): Promise<void> {
    const rtc = await rtcConfig(config, port);
    if (over) return;
    peer = createPeer({
      polite: true,
      create: (using) => env.createConnection(using),
      config: rtc,
      clock,
      send,
      changed: update,
      iceRestart: config.iceRestart,
      limits: config.limits,
      note: (msg) => port.slog('warn', 'StartCobr', msg),
    });
    peer.send(screen, { video: 'detail' });
    for (const signal of held.splice(0)) peer.take(signal);
    update();
  }
  function show(): void {
    overlay = createOverlay({
      window: env.window,
      document: env.document,
      clock,
      texts: config.texts,
      dom: wants.dom === true,
      annotate: wants.annotate === true,
      newId: randomMediaId,
      send,
      stop: () => end('hung-up'),
    });
    try {
      if (wants.dom === true)
        shown = showDocument({ env, port, listed, pointer: wants.pointer === true, send });
    } catch (error) {
      port.slog('error', 'StartCobr', error instanceof Error ? error.message : 'recorder');
      end('failed');
      return;
    }
    beats = createBeats({
      clock,
      send: () => void send({ k: 'beat' }),
      linkUp: () => port.up,
      connected: () => peer?.state.connection === 'connected',
      lost: () => end('lost'),
    });
    if (options.resumed) send({ k: 'here' });
    if (stream !== undefined) void showScreen(stream).catch((error: unknown) => port.report(error));
    update();
  }

  function follow(session: MediaSession): void {
    if (session.state === 'ended') {
      const { endedBy, why } = session;
      finish({ ...(endedBy === undefined ? {} : { endedBy }), ...(why === undefined ? {} : { why }) });
      return;
    }
    const mine = session.customer?.seat;
    if (mine !== undefined && !ownSeats.has(mine)) {
      // Another page of this browser has taken it over.
      finish({ endedBy: 'c', why: 'lost' });
      return;
    }
    const before = seat;
    if (session.state !== 'on' || session.agent === undefined) return;
    seat = session.agent.seat;
    if (before === undefined) show();
    else if (before !== seat) {
      overlay?.take({ k: 'clear' });
      shown?.whole();
      peer?.renew();
    }
  }
  function look(): void {
    if (over || !asked) return;
    const found = port.chats().find((each) => each.sid === sid);
    if (found === undefined) return finish({ endedBy: 'c', why: 'left' }, true);
    const session = found.media.cobr;
    // Somebody else's was first.
    if (session?.media !== media) return finish({ why: 'failed' });
    follow(session);
  }
  function take(signal: Signal): void {
    beats?.heard();
    switch (signal.k) {
      case 'whole':
        shown?.whole();
        break;
      case 'draw':
      case 'undo':
      case 'clear':
        overlay?.take(signal);
        break;
      case 'desc':
      case 'ice':
      case 'here':
      case 'sends':
        if (peer !== undefined) peer.take(signal);
        else if (stream !== undefined && held.length < heldMost) held = [...held, signal];
        break;
      default:
    }
  }

  cleanUps.push(
    port.watch((changed) => {
      if (changed === sid) look();
    }),
    port.onSignal(({ media: of, from, data }) => {
      const signal = of === media && from === seat ? readSignal(data) : undefined;
      if (signal !== undefined && !over) take(signal);
    }),
    port.onLink((up) => {
      if (up && asked && !ownSeats.has(port.page)) {
        ownSeats.add(port.page);
        port.step(sid, media, { step: 'join' }).then(() => {
          if (over) return;
          send({ k: 'here' });
          shown?.whole();
        }, refused);
      } else if (up) shown?.whole();
      update();
    }),
    clock.setTimeout(() => {
      if (seat === undefined) end('unanswered');
    }, unansweredMs),
  );
  if (stream !== undefined) cleanUps.push(onPictureEnded(stream, () => end('hung-up')));
  env.window.addEventListener('pagehide', keep);
  cleanUps.push(() => env.window.removeEventListener('pagehide', keep));
  tell('starting');
  const first = options.resumed
    ? ({ step: 'join' } as const)
    : ({ step: 'ask', kind: 'cobr', wants } as const);
  port.step(sid, media, first).then(() => {
    asked = true;
    look();
  }, refused);

  return { sid, media, end };
}
