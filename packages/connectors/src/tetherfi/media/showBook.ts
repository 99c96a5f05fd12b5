import type { Cobrowse } from '@offhook/core';
import { isLive, report, type TrackedChat } from '../trackedChat.js';
import type { Reports } from '../translateContext.js';
import { isPageLeft, mediaEnd, toldEnd, type MediaEnd } from './mediaCodes.js';
import type { CobrChange } from './mediaEvent.js';
import { wordMs, type MediaLink } from './mediaLink.js';
import { readStreams, stopTracks } from './streams.js';

/** What the customer shows: a screen, or the page. The vendor has one session for either. */
export interface Show {
  readonly chat: TrackedChat;
  readonly kind: 'screen' | 'cobrowse';
  /** What the client is told; a screen has neither pointer nor drawing. */
  told: Cobrowse;
  /** The stream that the page brought itself. */
  own: MediaStream | undefined;
  /** Whether the customer asked for its end. */
  asked: boolean;
  /** Whether it was ever on. */
  was: boolean;
  vendorOver: boolean;
  cancel: () => void;
}

/** What is known of what is shown, and what the vendor says of it. */
export interface ShowBook {
  /** That of this chat which goes on. */
  live(chat: TrackedChat): Show | undefined;
  /** The one that goes on in this page, in whatever chat. */
  readonly current: Show | undefined;
  begin(chat: TrackedChat, kind: Show['kind'], given: Cobrowse): Show;
  finish(show: Show, end: MediaEnd): void;
  /** The callbacks for this one (rows T-105, T-106); without one for what goes on from before a reload. */
  display(show?: Show): { OnConnected(remote?: unknown, local?: unknown): void; OnDisconnected(): void };
  /** Our own script tells how it stands. */
  changed(chat: TrackedChat, change: CobrChange): void;
  /** The chat is over, and so is this: the client knows. */
  chatEnded(chat: TrackedChat): void;
  close(): void;
}

type State = Cobrowse['state'];

const steps: Readonly<Record<State, readonly State[]>> = {
  starting: ['on', 'reconnecting', 'ended'],
  on: ['reconnecting', 'ended'],
  reconnecting: ['on', 'ended'],
  ended: [],
};

export const isShowOver = ({ told }: Show): boolean => told.state === 'ended';

/** How it ended where the vendor says nothing more. */
export function guessedShowEnd({ asked, was, kind, chat }: Show): MediaEnd {
  if (asked) return mediaEnd(kind, 'hung-up', { by: 'customer' });
  if (was) return mediaEnd(kind, 'hung-up');
  return mediaEnd(kind, 'failed', chat.agents.length === 0 ? { code: 'NotConnected' } : {});
}

function factsOf({ chat, kind, told }: Show): Reports {
  if (kind === 'cobrowse') return [report(chat, { cobrowse: told })];
  const { pointer: _pointer, annotate: _annotate, ...screen } = told;
  return [report(chat, { screen })];
}

export function showBook(link: MediaLink): ShowBook {
  const { clock, closed, emit, kept, later, streams, trace, waiters, api } = link;
  const shows = new Map<TrackedChat, Show>();
  const had = new WeakSet<TrackedChat>();
  let tellsMore = false;

  function current(): Show | undefined {
    const [show] = shows.values();
    return show;
  }

  function tell(show: Show, screen: readonly MediaStream[] | undefined): void {
    emit([...factsOf(show), ...(screen ? streams.put(show.chat, { screen }) : [])]);
    waiters.look();
  }

  function begin(chat: TrackedChat, kind: Show['kind'], told: Cobrowse): Show {
    const was = told.state !== 'starting';
    const show: Show = {
      chat,
      kind,
      told,
      own: undefined,
      asked: false,
      was,
      vendorOver: false,
      cancel: () => {},
    };
    shows.set(chat, show);
    had.add(chat);
    tell(show, undefined);
    return show;
  }

  function update(show: Show, facts: Partial<Cobrowse>, given: readonly MediaStream[]): void {
    if (isShowOver(show)) return;
    const from = show.told.state;
    const state = facts.state !== undefined && steps[from].includes(facts.state) ? facts.state : from;
    show.told = { ...show.told, ...facts, state };
    show.was ||= state === 'on';
    // A script may keep to itself what the page has brought.
    const screen = given.length === 0 && show.own && state !== 'starting' ? [show.own] : given;
    tell(show, show.kind === 'screen' || screen.length > 0 ? screen : undefined);
  }

  /** @param goesOn whether this tab is to remember it, for its next page */
  function drop(show: Show, end: MediaEnd, goesOn: boolean): void {
    show.cancel();
    show.told = { ...show.told, ...end, state: 'ended' };
    if (shows.get(show.chat) === show) shows.delete(show.chat);
    if (shows.size === 0 && !goesOn) kept.write('show', undefined);
    stopTracks(streams.of(show.chat).screen);
  }

  function finish(show: Show, end: MediaEnd, goesOn = false): void {
    if (isShowOver(show)) return;
    drop(show, end, goesOn);
    tell(show, []);
  }

  return {
    live: (chat) => shows.get(chat),
    get current() {
      return current();
    },
    begin,
    finish,
    display: (given) => ({
      OnConnected(_remote, local) {
        if (closed.aborted) return;
        trace('OnConnected');
        const show = given ?? current();
        if (show) update(show, { state: 'on' }, readStreams(local));
      },
      OnDisconnected() {
        if (closed.aborted) return;
        trace('OnDisconnected');
        const show = given ?? current();
        if (!show) return;
        show.vendorOver = true;
        if (isShowOver(show)) return;
        const end = (): void => finish(show, guessedShowEnd(show));
        // A script that tells more says why just before or after.
        if (!tellsMore) return later(end);
        show.cancel();
        show.cancel = clock.setTimeout(end, wordMs);
      },
    }),
    changed(chat, change) {
      tellsMore = true;
      const { phase, dom, pointer, annotate, localStreams, end } = change;
      const show = shows.get(chat);
      if (phase !== 'ended') {
        const state = phase === 'connected' ? 'on' : phase;
        if (show) return update(show, { state, pointer, annotate }, localStreams);
        // What comes late of one that is over begins no other.
        if (!isLive(chat) || (had.has(chat) && phase !== 'starting')) return;
        const begun = begin(chat, dom ? 'cobrowse' : 'screen', { state, pointer, annotate });
        return update(begun, {}, localStreams);
      }
      if (!show) {
        // What went on before the page was loaded anew does not go on here.
        if (!current()) kept.write('show', undefined);
        return;
      }
      show.vendorOver = true;
      const over = (): void =>
        finish(show, toldEnd(show.kind, end, false, !isLive(show.chat)), isPageLeft(end));
      if (end.why === 'left') later(over);
      else over();
    },
    chatEnded(chat) {
      const show = shows.get(chat);
      if (!show) return;
      drop(show, mediaEnd(show.kind, 'chat-ended'), false);
      waiters.look();
      if (tellsMore) return;
      // The document doesn't say that a chat's end ends this, and the agent knows of that already.
      later(() => {
        if (show.vendorOver) return;
        try {
          trace('EndCobr');
          api()?.call('EndCobr', true, false);
        } catch {
          trace('EndCobr failed');
        }
      });
    },
    close() {
      for (const show of shows.values()) show.cancel();
    },
  };
}
