import type { Offhook } from '../client.js';
import type { Capability } from '../model/capability.js';
import type { Thread } from '../model/thread.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for one thread shows. */
export interface ThreadControlsState extends ControlStatus {
  readonly thread: Thread | undefined;
  /** Whether a message can be sent, and if not, why. */
  readonly can: Capability;
}

/** What a screen for one thread needs. The function is bound and never rejects. */
export interface ThreadControls {
  readonly state: Current<ThreadControlsState>;
  /** Answers whoever is in the thread; never rejects. */
  readonly send: (text: string) => Promise<Outcome>;
}

/**
 * Controls for one thread of the inbox.
 *
 * @example const { state, send } = threadControls(phone, id);
 */
export function threadControls(client: Offhook, id: string): ThreadControls {
  const { status, run } = createRunner(client);
  const thread = client.inbox.get(id);
  return {
    state: combine(
      [thread, client.capabilities, status],
      (thread, capabilities, { pending, lastError }) => ({
        thread,
        // The initial value tells nothing of what is so by now.
        can:
          capabilities === client.capabilities.initial
            ? capabilities['inbox.send']
            : client.can('inbox.send', { connector: thread?.connector }),
        pending,
        lastError,
      }),
      sameState,
    ),
    send: (text) => {
      const found = thread.value;
      const to = found?.parties[0]?.number ?? found?.parties[0]?.extension;
      return run(
        to === undefined || found === undefined
          ? undefined
          : { type: 'inbox.send', to, text, connector: found.connector },
      );
    },
  };
}
