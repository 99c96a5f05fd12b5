import type { Captcha, ChatReport, ChatState, Participant, Upload } from '@offhook/core';
import { createTranscript, type Transcript } from './transcript.js';

/** One chat, as the connector knows it. */
export interface TrackedChat {
  /** Our own id of it, until the vendor tells its own. */
  readonly local: string;
  /** The vendor's: our script tells it at once, the documented one hardly ever. */
  sid: string | undefined;
  /** The one that the client has been told. */
  toldSid: string | undefined;
  clientId: string | undefined;
  /** What an agent's coming told: by it calls are started where the chat itself has no id (P-17). */
  session: string | undefined;
  state: ChatState;
  /** What it is while the server can't be reached. */
  underneath: 'queued' | 'connected';
  attached: boolean;
  agents: readonly Participant[];
  uploads: readonly Upload[];
  /** Whether the agents have been told that the customer writes. */
  writing: boolean;
  /** Whether a callback was asked for where nobody is there. */
  autoCallback: boolean;
  /** Why a captcha is shown for it, while one is. */
  captcha: Captcha['reason'] | undefined;
  readonly transcript: Transcript;
  /** Ends the wait for the agent's next sign of writing. */
  cancelTyping: () => void;
}

/** What making one needs. */
export interface TrackedChatOptions {
  readonly now: () => number;
  readonly newId: () => string;
}

/** The vendor's ids of a chat, the most lasting first. */
const idsOf = ({ sid, local }: TrackedChat): readonly string[] =>
  sid === undefined || sid === local ? [local] : [sid, local];

/** Where what is written for a chat waits; the same after a reload wherever the vendor tells its id. */
export const keyOf = ({ sid, local }: TrackedChat): string => sid ?? local;

export const isLive = ({ state }: TrackedChat): boolean =>
  state === 'queued' || state === 'connected' || state === 'interrupted';

/** Something that is so in a chat now. */
export const report = (chat: TrackedChat, facts: Omit<ChatReport, 'type' | 'ids'> = {}): ChatReport => ({
  type: 'chat',
  ids: idsOf(chat),
  ...facts,
});

/** What a step to another state says. */
export function step(
  chat: TrackedChat,
  state: ChatState,
  facts: Omit<ChatReport, 'type' | 'ids' | 'state'> = {},
): ChatReport {
  chat.state = state;
  if (state === 'queued' || state === 'connected') chat.underneath = state;
  return report(chat, { state, ...facts });
}

export function trackedChat(
  { now, newId }: TrackedChatOptions,
  given: {
    readonly local?: string | undefined;
    readonly sid?: string | undefined;
    readonly clientId?: string | undefined;
  },
): TrackedChat {
  const chat: TrackedChat = {
    local: given.local ?? given.sid ?? newId(),
    sid: given.sid,
    toldSid: given.sid,
    clientId: given.clientId,
    session: undefined,
    state: 'idle',
    underneath: 'queued',
    attached: false,
    agents: [],
    uploads: [],
    writing: false,
    autoCallback: false,
    captcha: undefined,
    cancelTyping: () => {},
    transcript: createTranscript({
      chat: () => keyOf(chat),
      now,
      newId,
      attended: () => chat.agents.length > 0,
    }),
  };
  return chat;
}
