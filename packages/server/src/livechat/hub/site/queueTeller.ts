import type { CustomerFrame } from '@offhook/livechat';
import { type LiveChat } from '../desk/desk.js';
import { Paced } from '../paced.js';
import { type PageLink } from '../peers/pageLink.js';
import { callHistory } from './history.js';
import { type Room } from './room.js';

/** Above so many who wait, their places are told less often. */
const many = 200;

/** Tells pages that started a chat where it stands in the queue: first right after the start, then on each change (P-12, T-161). */
export class QueueTeller {
  readonly #room: Room;
  readonly #paced: Paced;
  /** By chat and page: what was told last. */
  readonly #told = new Map<string, Map<string, number>>();
  #from = Infinity;

  constructor(room: Room) {
    this.#room = room;
    const pause = (): number => {
      const { length } = room.state.queue;
      return length <= many ? 0 : length / 2;
    };
    this.#paced = new Paced(room.options.clock, () => this.#tell(), pause);
  }

  ask(): void {
    const { queue } = this.#room.state;
    const from = queue.takeChange();
    if (from >= queue.length && this.#from === Infinity) return;
    this.#from = Math.min(this.#from, from);
    // One who came at the tail is told at once; it costs nothing.
    if (from === queue.length - 1) this.#tellAt(from);
    else this.#paced.ask();
  }

  /** For a page that is back: where its chats stand, if that isn't what it was told last. */
  tellPage(link: PageLink): void {
    const { chats, queue } = this.#room.state;
    for (const sid of link.shown.keys()) {
      const chat = chats.get(sid);
      const position = chat === undefined ? undefined : queue.position(chat);
      if (chat !== undefined && position !== undefined) this.#tellLink(link, chat, position);
    }
  }

  /** The chat doesn't wait any more; without one, all. */
  forget(sid?: string): void {
    if (sid === undefined) this.#told.clear();
    else this.#told.delete(sid);
  }

  stop(): void {
    this.#paced.stop();
  }

  #tell(): void {
    const { length } = this.#room.state.queue;
    for (let place = this.#from; place < length; place += 1) this.#tellAt(place);
    this.#from = Infinity;
  }

  #tellAt(place: number): void {
    const { chats, queue } = this.#room.state;
    const chat = chats.get(queue.at(place) ?? '');
    for (const key of chat?.starters ?? []) {
      const link = this.#room.pages.get(key);
      if (chat !== undefined && link !== undefined) this.#tellLink(link, chat, place + 1);
    }
  }

  #tellLink(link: PageLink, chat: LiveChat, position: number): void {
    const { sid, clientId, starters } = chat;
    const shown = link.shown.get(sid);
    if (!starters.has(link.key) || shown === undefined || shown.agents > 0) return;
    const told = this.#told.get(sid) ?? new Map<string, number>();
    if (told.get(link.key) === position) return;
    const isFirst = told.size === 0;
    this.#told.set(sid, told.set(link.key, position));
    const named = clientId === undefined ? {} : { clientId };
    const frame: CustomerFrame = { t: 'queue', sid, ...named, position };
    link.tell(frame);
    if (isFirst && chat.customer !== undefined) callHistory(this.#room, sid, chat.customer);
  }
}
