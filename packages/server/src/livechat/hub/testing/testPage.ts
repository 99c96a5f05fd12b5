import type { CustomerAnswer, CustomerFrame, CustomerRequest, Entry, SignalFrame } from '@offhook/livechat';
import { type ChatHub } from '../chatHub.js';
import { site, type PageAsk } from './hubWorld.js';

type Answer = CustomerAnswer & {
  readonly t: string;
  readonly code?: string;
  readonly text?: string;
  readonly retryAfterMs?: number;
};

/** A customer's page that keeps what it is told. */
export interface TestPage {
  /** The answer, flat. */
  ask(request: PageAsk): Promise<Answer>;
  start(details?: Record<string, unknown>, clientId?: string): Promise<Answer>;
  send(msg: string, sid?: string): Promise<Answer>;
  /** All it was told, answers left out. */
  readonly told: CustomerFrame[];
  /** Of one chat, or of all: entries by views and frames, in the order in which they came. */
  entries(sid?: string): readonly Entry[];
  /** The types of the entries, with the text of messages. */
  heard(sid?: string): readonly string[];
  positions(): readonly number[];
  signals(): readonly SignalFrame[];
  /** A request without a number: nothing is answered. */
  say(request: PageAsk): Promise<unknown>;
  gone(): void;
  /** What it has of each chat: for `hello`. */
  since(): Record<string, number>;
  readonly closed: boolean;
}

/** An entry in a word. */
export const inAWord = (entry: Entry): string =>
  entry.type === 'msg' ? `${entry.by}:${entry.msg}` : entry.type;

let messages = 0;

export function testPage(hub: ChatHub, web: string, page: string): TestPage {
  const told: CustomerFrame[] = [];
  const kept: { sid: string; entry: Entry }[] = [];
  const chats = new Map<string, number>();
  let closed = false;
  let n = 0;

  function keep(sid: string, entries: readonly Entry[]): void {
    for (const entry of entries) {
      const next = (chats.get(sid) ?? 1) + 1;
      if (entry.seq !== next) throw new Error(`${sid}: entry ${entry.seq} in place of ${next}`);
      chats.set(sid, entry.seq);
      kept.push({ sid, entry });
    }
  }

  const link = hub.visitor({
    site,
    web,
    page,
    tell(frame) {
      told.push(frame);
      if (frame.t === 'entries') keep(frame.sid, frame.entries);
    },
    close: () => void (closed = true),
  });

  async function ask(request: PageAsk): Promise<Answer> {
    n += 1;
    if (request.t === 'hello')
      for (const [sid, seq] of Object.entries(request.since ?? {})) if (!chats.has(sid)) chats.set(sid, seq);
    const answer = (await link.ask({ ...request, n })) as unknown as Answer | undefined;
    for (const view of answer?.chats ?? []) {
      chats.set(view.sid, 1);
      keep(view.sid, view.entries);
      chats.set(view.sid, view.seq);
    }
    if (answer?.t === 'ok' && request.t === 'start' && answer.sid !== undefined) chats.set(answer.sid, 1);
    return answer ?? { t: 'nothing' };
  }

  const ofChat = (sid?: string): readonly Entry[] =>
    kept.filter((one) => sid === undefined || one.sid === sid).map(({ entry }) => entry);

  return {
    told,
    ask,
    start: (details = {}, clientId) =>
      ask({ t: 'start', details, ...(clientId === undefined ? {} : { clientId }) }),
    send: (msg, sid) =>
      ask({ t: 'send', id: `m${String((messages += 1))}`, msg, ...(sid === undefined ? {} : { sid }) }),
    entries: ofChat,
    heard: (sid) => ofChat(sid).map(inAWord),
    positions: () => told.flatMap((frame) => (frame.t === 'queue' ? [frame.position] : [])),
    signals: () => told.filter((frame) => frame.t === 'signal'),
    say: (request) => link.ask(request as CustomerRequest),
    gone: () => link.gone(),
    since: () => Object.fromEntries(chats),
    get closed() {
      return closed;
    },
  };
}
