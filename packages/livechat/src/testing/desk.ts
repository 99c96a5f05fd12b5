import type {
  AgentRef,
  ChatView,
  CustomerFrame,
  CustomerRequest,
  Entry,
  EntryBody,
  IceServer,
  StartCode,
} from '../index.js';

/** A chat as the fake back end keeps it. */
export interface DeskChat {
  readonly sid: string;
  readonly web: string;
  readonly clientId: string | undefined;
  readonly log: Entry[];
  agents: (AgentRef & { index: number })[];
  ended: boolean;
}

interface DeskPage {
  readonly web: string;
  readonly attached: Set<string>;
  readonly started: Set<string>;
  tell: ((frame: CustomerFrame) => void) | undefined;
  /** Where signals go, by their session: named once on each connection. */
  routes: Map<string, { readonly sid: string; readonly to: string }>;
}

/** The back end's rules, written from the protocol's text and the checklist, and from nothing of the script's. */
export interface Desk {
  connect(web: string, page: string, tell: (frame: CustomerFrame) => void): void;
  lost(page: string): void;
  ask(page: string, request: CustomerRequest): CustomerFrame | undefined;
  /** The beacon. */
  closePage(page: string, sid?: string): void;
  /** An agent's doing, or the server's. */
  add(sid: string, body: EntryBody, id?: string): Entry;
  tell(sid: string, frame: CustomerFrame): void;
  /** To all pages of a web session. */
  tellWeb(web: string, frame: CustomerFrame): void;
  /** An agent's page: what is signalled to that seat of the chat comes here. Returns what signals back. */
  seat(
    sid: string,
    seat: string,
    hear: (signal: { readonly media: string; readonly from: string; readonly data: unknown }) => void,
  ): (media: string, to: string, data: unknown) => void;
  forget(sid: string): void;
  chats(): readonly DeskChat[];
  attached(page: string): readonly string[];
  /** What the next starts are refused with. */
  startFailed: StartCode | undefined;
  /** Refusals that come before the next sends are taken. */
  refuse: { code: 'Unavailable' | 'TooMany' | 'BadRequest'; times: number; retryAfterMs?: number };
  /** Whether a chat that ended while a page was away is told as its entries, or as gone. */
  endedAs: 'entries' | 'gone';
  readonly requests: CustomerRequest[];
  /** What `ice` is answered with. */
  ice: readonly IceServer[];
}

