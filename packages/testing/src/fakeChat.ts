import type { ChatReport, ChatStreams, MediaFacts, Message, Participant, Report } from '@offhook/core';

/** What a test may say of a chat when it begins. */
export type FakeChatDetails = Omit<ChatReport, 'type' | 'ids'> & {
  /** The vendor's id; counted (`chat-1`, `chat-2`, …) when left out. */
  readonly id?: string;
};

/** A chat at the vendor's end: each function reports one step, as one frame would. */
export interface FakeChat {
  /** Offhook's id of this chat. */
  readonly id: string;
  readonly vendorId: string;
  /** The server has taken it in: it waits from now on, or waits elsewhere. */
  queue(position?: number): void;
  /** An agent comes; `Kim` unless named. */
  join(name?: string): void;
  /** An agent goes. */
  leave(name?: string): void;
  /** An agent writes; gives the message's id. */
  say(text: string, details?: Partial<Message>): string;
  /** Reports whatever of a message, live. */
  message(message: Partial<Message> & Pick<Message, 'id'>): void;
  type(typing?: boolean): void;
  /** The agent asks for a call. */
  requestVideo(facts?: MediaFacts<'video'>): void;
  /** It has these pictures and sounds from now on, and no others. */
  streams(streams: Partial<ChatStreams>): void;
  /** The server is away, and there again. */
  interrupt(): void;
  resume(): void;
  end(by?: ChatReport['endedBy'], reason?: string): void;
  /** Reports whatever else, such as a state that the model forbids here. */
  report(facts: Omit<ChatReport, 'type' | 'ids'>): void;
}

/** The script of one chat on a fake connector. */
export function fakeChat(
  connector: string,
  vendorId: string,
  { emit, newId, now }: { emit(...reports: readonly Report[]): void; newId(): string; now(): number },
): FakeChat {
  let agents: readonly Participant[] = [];
  const report: FakeChat['report'] = (facts) => emit({ type: 'chat', ids: [vendorId], ...facts });
  const message: FakeChat['message'] = (told) =>
    emit({ type: 'chat.message', chat: vendorId, message: told, live: true });

  return {
    id: `${connector}:${vendorId}`,
    vendorId,
    report,
    message,
    queue: (position) => report({ state: 'queued', queuePosition: position }),
    join(name = 'Kim') {
      agents = [...agents, { id: name.toLowerCase(), name }];
      report({ state: 'connected', agents });
    },
    leave(name = 'Kim') {
      agents = agents.filter((agent) => agent.name !== name);
      report({ agents });
    },
    say(text, details = {}) {
      const id = newId();
      message({ id, kind: 'text', by: 'agent', author: 'Kim', text, at: now(), ...details });
      return id;
    },
    type: (typing = true) => report({ typing }),
    requestVideo: (facts) => report({ video: { state: 'requested', by: 'agent', ...facts } }),
    streams: (streams) =>
      emit({
        type: 'chat.streams',
        chat: vendorId,
        streams: { local: [], remote: [], screen: [], ...streams },
      }),
    interrupt: () => report({ state: 'interrupted', server: 'offline' }),
    resume: () => report({ state: 'connected', server: 'online' }),
    end: (endedBy = 'agent', reason) =>
      report({ state: 'ended', endedBy, ...(reason !== undefined && { endReason: reason }) }),
  };
}
