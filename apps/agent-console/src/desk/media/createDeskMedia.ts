import type { IceServer, RefusalCode, SignalFrame } from '@offhook/livechat';
import { createPeer, isLiveMedia, type MediaSession, type PeerOptions } from '@offhook/livechat/media';
import { standingOf } from '../chatFacts.js';
import type { Clock } from '../clock.js';
import type { DeskStore } from '../deskStore.js';
import type { SocketLink } from '../link/socketLink.js';
import type { OpenChat } from '../openChat.js';
import type { CallState } from './callState.js';
import { createCall, type Call, type CallStart } from './createCall.js';
import { createShow, type Show } from './createShow.js';
import type { DeskMedia, MediaState } from './deskMedia.js';
import { browserDevices, type Devices } from './devices.js';
import { keptMedia, type KeptMedia } from './keptMedia.js';
import { createMediaSteps } from './mediaSteps.js';
import type { MediaTools } from './mediaTools.js';
import type { ShowState } from './showState.js';

/** What of the browser calls need, for tests to give something else. */
export interface MediaParts {
  readonly devices?: Devices;
  readonly kept?: KeptMedia;
  readonly createPeer?: typeof createPeer;
  readonly createConnection?: PeerOptions['create'];
}

export interface DeskMediaOptions extends MediaParts {
  readonly store: DeskStore;
  readonly link: Pick<SocketLink, 'ask' | 'signal'>;
  readonly clock: Clock;
  readonly site: string | undefined;
  /** This page, for whoever sends it a signal. */
  readonly seat: string;
  newId(): string;
  refused(code: RefusalCode): void;
}

/** How long a page that nobody looks at leaves what a customer shows to one that is. */
const hiddenMs = 800;
const mostEarly = 64;

