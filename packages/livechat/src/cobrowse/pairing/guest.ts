import type { Clock } from '../../boot/env.js';
import { Failure } from '../../http/failure.js';
import { object } from '../../link/read.js';
import type { IncomingSignal, MediaChat, MediaPort } from '../../media/mediaPort.js';
import type { IceServer } from '../../wire/media.js';
import { readToGuest, written, type ToGuest, type ToHost } from './messages.js';

export interface GuestOptions {
  readonly clock: Clock;
  /** Names this window among those that are paired. */
  readonly guest: string;
  /** The object that gets the functions: this window's `livechat`. */
  readonly api: Record<string, unknown>;
  /** Posts to all chat pages that may be there. */
  post(text: string): void;
  /** Hears what they say. */
  listen(hear: (data: unknown) => void): void;
  report(error: unknown): void;
}

/** A media port by way of another window, and the one message that it does not have. */
export interface GuestPort {
  readonly port: MediaPort;
  ended(sid: string, media: string): void;
}

const helloMs = 5_000;
/** Three unanswered ones. */
const goneMs = 15_500;

type State = Extract<ToGuest, { t: 'state' }>;

/**
 * The other window's side of the pairing (row T-118): a media port that works through the chat page, and through the next one
 * when that is loaded anew.
 */
export function guestPort({ clock, guest, api, post, listen, report }: GuestOptions): GuestPort {
  let host: State | undefined;
  let heardAt = 0;
  let up = false;
  let number = 0;
  const watchers = new Set<(sid: string) => void>();
  const hearers = new Set<(signal: IncomingSignal) => void>();
  const links = new Set<(up: boolean) => void>();
  const waiting = new Map<number, { ok(ice: readonly IceServer[]): void; no(error: Failure): void }>();

  const add = <T>(set: Set<T>, item: T): (() => void) => {
    set.add(item);
    return () => void set.delete(item);
  };
  const each = <T>(set: Set<(value: T) => void>, value: T): void => {
    for (const listener of [...set]) {
      try {
        listener(value);
      } catch (error) {
        report(error);
      }
    }
  };
  const send = (message: ToHost): void => post(written(message));
  const setUp = (next: boolean): void => {
    if (up === next) return;
    up = next;
    if (up) return each(links, true);
    for (const { no } of waiting.values())
      no(new Failure('ServerInternalConnectivityError', 'The chat page is away.'));
    waiting.clear();
    each(links, false);
  };
  const ask = (make: (n: number, host: string) => ToHost): Promise<readonly IceServer[]> => {
    const to = host?.host;
    if (to === undefined) return Promise.reject(new Failure('NotConnected', 'No chat page is there.'));
    number += 1;
    const n = number;
    return new Promise((ok, no) => {
      waiting.set(n, { ok, no });
      send(make(n, to));
    });
  };
  const isThere = (): boolean => host !== undefined && clock.monotonic() - heardAt < goneMs;
  const hasChat = ({ chats }: State): boolean => chats.some(({ connected }) => connected);

  function adopt(state: State): void {
    const before = host;
    // The chat page that is there stays the one, unless it has no chat and another has.
    if (before !== undefined && before.host !== state.host) {
      if (before.up && isThere() && (hasChat(before) || !hasChat(state))) return;
      setUp(false);
    }
    // A chat page that goes away shows no chat any more: whether the chat goes on, the next one will know.
    host = state.up || before === undefined ? state : { ...state, chats: before.chats };
    heardAt = clock.monotonic();
    setUp(state.up);
    const sids = new Set([...(before?.chats ?? []), ...state.chats].map(({ sid }: MediaChat) => sid));
    for (const sid of sids) each(watchers, sid);
  }
  listen((data) => {
    const message = readToGuest(data);
    if (message === undefined || message.guest !== guest) return;
    if (message.t === 'state') return adopt(message);
    if (message.host !== host?.host) return;
    if (message.t === 'signal') {
      const { sid, media, from, data: said } = message;
      return each(hearers, { sid, media, from, data: said });
    }
    const asked = waiting.get(message.n);
    waiting.delete(message.n);
    if (message.t === 'ok') asked?.ok(message.ice ?? []);
    else asked?.no(new Failure(message.code));
  });
  const hello = (): void => {
    if (host !== undefined && !isThere()) setUp(false);
    send({ t: 'hello', guest });
    clock.setTimeout(hello, helloMs);
  };

  const port: MediaPort = {
    version: 1,
    mode: 'single',
    get page() {
      return host?.host ?? '';
    },
    get site() {
      return host?.site;
    },
    chats: () => host?.chats ?? [],
    watch: (listener) => add(watchers, listener),
    async step(sid, media, step) {
      await ask((n, to) => ({ t: 'step', guest, host: to, n, sid, media, step }));
    },
    signal(sid, media, to, data) {
      if (host === undefined || !up) return false;
      send({ t: 'signal', guest, host: host.host, sid, media, to, data });
      return true;
    },
    onSignal: (listener) => add(hearers, listener),
    onLink: (listener) => add(links, listener),
    get up() {
      return up;
    },
    buffered: () => host?.buffered ?? 0,
    ice: () => ask((n, to) => ({ t: 'ice', guest, host: to, n })),
    define(members) {
      for (const [name, member] of Object.entries(members)) api[name] ??= member;
    },
    emit(slot, args) {
      const handler = object(api)?.[slot];
      try {
        if (typeof handler === 'function') Reflect.apply(handler, api, args);
      } catch (error) {
        report(error);
      }
    },
    slog(type, unit, msg) {
      if (host !== undefined) send({ t: 'slog', guest, host: host.host, type, unit, msg });
    },
    report,
  };
  hello();
  return {
    port,
    ended(sid, media) {
      if (host !== undefined) send({ t: 'ended', guest, host: host.host, sid, media });
    },
  };
}
