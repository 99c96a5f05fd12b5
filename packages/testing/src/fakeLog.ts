import {
  createCurrent,
  type CallLogFacts,
  type Contact,
  type LogContext,
  type LoggedEntries,
  type LogPort,
  type LogState,
  type MessageLogFacts,
} from '@offhook/core';

/** What an agent has noted. */
export interface FakeNote {
  readonly callId: string;
  readonly note?: string;
  readonly contact?: Contact;
}

/** A log that only remembers what it is given, and says of it what the test wants. */
export interface FakeLog extends LogPort {
  /** What connectors wanted logged. */
  readonly calls: readonly CallLogFacts[];
  readonly messages: readonly MessageLogFacts[];
  readonly notes: readonly FakeNote[];
  /** Says what has become of the entry of a call or thread. */
  tell(id: string, state: LogState): void;
  /** Says how many writes wait. */
  waits(count: number): void;
  /** Keeps the next notes under way until the returned function is called. */
  hold(): () => void;
  /** What is taken for logged already, by the vendor's ids. */
  logged: LoggedEntries;
  /** What the next notes are refused with; nothing unless set. */
  refuses: Error | undefined;
}

/**
 * A log for tests.
 *
 * @example
 * const log = fakeLog();
 * const phone = createOffhook({ connectors: [line], log });
 * log.tell(call.id, { status: 'saved', waiting: 0 });
 */
export function fakeLog(): FakeLog {
  const calls: CallLogFacts[] = [];
  const messages: MessageLogFacts[] = [];
  const notes: FakeNote[] = [];
  const pending = createCurrent(0);
  const contexts = new Set<LogContext>();
  let released = Promise.resolve();
  const log: FakeLog = {
    calls,
    messages,
    notes,
    logged: {},
    refuses: undefined,
    tell(id, state) {
      for (const context of contexts) context.told(id, state);
    },
    waits: (count) => pending.set(count),
    hold() {
      let release = (): void => {};
      released = new Promise((done) => (release = done));
      return () => release();
    },
    connect(context) {
      contexts.add(context);
      return {
        pending,
        call: (facts) => Promise.resolve(void calls.push(facts)),
        messages: (facts) => Promise.resolve(void messages.push(facts)),
        logged: () => Promise.resolve(log.logged),
        async annotate(callId, facts) {
          await released;
          if (log.refuses) throw log.refuses;
          notes.push({ callId, ...facts });
        },
        close: () => void contexts.delete(context),
      };
    },
  };
  return log;
}
