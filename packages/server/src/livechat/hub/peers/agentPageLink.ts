import type { AgentFrame, AgentRequest, Entry } from '@offhook/livechat';
import { type AgentPeer } from '../agentPeer.js';
import { Bucket } from '../bucket.js';
import { type EntryBatch } from '../feed/entryBatch.js';
import { type Feed } from '../feed/feed.js';
import { type Room } from '../site/room.js';
import { HeldTelling } from './heldTelling.js';
import { SignalRoutes } from './signalRoutes.js';

interface JoinedChat {
  readonly feed: Feed;
  readonly bucket: Bucket;
  /** The number of the last entry that was told. */
  told: number;
  /** Whether the agent is in the chat, by the entries told. */
  inside: boolean;
}

/** An agent on one connection: follows each own chat, from its first entry on. */
export class AgentPageLink {
  readonly room: Room;
  readonly peer: AgentPeer;
  readonly routes = new SignalRoutes();
  readonly #joined = new Map<string, JoinedChat>();
  readonly #telling: HeldTelling<AgentFrame>;
  /** After `hello`, until the connection is lost or the agent logs out. */
  isIn = false;
  /** What the page calls itself; without it no media go over it. */
  seat: string | undefined;

  constructor(room: Room, peer: AgentPeer) {
    this.room = room;
    this.peer = peer;
    this.#telling = new HeldTelling((frame) => peer.tell(frame));
  }

  tell(frame: AgentFrame): void {
    this.#telling.tell(frame);
  }

  /** What follows from the answer is told after it. */
  answering(request: AgentRequest, answer: () => Promise<AgentFrame>): Promise<AgentFrame> {
    const holds = request.t === 'hello' || request.t === 'accept';
    return holds ? this.#telling.during(answer) : answer();
  }

  /** Whether the agent has been in this chat on this connection. */
  knows(sid: string): boolean {
    return this.#joined.has(sid);
  }

  /** Takes one from what may be sent in this chat; 0, or how many milliseconds to wait. */
  take(sid: string): number {
    return this.#joined.get(sid)?.bucket.take(this.room.settings().rates.perChat, this.room.now()) ?? 0;
  }

  /** Follows a chat from its entry `after` on; one that is followed already goes on. */
  async join(sid: string, after: number): Promise<void> {
    if (this.#joined.has(sid)) return;
    const feed = this.room.feeds.add(sid, after, (entries, batch) => this.#entries(sid, entries, batch));
    const bucket = new Bucket(this.room.settings().rates.perChat, this.room.now());
    this.#joined.set(sid, { feed, bucket, told: after, inside: true });
    try {
      const entries = await feed.load();
      if (entries.length > 0) this.#entries(sid, entries, undefined);
      feed.go();
    } catch (error) {
      this.#drop(sid);
      throw error;
    }
  }

  typingKey(sid: string): string {
    return `a ${sid} ${this.peer.agent.id}`;
  }

  retire(): void {
    this.#telling.silence();
    this.isIn = false;
    this.routes.clear();
    for (const sid of [...this.#joined.keys()]) this.#drop(sid);
  }

  #drop(sid: string): void {
    const joined = this.#joined.get(sid);
    if (joined === undefined) return;
    this.#joined.delete(sid);
    this.#stopWriting(sid);
    this.room.feeds.remove(sid, joined.feed);
  }

  /** Leaves follow the chat silently: who comes back gets what was missed. */
  #entries(sid: string, entries: readonly Entry[], batch: EntryBatch | undefined): void {
    const joined = this.#joined.get(sid);
    if (joined === undefined) return;
    const own = this.peer.agent.id;
    const last = entries
      .filter((entry) => entry.type === 'connect' || entry.type === 'disconnect')
      .filter(({ agent }) => agent.id === own)
      .at(-1);
    const wasInside = joined.inside;
    joined.inside = last === undefined ? wasInside : last.type === 'connect';
    const hasEnded = entries.at(-1)?.type === 'end';
    if (wasInside && (joined.inside || last === entries.at(-1) || hasEnded))
      this.#tellEntries(joined, batch?.agentFrame() ?? { t: 'entries', sid, entries }, entries);
    else if (wasInside) {
      const told = entries.filter(({ seq }) => seq <= (last?.seq ?? 0));
      this.#tellEntries(joined, { t: 'entries', sid, entries: told }, told);
    } else if (joined.inside) void this.#rejoin(sid, joined.told);
    if (joined.inside && !hasEnded) return;
    if (hasEnded) this.#drop(sid);
    else this.#stopWriting(sid);
  }

  typist(): { readonly by: 'a'; readonly agent: string; readonly name: string } {
    const { id, name } = this.peer.agent;
    return { by: 'a', agent: id, name };
  }

  #stopWriting(sid: string): void {
    this.routes.forget(sid);
    this.room.typing.stopped(this.typingKey(sid), this.room.tellTyping(sid, this.typist()));
  }

  #tellEntries(joined: JoinedChat, frame: AgentFrame, entries: readonly Entry[]): void {
    joined.told = entries.at(-1)?.seq ?? joined.told;
    this.tell(frame);
  }

  /** Back in a chat: what was said meanwhile, too. */
  async #rejoin(sid: string, after: number): Promise<void> {
    this.#drop(sid);
    try {
      await this.join(sid, after);
    } catch (error) {
      this.room.problem('join', error);
    }
  }
}
