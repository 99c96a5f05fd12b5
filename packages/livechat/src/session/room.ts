import type { Emit } from '../api/emit.js';
import type { Mode } from '../api/events.js';
import type { Env } from '../boot/env.js';
import { createAccess, type Access } from '../http/access.js';
import { Failure } from '../http/failure.js';
import { createLink, type Link, type Welcome } from '../link/link.js';
import type { ChatFrame, ReadFrame } from '../link/readFrame.js';
import { socketTransport } from '../link/socketTransport.js';
import { streamTransport } from '../link/streamTransport.js';
import type { IncomingSignal } from '../media/mediaPort.js';
import { createChats, type Chat, type Chats, type ShownChat } from './chats.js';
import { createClaims, type Claims } from './claims.js';
import { foldChat } from './foldChat.js';
import { createHub, type Hub } from './hub.js';
import { createInbox } from './inbox.js';
import { insist } from './insist.js';
import { createOutgoing, type Outgoing } from './outgoing.js';
import { showEntry } from './showEntry.js';
import { createTyping, type Typing } from './typing.js';

/** What one API object's functions work on: the page, its way to the server and the chats it shows. */
export interface Room {
  readonly env: Env;
  readonly mode: Mode;
  readonly emit: Emit;
  /** This page's id, for as long as it lives. */
  readonly page: string;
  readonly access: Access;
  readonly link: Link;
  readonly chats: Chats;
  readonly claims: Claims;
  readonly outgoing: Outgoing;
  readonly typing: Typing;
  /** A chat's agents or its media are others than before, or it is shown or left; told by its Sid. */
  readonly changes: Hub<string>;
  readonly signals: Hub<IncomingSignal>;
  /** Whether there is a connection. */
  readonly ups: Hub<boolean>;
  /** Shows a chat, and what came of it before. Who shows it tells `changes`, once the page knows of it. */
  show(chat: ShownChat): Chat;
  /** A frame about a chat. */
  take(frame: ChatFrame): void;
  /** The page shows it no more. */
  leave(sid: string): void;
}

/** Wires a room. Nothing goes over the network yet. */
export function createRoom(env: Env, mode: Mode, emit: Emit): Room {
  const page = env.randomId();
  const access = createAccess(env);
  const chats = createChats();
  const claims = createClaims();
  const changes = createHub<string>((error) => env.report(error));
  const signals = createHub<IncomingSignal>((error) => env.report(error));
  const ups = createHub<boolean>((error) => env.report(error));

  const link = createLink({
    env,
    access,
    page,
    socket: socketTransport(env),
    stream: streamTransport(env, access, page),
    since: () => chats.since(),
    onState: (state) => {
      if (state === 'offline') typing.forget();
      emit('OnServerStateChanged', [state]);
    },
    onWelcome: welcome,
    onFrame: frame,
    onUp: (up) => ups.tell(up),
  });
  const typing = createTyping(env.clock, (sid, state) =>
    link.tell({ t: 'typing', state, ...(sid === undefined ? {} : { sid }) }),
  );
  const outgoing = createOutgoing((message) => insist(link, env.clock, message));
  const inbox = createInbox({
    clock: env.clock,
    deliver: (chat, entry) => {
      const changed = foldChat(chat, entry);
      if (entry.type === 'end') {
        if (changed) changes.tell(chat.sid);
        leave(chat.sid);
      }
      // Should it wait again, its first place is news even if it is the same.
      if (entry.type === 'connect') chat.position = undefined;
      showEntry(emit, chat, entry, page);
      if (changed && chats.get(chat.sid) === chat) changes.tell(chat.sid);
    },
    shown: (chat) => chats.get(chat.sid) === chat,
    renew: () => link.renew(),
    note: (msg) => env.note('warn', 'inbox', msg),
  });

  function leave(sid: string): void {
    const shown = chats.get(sid) !== undefined;
    chats.remove(sid);
    typing.forget(sid);
    outgoing.over(sid);
    if (shown) changes.tell(sid);
  }

  function welcome({ gone, offlineUntil }: Welcome): void {
    for (const sid of gone) {
      const chat = chats.get(sid);
      if (chat === undefined) continue;
      leave(sid);
      emit('OnEnd', ['lib', 'SessionLostWhileOffline', undefined], chat);
    }
    if (offlineUntil !== undefined)
      for (const chat of chats.all()) chat.offlineUntil = Date.parse(offlineUntil);
  }

  function take(about: ChatFrame): void {
    const chat = chats.get(about.sid);
    if (chat === undefined) {
      claims.hold(about);
      return;
    }
    switch (about.t) {
      case 'entries':
        inbox.take(chat, about.entries);
        return;
      case 'queue':
        if (!chat.started || chat.position === about.position) return;
        chat.position = about.position;
        emit('OnCallQueued', [about.position], chat);
        return;
      case 'typing':
        emit('OnTypingStateChanged', [about.state, about.name], chat);
        return;
      case 'history':
        emit('OnHistoryReceived', [about.chats], chat);
        return;
    }
  }

  function frame(told: Exclude<ReadFrame, { t: 'welcome' | 'ok' | 'no' }>): void {
    if (told.t === 'captcha') emit('OnResetCaptcha', []);
    else if (told.t === 'fault') emit('OnInternalServerError', [told.code]);
    else if (told.t !== 'signal') take(told);
    else if (chats.get(told.sid) !== undefined) signals.tell(told);
  }

  return {
    env,
    mode,
    emit,
    page,
    access,
    link,
    chats,
    claims,
    outgoing,
    typing,
    changes,
    signals,
    ups,
    show(chat) {
      const known = chats.get(chat.sid);
      if (known === undefined) return chats.add(chat);
      if (chat.seq < known.seq) return known;
      const { seq, agents = known.agents, media = known.media } = chat;
      return Object.assign(known, { seq, agents, media });
    },
    take,
    leave,
  };
}

/**
 * The chat that something is for: the one named, else the only one. Undefined when the page shows none: the server knows
 * what to say to that (P-4). Throws a `Failure` when it shows several.
 */
export function meant(room: Room, sid: string | undefined): string | undefined {
  if (sid !== undefined) return sid;
  const [only, ...others] = room.chats.all();
  if (others.length > 0) throw new Failure('NoSuchChat', 'There are several chats: name one by its Sid.');
  return only?.sid;
}
