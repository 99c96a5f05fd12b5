import type { Thread, ThreadMessage } from '@offhook/core';
import { partyName } from '../calls/partyName.js';

/** A message of the inbox, with whom it was exchanged. */
export interface MessageRow {
  readonly thread: Thread;
  readonly message: ThreadMessage;
  readonly who: string;
}

/** All messages of all threads, the newest first. */
export function messageRows(threads: readonly Thread[], unknown: string): readonly MessageRow[] {
  return threads
    .flatMap((thread) =>
      thread.messages.map((message) => {
        const party =
          message.direction === 'inbound' ? message.from : (message.to[0] ?? thread.parties[0] ?? {});
        return { thread, message, who: partyName(party, thread.match, unknown) };
      }),
    )
    .sort((a, b) => b.message.at - a.message.at);
}
