import type { Clock } from '../../boot/env.js';
import { asFailure } from '../../http/failure.js';
import type { MediaPort } from '../../media/mediaPort.js';
import { readToHost, written, type ToGuest, type ToHost } from './messages.js';

/** A way to other windows. */
export interface PairingWire {
  /** `reply` answers the very window that it came from. Returns what stops it. */
  listen(hear: (data: unknown, reply: (text: string) => void) => void): () => void;
}

export interface HostOptions {
  readonly clock: Pick<Clock, 'setTimeout'>;
  readonly port: MediaPort;
  readonly wires: readonly PairingWire[];
  /** Tells the agents in the chat that co-browsing has ended (row T-114). */
  tell(sid: string, kind: string, data: unknown): void;
}

type ToOne = ToHost & { readonly host: string };
type WithoutNames<T> = T extends unknown ? Omit<T, 'guest' | 'host'> : never;
type Said = WithoutNames<ToGuest>;

const crowded = 64_000;
const lookAgainMs = 100;

/**
 * The chat page's side of co-browsing in another window (row T-118): does for it what its own scripts would do here, and only
 * for sessions of what the customer shows. It listens while the page shows a chat.
 *
 * @example hostPairing({ clock, port, wires: [channelWire(channelName), windowWire(window, origins)], tell });
 */
export function hostPairing({ clock, port, wires, tell }: HostOptions): void {
  /** Windows that have said hello, and the sessions that each has begun. */
  const guests = new Map<string, { reply: (text: string) => void; readonly sessions: Set<string> }>();
  let stops: readonly (() => void)[] = [];
  let looking = false;

  const post = (guest: string, message: Said): void => {
    guests.get(guest)?.reply(written({ guest, host: port.page, ...message }));
  };
  const state = (guest: string): void =>
    post(guest, {
      t: 'state',
      // Without its chat this page is of no use to the other, as if it were away.
      up: port.up && port.chats().length > 0,
      ...(port.site === undefined ? {} : { site: port.site }),
      buffered: port.buffered(),
      chats: port.chats().map(({ sid, clientId, connected, media: { cobr } }) => ({
        sid,
        clientId,
        connected,
        media: cobr === undefined ? {} : { cobr },
      })),
    });
  const stateToAll = (): void => {
    for (const guest of guests.keys()) state(guest);
  };
  /** The other window has to know when the line is full, and when it is not any more. */
  const watchLine = (): void => {
    if (looking || port.buffered() < crowded) return;
    looking = true;
    stateToAll();
    clock.setTimeout(() => {
      looking = false;
      if (port.buffered() < crowded) stateToAll();
      else watchLine();
    }, lookAgainMs);
  };
  const answer = (guest: string, n: number, work: Promise<object>): void => {
    work.then(
      (more) => post(guest, { t: 'ok', n, ...more }),
      (error: unknown) => post(guest, { t: 'no', n, code: asFailure(error).code }),
    );
  };
  function take(message: ToOne, sessions: Set<string>): void {
    const { guest } = message;
    switch (message.t) {
      case 'step': {
        const { sid, media, step, n } = message;
        // It ends and sends over what it has begun or goes on with, and nothing else.
        if (step.step !== 'end') sessions.add(media);
        if (!sessions.has(media)) return post(guest, { t: 'no', n, code: 'Forbidden' });
        return answer(
          guest,
          n,
          port.step(sid, media, step).then(() => ({})),
        );
      }
      case 'signal':
        if (!sessions.has(message.media)) return;
        port.signal(message.sid, message.media, message.to, message.data);
        return watchLine();
      case 'ice':
        return answer(
          guest,
          message.n,
          port.ice().then((ice) => ({ ice })),
        );
      case 'ended':
        if (sessions.has(message.media)) tell(message.sid, 'cobrowse.ended', { media: message.media });
        return;
      case 'slog':
        return port.slog(message.type, message.unit, message.msg);
      case 'hello':
    }
  }
  const hear = (data: unknown, reply: (text: string) => void): void => {
    const message = readToHost(data);
    if (message === undefined) return;
    const known = guests.get(message.guest);
    if (message.t === 'hello') {
      if (known === undefined) guests.set(message.guest, { reply, sessions: new Set() });
      else known.reply = reply;
      state(message.guest);
    } else if (known !== undefined && message.host === port.page) take(message, known.sessions);
  };

  const openOrShut = (): void => {
    const wanted = port.chats().length > 0;
    if (wanted && stops.length === 0) stops = wires.map((wire) => wire.listen(hear));
    if (!wanted) {
      stateToAll();
      for (const stop of stops) stop();
      stops = [];
      guests.clear();
    }
  };
  port.watch(() => {
    openOrShut();
    stateToAll();
  });
  port.onLink(stateToAll);
  port.onSignal(({ sid, media, from, data }) => {
    for (const [guest, { sessions }] of guests)
      if (sessions.has(media)) post(guest, { t: 'signal', sid, media, from, data });
  });
  openOrShut();
}
