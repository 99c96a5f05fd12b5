import type { AgentFrame, DeskChat } from '@offhook/livechat';
import { type LiveChat } from '../desk/desk.js';
import { Paced } from '../paced.js';
import { type Room } from './room.js';

/** How many of those who wait an agent is shown, and how often. */
const mostWaiting = 100;
const pauseMs = 100;

/** Shows the agents who are linked here the desk, after changes. */
export class DeskTeller {
  readonly #room: Room;
  readonly #paced: Paced;

  constructor(room: Room) {
    this.#room = room;
    const { clock } = room.options;
    const pause = (): number => Math.max(pauseMs, Math.min(1_000, room.state.chats.size / 10));
    this.#paced = new Paced(clock, () => setImmediate(() => this.#tell()), pause);
  }

  ask(): void {
    if (this.#room.agents.size > 0) this.#paced.ask();
  }

  stop(): void {
    this.#paced.stop();
  }

  #tell(): void {
    const { state, agents: linked } = this.#room;
    const head = state.queue.head(mostWaiting);
    const waiting = head.flatMap((sid, place) => this.#shown(sid, place + 1));
    const agents = [...state.agents.values()].map(({ id, name }) => ({ id, name }));
    for (const [id, links] of linked) {
      const own = [...(state.agents.get(id)?.chats ?? [])].flatMap((sid) => this.#shown(sid));
      const frame: AgentFrame = { t: 'desk', waiting, waitingCount: state.queue.length, own, agents };
      for (const link of links) if (link.isIn) link.tell(frame);
    }
  }

  #shown(sid: string, position?: number): readonly DeskChat[] {
    const chat = this.#room.state.chats.get(sid);
    return chat === undefined ? [] : [deskChat(chat, position)];
  }
}

function deskChat(chat: LiveChat, position: number | undefined): DeskChat {
  const { sid, clientId, state, name, topic, since, agents, pages } = chat;
  return {
    sid,
    ...(clientId === undefined ? {} : { clientId }),
    state,
    ...(position === undefined ? {} : { position }),
    name,
    topic,
    since: new Date(since).toISOString(),
    agents,
    attached: [...pages.values()].some(({ lostUntil }) => lostUntil === undefined),
  };
}
