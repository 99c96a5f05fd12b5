import type { MediaEndWhy, Signal, SignalFrame } from '@offhook/livechat';
import type { MediaSession, PeerState } from '@offhook/livechat/media';
import { createAsker } from './createAsker.js';
import { createEventOrder } from './createEventOrder.js';
import { createLine, type Line } from './createLine.js';
import type { MediaTools } from './mediaTools.js';
import type { ShowState, ShowView } from './showState.js';
import { drawn, type Drawing } from './strokes.js';

/** What a customer shows, from its taking to the end. */
export interface Show {
  readonly state: ShowState;
  readonly media: string;
  /** As the log has it now; without one the chat is over. */
  follow(session: MediaSession | undefined, isChatLive: boolean): void;
  /** False while it isn't this page's yet. */
  take(frame: SignalFrame): boolean;
  /** Shows the page from now on, the whole of it first. @returns stops it */
  attach(view: ShowView): () => void;
  /** There was no connection, and something may have been missed: the whole page is asked for. */
  refresh(): void;
  /** The page can't be shown as it is: the whole of it is asked for. */
  askWhole(): void;
  draw(step: Drawing): void;
  end(): void;
  /** Lets go of it, and tells nobody: the page goes away, and may come back. */
  close(): void;
}

export interface ShowStart {
  readonly how: 'take' | 'join';
  readonly sid: string;
  readonly session: MediaSession;
}

const mostEarly = 2_000;

/**
 * Runs one.
 *
 * @param changed told after each change of its state; `undefined` when it was another page's after all
 */
export function createShow(
  start: ShowStart,
  tools: MediaTools,
  changed: (state: ShowState | undefined) => void,
): Show {
  const { sid, session: given } = start;
  const { media, wants } = given;
  const order = createEventOrder();
  let state: ShowState = { sid, media, wants, phase: 'starting', screen: [], strokes: [] };
  let line: Line | undefined;
  let view: ShowView | undefined;
  let hasTaken = false;
  /** What comes before it can be shown for the first time; undefined: the whole page is to be asked for then. */
  let early: readonly unknown[] | undefined = [];

  function set(next: Partial<ShowState>): void {
    state = { ...state, ...next };
    changed(state);
  }

  const asker = createAsker(
    tools.clock,
    () => view !== undefined && line !== undefined && (line.say({ k: 'whole' }), true),
  );

  function refresh(): void {
    order.begin();
    asker.rest();
    asker.ask();
  }

  function takeEvents(signal: Extract<Signal, { readonly k: 'ev' | 'part' }>): void {
    if (view === undefined) {
      keepEarly(signal);
      return;
    }
    const events = order.take(signal);
    if (events === undefined) {
      asker.ask();
      return;
    }
    if (events.length === 0) return;
    if (signal.s === 1) asker.rest();
    pass(view, events);
  }

  function pass(to: ShowView, events: readonly unknown[]): void {
    if (state.phase === 'starting') set({ phase: 'on' });
    to.take(events);
  }

  function keepEarly(signal: Extract<Signal, { readonly k: 'ev' | 'part' }>): void {
    if (early === undefined) return;
    const events = order.take(signal);
    const all = events === undefined ? undefined : signal.s === 1 ? events : [...early, ...events];
    early = all === undefined || all.length > mostEarly ? undefined : all;
  }

  function onSignal(signal: Signal): void {
    switch (signal.k) {
      case 'ev':
      case 'part':
        takeEvents(signal);
        break;
      case 'draw':
      case 'undo':
      case 'clear':
        set({ strokes: drawn(state.strokes, 'c', signal) });
        break;
      case 'here':
        // It was asked before it could hear.
        if (asker.isAsking) refresh();
        break;
      case 'desc':
      case 'ice':
      case 'sends':
      case 'beat':
      case 'whole':
    }
  }

  function onPeer({ connection, remote }: PeerState): void {
    if (state.phase === 'ended') return;
    if (connection === 'failed') {
      end('failed');
      return;
    }
    const isSeen = connection === 'connected' && remote.length > 0;
    const wasSeen = state.screen.length > 0;
    const phase = isSeen ? 'on' : wasSeen && connection !== 'connected' ? 'reconnecting' : state.phase;
    set({ screen: remote, phase });
  }

  function release(): void {
    asker.rest();
    line?.close();
    line = undefined;
    view = undefined;
  }

  function finish(why: MediaEndWhy, endedBy: 'c' | 'a' | 's'): void {
    if (state.phase === 'ended') return;
    tools.kept.remove(media);
    release();
    set({ phase: 'ended', why, endedBy, screen: [], strokes: [] });
  }

  function end(why: MediaEndWhy): void {
    if (state.phase === 'ended') return;
    void tools.steps.step(sid, media, { step: 'end', why });
    finish(why, 'a');
  }

  /** Another page has it. */
  function leave(): void {
    tools.kept.remove(media);
    release();
    state = { ...state, phase: 'ended' };
    changed(undefined);
  }

  async function bind(): Promise<void> {
    tools.kept.add(media);
    const answer = await tools.steps.step(sid, media, { step: start.how });
    if (!answer.ok && state.phase !== 'ended') leave();
  }

  function connect(session: MediaSession): void {
    hasTaken = true;
    line = createLine({
      ...tools,
      sid,
      session,
      stream: wants.screen === true ? () => undefined : undefined,
      onSignal,
      onMoved() {
        // What was drawn was on the page before.
        set({ strokes: [] });
        refresh();
      },
      onPeer,
      onLost: () => end('lost'),
    });
    for (const frame of tools.early(media)) if (start.how === 'take') line.take(frame);
    asker.ask();
    changed(state);
  }

  function follow(session: MediaSession | undefined, isChatLive: boolean): void {
    if (state.phase === 'ended') return;
    if (!isChatLive) finish('left', 's');
    else if (session === undefined) return;
    else if (session.media !== media) leave();
    else if (session.state === 'ended') finish(session.why ?? 'failed', session.endedBy ?? 's');
    else if (session.agent?.seat === tools.seat) {
      if (line === undefined) connect(session);
      else line.follow(session);
    } else if (session.state === 'on' && (start.how === 'take' || hasTaken)) leave();
  }

  void bind();

  return {
    get state() {
      return state;
    },
    media,
    follow,
    take(frame) {
      line?.take(frame);
      return line !== undefined;
    },
    attach(next) {
      view = next;
      const first = early;
      early = undefined;
      if (first !== undefined && first.length > 0) pass(next, first);
      // It is on its way.
      else if (order.isJoining) asker.askLater();
      else refresh();
      return () => {
        if (view !== next) return;
        view = undefined;
        asker.rest();
      };
    },
    refresh,
    askWhole() {
      order.begin();
      asker.askLater();
    },
    draw(step) {
      if (state.phase === 'ended') return;
      line?.say(step);
      set({ strokes: drawn(state.strokes, 'a', step) });
    },
    end: () => end('hung-up'),
    close() {
      release();
      state = { ...state, phase: 'ended' };
    },
  };
}
