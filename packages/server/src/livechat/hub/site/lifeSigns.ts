import { type Clock } from '../../../clock.js';
import { type SessionLog } from '../../log/sessionLog.js';
import { type Rooms } from './rooms.js';
import { type Room } from './room.js';

/** How often a node says that it lives, and how long that holds. */
const everyMs = 3_000;
const holdsMs = 10_000;

/** Says that this node lives, and sees which others don't: their pages and agents are lost from when that is seen. */
export class LifeSigns {
  readonly #log: SessionLog;
  readonly #clock: Clock;
  readonly #node: string;
  readonly #rooms: Rooms;
  readonly #failed: (error: unknown) => void;
  #cancel: () => void = () => undefined;
  #stopped = false;
  #beating: Promise<void> = Promise.resolve();

  constructor(
    parts: { readonly log: SessionLog; readonly clock: Clock; readonly node: string },
    rooms: Rooms,
    failed: (error: unknown) => void,
  ) {
    this.#log = parts.log;
    this.#clock = parts.clock;
    this.#node = parts.node;
    this.#rooms = rooms;
    this.#failed = failed;
  }

  /** Resolves when this node is known to live. */
  async start(): Promise<void> {
    this.#again();
    await this.#log.beat(this.#node, holdsMs);
  }

  /** The other nodes see at once that this one is no more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#beating;
    await this.#log.beat(this.#node, 0);
  }

  #again(): void {
    this.#cancel = this.#clock.setTimeout(() => {
      if (this.#stopped) return;
      this.#again();
      this.#beating = this.#beat().catch(this.#failed);
    }, everyMs);
  }

  async #beat(): Promise<void> {
    await this.#log.beat(this.#node, holdsMs);
    const alive = new Set([...(await this.#log.alive()), this.#node]);
    for (const room of this.#rooms.all) {
      const dead = [...nodesOf(room)].filter((node) => !alive.has(node));
      if (dead.length > 0) await room.desk.run({ t: 'nodesDead', nodes: dead });
    }
  }
}

/** The nodes that a site's pages and agents are linked to. */
function nodesOf({ state }: Room): ReadonlySet<string> {
  const nodes = new Set<string>();
  for (const { node, lostUntil } of state.pages.values()) if (lostUntil === undefined) nodes.add(node);
  for (const agent of state.agents.values()) for (const node of agent.nodes) nodes.add(node);
  return nodes;
}
