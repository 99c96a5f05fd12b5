import type { CustomerFrame, CustomerRequest, Entry } from '@offhook/livechat';
import { pageKey } from '../desk/desk.js';
import { type EntryBatch } from '../feed/entryBatch.js';
import { type Feed } from '../feed/feed.js';
import { type Room } from '../site/room.js';
import { type Visitor } from '../visitor.js';
import { HeldTelling } from './heldTelling.js';
import { SignalRoutes } from './signalRoutes.js';

/** A chat that a page shows. */
export interface ShownChat {
  readonly sid: string;
  readonly clientId: string | undefined;
  readonly feed: Feed;
  /** How many agents the page has been told of. */
  agents: number;
}

/** A start on its way; what the page does meanwhile decides what becomes of it. */
export interface Flight {
  ended: boolean;
  closed: boolean;
}

/** A page on one connection: what it shows, and what it is told. What it asks is answered elsewhere. */
export class PageLink {
  readonly room: Room;
  readonly visitor: Visitor;
  readonly key: string;
  readonly shown = new Map<string, ShownChat>();
  readonly routes = new SignalRoutes();
  readonly #telling: HeldTelling<CustomerFrame>;
  /** Whether this is the page's connection now. */
  isCurrent = false;
  /** The connection is lost. */
  isGone = false;
  /** A start that is being answered. */
  starting: Flight | undefined;

  constructor(room: Room, visitor: Visitor) {
    this.room = room;
    this.visitor = visitor;
    this.key = pageKey(visitor.web, visitor.page);
    this.#telling = new HeldTelling((frame) => visitor.tell(frame));
  }

  tell(frame: CustomerFrame): void {
    this.#telling.tell(frame);
  }

  /** What follows from the answer is told after it. */
  answering(request: CustomerRequest, answer: () => Promise<CustomerFrame>): Promise<CustomerFrame> {
    const holds = request.t === 'hello' || request.t === 'open' || request.t === 'start';
    return holds ? this.#telling.during(answer) : answer();
  }

  /** Shows a chat from its entry `cursor` on; nothing is told before `go` of the feed. */
  show(sid: string, clientId: string | undefined, cursor: number): ShownChat {
    this.#unshow(sid);
    this.#telling.drop((frame) => frame.t === 'entries' && frame.sid === sid);
    const feed = this.room.feeds.add(sid, cursor, (entries, batch) => this.#entries(shown, entries, batch));
    const shown: ShownChat = { sid, clientId, feed, agents: 0 };
    this.shown.set(sid, shown);
    return shown;
  }

  /** Tells entries that the page has yet to get. */
  tellEntries(shown: ShownChat, entries: readonly Entry[]): void {
    this.#entries(shown, entries, undefined);
  }

  hide(sid: string): void {
    this.routes.forget(sid);
    this.#unshow(sid);
  }

  #unshow(sid: string): void {
    const shown = this.shown.get(sid);
    if (shown === undefined) return;
    this.shown.delete(sid);
    this.room.feeds.remove(sid, shown.feed);
    this.room.typing.stopped(this.typingKey(sid), this.room.tellTyping(sid, { by: 'c' }));
  }

  typingKey(sid: string): string {
    return `c ${sid} ${this.key}`;
  }

  /** The connection is of no use any more: nothing is told, nothing is shown. */
  retire(): void {
    this.#telling.silence();
    this.isCurrent = false;
    this.routes.clear();
    for (const sid of [...this.shown.keys()]) this.hide(sid);
  }

  #entries(shown: ShownChat, entries: readonly Entry[], batch: EntryBatch | undefined): void {
    const { sid, clientId } = shown;
    const told = batch?.first === 1 || batch === undefined ? entries.filter(({ seq }) => seq > 1) : entries;
    for (const { type } of told) {
      if (type === 'connect') shown.agents += 1;
      if (type === 'disconnect') shown.agents -= 1;
    }
    if (told.length > 0) {
      const named = clientId === undefined ? {} : { clientId };
      this.tell(batch?.customerFrame(clientId) ?? { t: 'entries', sid, ...named, entries: told });
    }
    if (entries.at(-1)?.type === 'end') this.hide(sid);
    // The last agent has left: it waits again.
    else if (shown.agents === 0 && told.some(({ type }) => type === 'disconnect')) this.room.tellQueue(this);
  }
}
