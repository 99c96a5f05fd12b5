import { standingOf } from './chatFacts.js';
import type { Clock } from './clock.js';
import type { DeskStore } from './deskStore.js';
import type { SocketLink } from './link/socketLink.js';
import type { Outgoing } from './openChat.js';

/** Brings what was written to the log, in the order of its writing: in each chat one after the other. */
export interface Outbox {
  /** Looks whether there is something to send. */
  pump(): void;
}

const retryMs = 1_000;

/**
 * Sends what waits in the store. Without a connection it waits on, and goes out under the same id when there is one, so that the
 * log has it once whatever was lost, the message or its answer.
 */
export function createOutbox(store: DeskStore, link: Pick<SocketLink, 'ask'>, clock: Clock): Outbox {
  /** Chats that wait for an answer, or for their turn after one. */
  const busy = new Set<string>();
  /** What was taken: its entry is on the way. */
  const taken = new Set<string>();

  function next(sid: string): Outgoing | undefined {
    const chat = store.state.chats.find((each) => each.sid === sid);
    return chat?.outgoing.find(({ id, refused }) => refused === undefined && !taken.has(id));
  }

  async function send(sid: string, { id, kind, text }: Outgoing): Promise<void> {
    busy.add(sid);
    const answer = await link.ask(
      kind === 'send' ? { t: 'send', sid, id, msg: text } : { t: 'app', sid, id, data: text },
    );
    if (answer.t === 'ok') taken.add(id);
    else if (answer.code === 'TooMany' || answer.code === 'Unavailable') {
      clock.after(answer.retryAfterMs ?? retryMs, () => {
        busy.delete(sid);
        pump();
      });
      return;
    } else store.dispatch({ t: 'refused', sid, id, code: answer.code, text: answer.text });
    busy.delete(sid);
    pump();
  }

  function pump(): void {
    const { chats, connection, me } = store.state;
    if (connection !== 'online') return;
    for (const chat of chats) {
      const first = busy.has(chat.sid) ? undefined : next(chat.sid);
      if (first === undefined) continue;
      // Nobody takes it any more, and the agent should know.
      if (standingOf(chat, me.id) !== 'live')
        store.dispatch({ t: 'refused', sid: chat.sid, id: first.id, code: 'NoSuchChat' });
      else void send(chat.sid, first);
    }
  }

  return { pump };
}