/** A desk whose times are `now`'s. */
export function createDesk(now: () => number): Desk {
  const pages = new Map<string, DeskPage>();
  const chats = new Map<string, DeskChat>();
  const tombstones = new Set<string>();
  const iso = (): string => new Date(now()).toISOString();
  let made = 0;

  const live = (web: string): DeskChat[] =>
    [...chats.values()].filter((chat) => chat.web === web && !chat.ended);
  const shows = (chat: DeskChat): DeskPage[] =>
    [...pages.values()].filter((page) => page.attached.has(chat.sid));
  const named = (chat: DeskChat): { sid: string; clientId?: string } =>
    chat.clientId === undefined ? { sid: chat.sid } : { sid: chat.sid, clientId: chat.clientId };
  const trans = (chat: DeskChat): Entry[] =>
    chat.log.filter(({ type }) => type === 'msg' || type === 'connect' || type === 'disconnect');
  const visible = (chat: DeskChat, after: number): Entry[] =>
    chat.log.filter((entry) => entry.seq > after && entry.type !== 'start');

  function add(chat: DeskChat, body: EntryBody, id = `e${(made += 1)}`): Entry {
    const entry = { ...body, seq: chat.log.length + 1, id, time: iso() } as Entry;
    if (entry.type === 'connect') chat.agents.push({ ...entry.agent, index: trans(chat).length });
    if (entry.type === 'disconnect')
      chat.agents = chat.agents.filter(({ id: one }) => one !== entry.agent.id);
    chat.log.push(entry);
    if (entry.type !== 'start')
      for (const page of shows(chat)) page.tell?.({ t: 'entries', ...named(chat), entries: [entry] });
    if (entry.type === 'end') {
      chat.ended = true;
      for (const page of shows(chat)) if (page.tell !== undefined) page.attached.delete(chat.sid);
      tombstones.add(chat.web);
    }
    return entry;
  }

  function view(chat: DeskChat): ChatView {
    return { ...named(chat), seq: chat.log.length, entries: visible(chat, 0), agents: chat.agents };
  }

  function hello(page: DeskPage, asked: Extract<CustomerRequest, { t: 'hello' }>): CustomerFrame {
    const since = Object.entries(asked.since ?? {});
    const on: string[] = [];
    const gone: string[] = [];
    for (const [sid, seq] of since) {
      const chat = chats.get(sid);
      if (chat === undefined || (chat.ended && desk.endedAs === 'gone')) gone.push(sid);
      else on.push(sid);
      if (chat === undefined || gone.includes(sid)) continue;
      const missed = visible(chat, seq);
      if (missed.length > 0) later.push(() => page.tell?.({ t: 'entries', ...named(chat), entries: missed }));
      if (chat.ended) page.attached.delete(sid);
    }
    return { t: 'welcome', n: asked.n, v: 1, now: iso(), on, gone };
  }

  function start(page: DeskPage, asked: Extract<CustomerRequest, { t: 'start' }>): CustomerFrame {
    const no = (code: StartCode): CustomerFrame => ({ t: 'no', n: asked.n, code });
    const same = live(page.web).filter(({ clientId }) => clientId === asked.clientId)[0];
    if (same !== undefined)
      return no(
        page.attached.has(same.sid) || asked.clientId !== undefined
          ? 'AlreadyStartedAndInSession'
          : 'UnOpenedSessionPerformedStart',
      );
    if (desk.startFailed !== undefined) return no(desk.startFailed);
    const chat: DeskChat = {
      sid: `s${(made += 1)}`,
      web: page.web,
      clientId: asked.clientId,
      log: [],
      agents: [],
      ended: false,
    };
    chats.set(chat.sid, chat);
    page.attached.add(chat.sid);
    page.started.add(chat.sid);
    add(chat, { type: 'start', details: {} });
    later.push(() => page.tell?.({ t: 'queue', ...named(chat), position: 1 }));
    return { t: 'ok', n: asked.n, ...named(chat) };
  }

  /** The chat that a request is about, or why there is none (P-4). */
  function meant(page: DeskPage, asked: { n?: number; sid?: string }): DeskChat | CustomerFrame {
    const n = asked.n ?? 0;
    const mine = live(page.web);
    const chat = mine.find(({ sid }) => page.attached.has(sid) && (asked.sid ?? sid) === sid);
    if (chat !== undefined) return chat;
    const known = asked.sid === undefined ? mine[0] : mine.find(({ sid }) => sid === asked.sid);
    return { t: 'no', n, code: known === undefined ? 'NoSuchChat' : 'UnOpenedSessionNotAllowed' };
  }

  const hear = new Map<string, (signal: { media: string; from: string; data: unknown }) => void>();

  /** A step is kept if who asks may take part; whether it fits is for those who read the log. */
  function media(
    chat: DeskChat,
    page: string,
    asked: Extract<CustomerRequest, { t: 'media' }>,
  ): CustomerFrame {
    const { t: type, n, id, sid: _, ...step } = asked;
    if ((step.step === 'ask' || step.step === 'take') && chat.agents.length === 0)
      return { t: 'no', n, code: 'NotConnected' };
    return keep(chat, n, id, { type, by: 'c', seat: page, ...step });
  }

  function signal(
    page: DeskPage,
    pageId: string,
    asked: Extract<CustomerRequest, { t: 'signal' }>,
  ): CustomerFrame | undefined {
    const { n, media: session, sid, to, data } = asked;
    if (sid !== undefined && to !== undefined) page.routes.set(session, { sid, to });
    const route = page.routes.get(session);
    const heard =
      route !== undefined && page.attached.has(route.sid) ? hear.get(`${route.sid} ${route.to}`) : undefined;
    heard?.({ media: session, from: pageId, data });
    if (n === undefined) return undefined;
    return heard === undefined ? { t: 'no', n, code: 'NoSuchChat' } : { t: 'ok', n };
  }

  /** Takes a message once: a second send of its id is the same entry. */
  function keep(chat: DeskChat, n: number, id: string, body: EntryBody): CustomerFrame {
    const entry = chat.log.find((one) => one.id === id) ?? add(chat, body, id);
    return { t: 'ok', n, sid: chat.sid, seq: entry.seq, time: entry.time };
  }

  function answer(page: DeskPage, pageId: string, asked: CustomerRequest): CustomerFrame | undefined {
    switch (asked.t) {
      case 'hello':
        return hello(page, asked);
      case 'ping':
        return { t: 'ok', n: asked.n };
      case 'start':
        return start(page, asked);
      case 'open': {
        const found = live(page.web);
        for (const { sid } of found) page.attached.add(sid);
        if (found.length > 0) return { t: 'ok', n: asked.n, chats: found.map(view) };
        return {
          t: 'no',
          n: asked.n,
          code: tombstones.delete(page.web) ? 'AlreadyEndedSession' : 'NoSessionFound',
        };
      }
      case 'close':
        if (asked.sid === undefined) page.attached.clear();
        else page.attached.delete(asked.sid);
        return { t: 'ok', n: asked.n };
      case 'ice':
        return { t: 'ok', n: asked.n, ice: desk.ice };
      case 'signal':
        return signal(page, pageId, asked);
      case 'campaign':
        return { t: 'ok', n: asked.n, resultCode: '0', resultMessage: 'Success' };
      default: {
        if (asked.t === 'send' && desk.refuse.times > 0) {
          desk.refuse.times -= 1;
          const { code, retryAfterMs } = desk.refuse;
          return { t: 'no', n: asked.n, code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
        }
        const known = [...chats.values()].find(
          ({ sid, log }) => sid === asked.sid && 'id' in asked && log.some(({ id }) => id === asked.id),
        );
        const chat = known ?? meant(page, asked);
        if ('t' in chat) return asked.n === undefined ? undefined : chat;
        if (asked.t === 'send')
          return keep(chat, asked.n, asked.id, { type: 'msg', by: 'c', msg: asked.msg });
        if (asked.t === 'app')
          return keep(chat, asked.n, asked.id, { type: 'app', by: 'c', kind: asked.kind, data: asked.data });
        if (asked.t === 'media') return media(chat, pageId, asked);
        if (asked.t === 'end')
          add(chat, {
            type: 'end',
            by: 'client',
            ...(asked.reason === undefined ? {} : { reason: asked.reason }),
          });
        if (asked.t === 'callback') {
          if (!/^\+?\d+$/.test(asked.number))
            return { t: 'no', n: asked.n, code: 'BadRequest', text: 'number' };
          const same = chat.log.find((one) => one.type === 'callback' && one.number === asked.number);
          const { seq } = same ?? add(chat, { type: 'callback', by: 'c', ok: true, number: asked.number });
          return { t: 'ok', n: asked.n, sid: chat.sid, seq };
        }
        return asked.n === undefined ? undefined : { t: 'ok', n: asked.n, sid: chat.sid };
      }
    }
  }

  let later: (() => void)[] = [];
  const chatOf = (sid: string): DeskChat => {
    const chat = chats.get(sid);
    if (chat === undefined) throw new Error(`no chat ${sid}`);
    return chat;
  };

  const desk: Desk = {
    startFailed: undefined,
    refuse: { code: 'Unavailable', times: 0 },
    endedAs: 'entries',
    requests: [],
    ice: [],
    connect(web, page, tell) {
      const known = pages.get(page);
      if (known === undefined)
        pages.set(page, { web, attached: new Set(), started: new Set(), tell, routes: new Map() });
      else Object.assign(known, { tell, routes: new Map() });
    },
    lost(page) {
      const known = pages.get(page);
      if (known !== undefined) known.tell = undefined;
    },
    ask(pageId, request) {
      desk.requests.push(request);
      const page = pages.get(pageId);
      if (page === undefined) throw new Error('hello first');
      later = [];
      const told = answer(page, pageId, request);
      const after = later;
      if (told !== undefined) page.tell?.(told);
      for (const run of after) run();
      return told;
    },
    closePage(page, sid) {
      if (sid === undefined) pages.get(page)?.attached.clear();
      else pages.get(page)?.attached.delete(sid);
    },
    add: (sid, body, id) => add(chatOf(sid), body, id),
    tell(sid, frame) {
      for (const page of shows(chatOf(sid))) page.tell?.(frame);
    },
    tellWeb(web, frame) {
      for (const page of pages.values()) if (page.web === web) page.tell?.(frame);
    },
    seat(sid, seat, listener) {
      hear.set(`${sid} ${seat}`, listener);
      return (session, to, data) => {
        const page = pages.get(to);
        if (page?.attached.has(sid) === true)
          page.tell?.({ t: 'signal', ...named(chatOf(sid)), media: session, from: seat, data });
      };
    },
    forget: (sid) => void chats.delete(sid),
    chats: () => [...chats.values()],
    attached: (page) => [...(pages.get(page)?.attached ?? [])],
  };
  return desk;
}
