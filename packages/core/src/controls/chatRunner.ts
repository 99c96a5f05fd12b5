import type { Offhook } from '../client.js';
import type { Command } from '../model/command.js';
import { OffhookError } from '../model/error.js';
import type { Current } from '../stream/current.js';
import { createRunner, type ControlStatus, type Outcome } from './outcome.js';

/** Gives commands about chats, and remembers the last error. */
export interface ChatRunner {
  readonly status: Current<ControlStatus>;
  run(command: Command): Promise<Outcome>;
  /** Gives one about the chat that is meant, if there is any. */
  within(command: (chatId: string) => Command): Promise<Outcome>;
}

export function createChatRunner(client: Offhook, chatId: () => string | undefined): ChatRunner {
  const { status, run, attempt } = createRunner(client);
  return {
    status,
    run,
    within: (command) =>
      attempt(() => {
        const id = chatId();
        if (id === undefined) throw new OffhookError('invalid-state', 'There is no chat to do this in.');
        return client.execute(command(id));
      }),
  };
}
