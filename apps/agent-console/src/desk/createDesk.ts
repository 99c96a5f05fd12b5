import { standingOf } from './chatFacts.js';
import { createChatFiles } from './chatFiles.js';
import { browserClock, type Clock } from './clock.js';
import type { Desk } from './desk.js';
import { newDesk } from './deskState.js';
import { createDeskStore } from './deskStore.js';
import { followGaps } from './followGaps.js';
import { openSocketLink, type Ask, type Socket } from './link/socketLink.js';
import { createDeskMedia, type MediaParts } from './media/createDeskMedia.js';
import { createOutbox } from './outbox.js';
import { refusalText } from './refusalText.js';
import type { SignedIn } from './signIn.js';
import { sinceOf } from './sinceOf.js';
import type { SiteAddress } from './siteAddress.js';
import { createTypist } from './typist.js';

export interface DeskOptions {
  /** What of the browser calls need. */
  readonly parts?: MediaParts;
  /** This page, as the customers' pages know it; random. */
  readonly seat?: string;
  readonly address: SiteAddress;
  readonly signedIn: SignedIn;
  /** The token is worth nothing any more, or the agent has signed out. */
  onSignedOut(why: 'forbidden' | 'asked'): void;
  readonly clock?: Clock;
  openSocket?(address: string): Socket;
  newId?(): string;
  random?(): number;
  readonly ask?: typeof fetch;
}

/** The agent's desk, from the sign-in to the sign-out. */
export function createDesk(options: DeskOptions): Desk {
  const { address, signedIn, clock = browserClock, newId = () => crypto.randomUUID() } = options;
  const seat = options.seat ?? crypto.randomUUID();
  const openSocket = options.openSocket ?? ((url: string): Socket => new WebSocket(url) as Socket);
  const store = createDeskStore(newDesk(signedIn.agent));
  let notices = 0;

  const link = openSocketLink({
    clock,
    open: () => openSocket(address.socket),
    random: options.random ?? Math.random,
    hello: () => ({ token: signedIn.token, seat, since: sinceOf(store.state) }),
    onFrame(frame) {
      if (frame.t === 'signal') media.take(frame);
      else store.dispatch({ t: 'frame', frame, now: clock.now() });
    },
    onGone: () => store.dispatch({ t: 'connection', connection: 'reconnecting' }),
    onForbidden() {
      media.close();
      options.onSignedOut('forbidden');
    },
  });
  const media = createDeskMedia({
    ...options.parts,
    store,
    link,
    clock,
    site: address.site,
    seat,
    newId,
    refused: (code) => notice(refusalText(code)),
  });
  const outbox = createOutbox(store, link, clock);
  const typist = createTypist((sid, state) => link.typing(sid, state), clock);
  const files = createChatFiles({
    store,
    address,
    token: signedIn.token,
    newId,
    ...(options.ask === undefined ? {} : { ask: options.ask }),
  });

  function notice(text: string): void {
    notices += 1;
    store.dispatch({ t: 'notice', id: notices, text });
  }

  /** Asks, and shows why not. */
  async function ask(request: Ask): Promise<string | boolean> {
    const answer = await link.ask(request);
    if (answer.t === 'ok') return answer.sid ?? true;
    notice(refusalText(answer.code, answer.text));
    return false;
  }

  async function askEarlier(sid: string): Promise<void> {
    store.dispatch({ t: 'earlier', sid, earlier: { state: 'asked' } });
    const answer = await link.ask({ t: 'history', sid });
    store.dispatch({
      t: 'earlier',
      sid,
      earlier: answer.t === 'ok' ? { state: 'there', chats: answer.chats ?? [] } : { state: 'failed' },
    });
  }

  /** What is asked once a chat is looked at. */
  function lookAhead(): void {
    const { chats, selected, connection, heard, me } = store.state;
    const chat = chats.find(({ sid }) => sid === selected);
    if (connection !== 'online' || !heard || chat === undefined || chat.earlier !== undefined) return;
    if (chat.entries.length > 0 && standingOf(chat, me.id) === 'live') void askEarlier(chat.sid);
  }

  function write(kind: 'send' | 'app', sid: string, text: string): void {
    typist.stop();
    store.dispatch({ t: 'outgoing', sid, outgoing: { id: newId(), kind, text, at: clock.now() } });
  }

  const stopFollowing = [
    store.subscribe(() => outbox.pump()),
    store.subscribe(lookAhead),
    followGaps(store, clock, () => link.again()),
  ];

  return {
    store,
    media,
    askEarlier,
    async accept(sid) {
      const taken = await ask({ t: 'accept', ...(sid === undefined ? {} : { sid }) });
      if (typeof taken === 'string') store.dispatch({ t: 'select', sid: taken });
      return taken !== false;
    },
    select(sid) {
      typist.stop();
      store.dispatch({ t: 'select', sid });
    },
    closeTab: (sid) => store.dispatch({ t: 'closeTab', sid }),
    say: (sid, text) => write('send', sid, text),
    sayApp: (sid, text) => write('app', sid, text),
    sayAgain: (sid, id) => store.dispatch({ t: 'again', sid, id }),
    discard: (sid, id) => store.dispatch({ t: 'discard', sid, id }),
    typed: (sid, text) => typist.typed(sid, text),
    pass: async (how, sid, to) => (await ask({ t: how, sid, to })) !== false,
    leave: async (sid, text) => (await ask({ t: 'leave', sid, ...(text === '' ? {} : { text }) })) !== false,
    end: async (sid) => (await ask({ t: 'end', sid })) !== false,
    callback: async (sid, number) =>
      (await ask({ t: 'callback', sid, ...(number === '' ? {} : { number }) })) !== false,
    attach: (sid, chosen) => files.attach(sid, chosen),
    fileAddress: (sid, name) => files.address(sid, name),
    async fetchFile(sid, name) {
      const content = await files.fetch(sid, name);
      if (content === undefined) notice(`${name} can’t be fetched just now.`);
      return content;
    },
    dropFile: (sid, id) => store.dispatch({ t: 'outfileGone', sid, id }),
    look: (visible) => store.dispatch({ t: 'visible', visible }),
    readNotice: (id) => store.dispatch({ t: 'noticeRead', id }),
    async signOut() {
      typist.stop();
      media.end();
      // Without a connection the server finds out by itself.
      await link.ask({ t: 'logout' });
      media.close();
      options.onSignedOut('asked');
    },
    close() {
      media.close();
      for (const stop of stopFollowing) stop();
      link.end();
    },
  };
}
