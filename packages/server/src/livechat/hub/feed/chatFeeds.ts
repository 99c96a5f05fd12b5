import type { Entry } from '@offhook/livechat';
import { type SessionLog, type Stored } from '../../log/sessionLog.js';
import { streams } from '../streams.js';
import { EntryBatch } from './entryBatch.js';
import { entryOf } from './entryOf.js';
import { Feed, type EntrySink } from './feed.js';

/** All receivers of chats of one site at this node. */
export class ChatFeeds {
  readonly #site: string;
  readonly #log: SessionLog;
  readonly #failed: (error: unknown) => void;
  readonly #bySid = new Map<string, Set<Feed>>();

  constructor(site: string, log: SessionLog, failed: (error: unknown) => void) {
    this.#site = site;
    this.#log = log;
    this.#failed = failed;
  }

  /** A receiver that has the entries up to `cursor`. Nothing is told before `go`. */
  add(sid: string, cursor: number, sink: EntrySink): Feed {
    const feed = new Feed(cursor, (after) => this.read(sid, after), sink, this.#failed);
    const all = this.#bySid.get(sid);
    if (all === undefined) this.#bySid.set(sid, new Set([feed]));
    else all.add(feed);
    return feed;
  }

  remove(sid: string, feed: Feed): void {
    feed.close();
    const all = this.#bySid.get(sid);
    all?.delete(feed);
    if (all?.size === 0) this.#bySid.delete(sid);
  }

  receive(sid: string, records: readonly Stored[]): void {
    const all = this.#bySid.get(sid);
    if (all === undefined) return;
    const batch = new EntryBatch(sid, records);
    for (const feed of [...all]) feed.push(batch);
  }

  async read(sid: string, after: number): Promise<readonly Entry[]> {
    return (await this.#log.read(streams.chat(this.#site, sid), after)).map(entryOf);
  }
}