/** Follows the chats' logs, and runs this page's own part in calls and shown pages. */
export function createDeskMedia(options: DeskMediaOptions): DeskMedia {
  const { store, link, clock, seat } = options;
  const devices = options.devices ?? browserDevices(navigator.mediaDevices);
  const steps = createMediaSteps({ link, clock, newId: options.newId });
  const listeners = new Set<() => void>();
  const shows = new Map<string, Show>();
  const early = new Map<string, SignalFrame[]>();
  /** Shown pages that this page has taken, or has left to others. */
  const handled = new Set<string>();
  let wasOnline = false;
  let call: Call | undefined;
  let state: MediaState = { shows: {} };

  async function ice(): Promise<readonly IceServer[]> {
    const answer = await link.ask({ t: 'ice' });
    return answer.t === 'ok' ? (answer.ice ?? []) : [];
  }

  const tools: MediaTools = {
    clock,
    devices,
    steps,
    kept: options.kept ?? keptMedia(options.site),
    link,
    seat,
    isLinkUp: () => store.state.connection === 'online',
    ice,
    createPeer: options.createPeer ?? createPeer,
    createConnection: options.createConnection ?? ((config) => new RTCPeerConnection(config)),
    refused: options.refused,
    early(media) {
      const found = early.get(media) ?? [];
      early.delete(media);
      return found;
    },
  };

  function set(next: MediaState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  const isLive = (chat: OpenChat): boolean => standingOf(chat, store.state.me.id) === 'live';
  const isBusy = (): boolean => call !== undefined && call.state.phase !== 'ended';

  function openCall(start: CallStart): void {
    if (isBusy()) return;
    const fresh = createCall(start, tools, (next: CallState | undefined) => {
      // One that has been dismissed tells nothing any more.
      if (call === undefined || call === fresh) set({ ...state, call: next });
    });
    call = fresh;
    set({ ...state, call: fresh.state });
  }

  function openShow(how: 'take' | 'join', sid: string, session: MediaSession): void {
    handled.add(session.media);
    shows.get(sid)?.close();
    const fresh = createShow({ how, sid, session }, tools, (next: ShowState | undefined) => {
      if (shows.get(sid) === fresh) setShow(sid, next);
    });
    shows.set(sid, fresh);
  }

  function setShow(sid: string, next: ShowState | undefined): void {
    const { [sid]: _, ...others } = state.shows;
    set({ ...state, shows: next === undefined ? others : { ...others, [sid]: next } });
  }

  /** Whether it was this page's own before it was loaded anew. */
  const wasOwn = ({ media, agent }: MediaSession): boolean =>
    agent?.agent?.id === store.state.me.id && agent.seat !== seat && tools.kept.has(media);

  function followCall(chat: OpenChat): void {
    const { av } = chat.media;
    if (call?.state.sid === chat.sid) call.follow(av, isLive(chat));
    if (isLiveMedia(av) && !isBusy() && isLive(chat) && wasOwn(av))
      openCall({ how: 'join', sid: chat.sid, session: av });
  }

  function takeShow(sid: string, session: MediaSession): void {
    if (store.state.visible) {
      openShow('take', sid, session);
      return;
    }
    handled.add(session.media);
    clock.after(hiddenMs, () => {
      const now = store.state.chats.find((chat) => chat.sid === sid);
      if (now?.media.cobr?.media === session.media && now.media.cobr.state === 'asked' && isLive(now))
        openShow('take', sid, session);
    });
  }

  function followShow(chat: OpenChat): void {
    const { cobr } = chat.media;
    shows.get(chat.sid)?.follow(cobr, isLive(chat));
    if (!isLiveMedia(cobr) || handled.has(cobr.media) || !isLive(chat)) return;
    if (wasOwn(cobr)) openShow('join', chat.sid, cobr);
    else if (cobr.state === 'asked' && cobr.askedBy === 'c') takeShow(chat.sid, cobr);
  }

  function follow(): void {
    const { chats, connection, heard } = store.state;
    const known = new Set(chats.map(({ sid }) => sid));
    if (call !== undefined && !known.has(call.state.sid)) call.follow(undefined, false);
    for (const [sid, show] of shows) if (!known.has(sid)) show.follow(undefined, false);
    const isOnline = connection === 'online' && heard;
    const isBack = isOnline && !wasOnline;
    wasOnline = isOnline;
    if (!isOnline) return;
    if (isBack) for (const show of shows.values()) show.refresh();
    for (const chat of chats) {
      followCall(chat);
      followShow(chat);
    }
  }

  const unsubscribe = store.subscribe(follow);

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    devices,
    startCall: (sid) => openCall({ how: 'ask', sid }),
    acceptCall(sid) {
      const av = store.state.chats.find((chat) => chat.sid === sid)?.media.av;
      if (av?.state === 'asked' && av.askedBy === 'c') openCall({ how: 'take', sid, session: av });
    },
    declineCall(sid) {
      const av = store.state.chats.find((chat) => chat.sid === sid)?.media.av;
      if (av?.state === 'asked' && av.askedBy === 'c')
        void steps.step(sid, av.media, { step: 'end', why: 'declined' });
    },
    hangUp: () => call?.hangUp(),
    mute: (muted) => call?.mute(muted),
    turnCamera: (off) => call?.turnCamera(off),
    choose: (kind, id) => call?.choose(kind, id),
    dismissCall() {
      if (isBusy()) return;
      call = undefined;
      set({ ...state, call: undefined });
    },
    attachView: (sid, view) => shows.get(sid)?.attach(view) ?? (() => undefined),
    askWhole: (sid) => shows.get(sid)?.askWhole(),
    draw: (sid, step) => shows.get(sid)?.draw(step),
    endShow: (sid) => shows.get(sid)?.end(),
    dismissShow(sid) {
      if (shows.get(sid)?.state.phase !== 'ended') return;
      shows.delete(sid);
      setShow(sid, undefined);
    },
    take(frame) {
      const { sid, media } = frame;
      const isOfCall = call?.state.sid === sid && call.media === media;
      const show = shows.get(sid);
      const taker = isOfCall ? call : show?.media === media ? show : undefined;
      if (taker === undefined || taker.take(frame)) return;
      const waiting = early.get(media) ?? [];
      if (waiting.length < mostEarly) early.set(media, [...waiting, frame]);
    },
    end() {
      call?.hangUp();
      for (const show of shows.values()) show.end();
    },
    close() {
      unsubscribe();
      steps.stop();
      call?.close();
      for (const show of shows.values()) show.close();
    },
  };
}
