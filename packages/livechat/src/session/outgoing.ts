import { Failure } from '../http/failure.js';
import type { Asked } from '../link/pending.js';
import type { ReadAnswer } from '../link/readFrame.js';

/** Where a message stands in the log. */
export interface Receipt {
  readonly sid: string;
  readonly seq: number;
  /** When the server accepted it: ISO 8601. */
  readonly time: string;
}

type Message = Extract<Asked, { t: 'send' | 'app' }>;

interface Item {
  readonly message: Message;
  readonly done: (receipt: Receipt) => void;
  readonly failed: (error: unknown) => void;
}

/** Messages on their way: of each chat one after another, so that they are kept in the order of their sending. */
export interface Outgoing {
  /** Sends a message, and again under the same id until the server has answered. Rejects with a `Failure`. */
  send(message: Message): Promise<Receipt>;
  /** The chat is over: what has not gone out will not. */
  over(sid: string): void;
}

/**
 * One message of a chat is on its way at a time: were there more, one that is refused for a while would be overtaken.
 *
 * @param ask resolves when the server has kept the message
 */
export function createOutgoing(ask: (message: Message) => Promise<ReadAnswer>): Outgoing {
  const queues = new Map<string, Item[]>();

  async function run(key: string, queue: Item[]): Promise<void> {
    for (let item = queue[0]; item !== undefined; item = queue[0]) {
      try {
        const answer = await ask(item.message);
        item.done({
          sid: answer.sid ?? item.message.sid ?? '',
          seq: answer.seq ?? 0,
          time: answer.time ?? '',
        });
      } catch (error) {
        item.failed(error);
      }
      queue.shift();
    }
    queues.delete(key);
  }

  return {
    send: (message) =>
      new Promise((done, failed) => {
        const key = message.sid ?? '';
        const item = { message, done, failed };
        const queue = queues.get(key);
        if (queue !== undefined) {
          queue.push(item);
          return;
        }
        const first = [item];
        queues.set(key, first);
        void run(key, first);
      }),
    over(sid) {
      for (const item of queues.get(sid)?.splice(1) ?? [])
        item.failed(new Failure('NoSuchChat', 'The chat ended before this was sent.'));
    },
  };
}
