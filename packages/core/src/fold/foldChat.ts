import type { Chat, ChatState } from '../model/chat.js';
import type { ChatReport } from '../model/chatReport.js';
import type { EventBody } from '../model/event.js';
import { chatEvents } from './chatEvents.js';
import { foldChatMedia } from './foldChatMedia.js';
import { merge, type Patch } from './same.js';

/** What the fold must be told, since it is pure. */
export interface ChatContext {
  /** The id of a chat that is new. */
  readonly id: string;
  readonly connector: string;
  /** Wall-clock milliseconds. */
  readonly now: number;
}

/** The chat as it is now (the same reference when nothing changed), and what to tell. */
export interface FoldedChat {
  readonly chat: Chat | undefined;
  readonly events: readonly EventBody[];
}

const steps: Record<ChatState, readonly ChatState[]> = {
  idle: ['opening', 'starting', 'ended'],
  opening: ['idle', 'queued', 'connected', 'failed', 'ended'],
  starting: ['idle', 'queued', 'connected', 'failed', 'ended'],
  // The last agent may leave: the chat then waits again.
  queued: ['connected', 'ended'],
  connected: ['queued', 'interrupted', 'ended'],
  interrupted: ['queued', 'connected', 'ended'],
  ended: [],
  // Nothing has begun: another attempt may follow.
  failed: ['opening', 'starting'],
};

/** Facts taken over as they are. The late ones may still be learnt of a chat that has ended. */
const lateFacts = ['endedBy', 'endReason', 'callback', 'notice', 'uploads', 'unread', 'server'] as const;
const liveFacts = [
  'clientId',
  'attached',
  'queuePosition',
  'agents',
  'typing',
  'startedAt',
  'connectedAt',
  'endedAt',
  'failure',
  'captcha',
] as const;
const isLateFact: ReadonlySet<string> = new Set(lateFacts);
const isFact: ReadonlySet<string> = new Set([...lateFacts, ...liveFacts]);

type Mutable<T> = { -readonly [K in keyof T]?: T[K] | undefined };

/** The facts that a report has; one that is there as `undefined` is taken away. */
const factsOf = (report: ChatReport, late: boolean): Mutable<Chat> =>
  Object.fromEntries(Object.entries(report).filter(([key]) => (late ? isLateFact : isFact).has(key)));

/** Folds one report into one chat. The state moves only along the model's steps; `ended` is final. */
export function foldChat(chat: Chat | undefined, report: ChatReport, context: ChatContext): FoldedChat {
  const state = report.state ?? chat?.state;
  // Facts about a chat that nobody knows.
  if (state === undefined) return { chat, events: [] };
  const moved = state !== chat?.state;
  if (chat !== undefined && moved && !steps[chat.state].includes(state)) {
    return { chat, events: [{ type: 'protocol.violation', chatId: chat.id, from: chat.state, to: state }] };
  }
  const base = chat ?? blank(report, state, context);
  const patch = factsOf(report, chat?.state === 'ended');
  patch.state = state;
  patch.vendorIds = known(base.vendorIds, report.ids);
  if (moved && chat !== undefined) Object.assign(patch, timesOf(chat, { ...base, ...patch }, context.now));
  const { media, violations } = foldChatMedia(base, report, { id: base.id, state, now: context.now });
  const next = merge(base, { ...patch, ...lapsed(state), ...media });
  return { chat: next, events: next === chat ? violations : [...violations, ...chatEvents(chat, next)] };
}

/** When it came to where it is, unless the vendor has said so. */
function timesOf(before: Chat, after: Patch<Chat>, now: number): Mutable<Chat> {
  const times: Mutable<Chat> = {};
  const { state } = after;
  if (before.state === 'starting' && (state === 'queued' || state === 'connected'))
    times.startedAt = after.startedAt ?? now;
  // What is opened was connected at a time that only the vendor knows.
  if (before.state !== 'opening' && state === 'connected') times.connectedAt = after.connectedAt ?? now;
  if (state === 'ended') times.endedAt = after.endedAt ?? now;
  return times;
}

/** What holds in some states alone, and in which. */
const bound: readonly (readonly [keyof Chat, (state: ChatState) => boolean])[] = [
  ['queuePosition', (state) => state === 'queued'],
  ['failure', (state) => state === 'failed'],
  [
    'captcha',
    (state) => state === 'idle' || state === 'opening' || state === 'starting' || state === 'failed',
  ],
  ['endedAt', (state) => state === 'ended'],
  ['endedBy', (state) => state === 'ended'],
  ['endReason', (state) => state === 'ended'],
];

/** What doesn't hold in this state. */
const lapsed = (state: ChatState): Patch<Chat> => ({
  ...Object.fromEntries(bound.flatMap(([key, holds]) => (holds(state) ? [] : [[key, undefined]]))),
  ...(state !== 'connected' && { typing: false }),
});

function blank(report: ChatReport, state: ChatState, { id, connector, now }: ChatContext): Chat {
  return {
    id,
    connector,
    vendorIds: report.ids,
    state,
    attached: true,
    agents: [],
    typing: false,
    server: 'unknown',
    uploads: [],
    ...(state === 'ended' && { endedAt: now }),
  };
}

/** The ids known before, and behind them the new ones. */
const known = (before: readonly string[], told: readonly string[]): readonly string[] =>
  told.every((id) => before.includes(id)) ? before : [...new Set([...before, ...told])];
