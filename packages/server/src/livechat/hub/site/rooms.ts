import { type SessionLog, type Stored } from '../../log/sessionLog.js';
import { type ChatHubOptions } from '../chatHub.js';
import { hubTopic, type Told } from '../told.js';
import { Room } from './room.js';

/** All sites at this node: gives each what the log tells. */
export class Rooms {
  readonly #options: ChatHubOptions;
  readonly #rooms = new Map<string, Room>();
  readonly #unfollow: readonly (() => void)[];

  constructor(options: ChatHubOptions) {
    this.#options = options;
    const { log } = options;
    this.#unfollow = [
      log.follow((stream, records) => this.#receive(stream, records)),
      log.onTold((topic, text) => topic === hubTopic && this.#told(JSON.parse(text) as Told)),
    ];
  }

  get all(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  /** Live chats that were started at this node. */
  get nodeChats(): number {
    const { node } = this.#options;
    return this.all.reduce((sum, { state }) => sum + (state.nodes.get(node) ?? 0), 0);
  }

  of(site: string): Room {
    const known = this.#rooms.get(site);
    if (known !== undefined) return known;
    const room = new Room(site, this.#options);
    this.#rooms.set(site, room);
    return room;
  }

  /** Loads each site that has a desk, so that its deadlines are kept. */
  async load(log: SessionLog): Promise<void> {
    for (const stream of await log.streams('desk:')) await this.of(stream.slice('desk:'.length)).desk.ready();
  }

  /** A site's connections are closed, and its desk is empty. */
  forget(site: string): void {
    const room = this.#rooms.get(site);
    this.#rooms.delete(site);
    room?.disconnect();
    room?.close();
  }

  close(): void {
    for (const end of this.#unfollow) end();
    for (const room of this.all) room.close();
  }

  #receive(stream: string, records: readonly Stored[]): void {
    const [kind, site = '', sid = ''] = stream.split(':');
    if (kind === 'desk') {
      const { desk } = this.of(site);
      desk.receive(records);
      desk.ready().catch((error: unknown) => this.#options.onProblem?.('load', error));
    } else if (kind === 'chat') this.#rooms.get(site)?.feeds.receive(sid, records);
  }

  #told(told: Told): void {
    if (told.t !== 'reset') this.#rooms.get(told.site)?.told(told);
    else if (told.from !== this.#options.node) this.forget(told.site);
  }
}
