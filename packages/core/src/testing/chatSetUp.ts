import { foldChat, type FoldedChat } from '../fold/foldChat.js';
import type { Chat, ChatState } from '../model/chat.js';
import type { ShareState, VideoState } from '../model/chatMedia.js';
import type { ChatReport } from '../model/chatReport.js';
import { deepFreeze } from './deepFreeze.js';

export const chatStates: readonly ChatState[] = [
  'idle',
  'opening',
  'starting',
  'queued',
  'connected',
  'interrupted',
  'ended',
  'failed',
];

/** The steps of the model, written a second time so that the fold can't share its mistake. */
export const chatSteps: Record<ChatState, string> = {
  idle: 'opening starting ended',
  opening: 'idle queued connected failed ended',
  starting: 'idle queued connected failed ended',
  queued: 'connected ended',
  connected: 'queued interrupted ended',
  interrupted: 'queued connected ended',
  ended: '',
  failed: 'opening starting',
};

/** When the tests begin, by the wall clock. */
export const start = Date.UTC(2026, 0, 5, 9);

export type ChatFacts = Omit<ChatReport, 'type' | 'ids'> & Partial<Pick<ChatReport, 'ids'>>;

/** Folds with everything frozen, so that whatever the fold mutates throws. */
export const foldFacts = (chat: Chat | undefined, facts: ChatFacts, now = start): FoldedChat =>
  deepFreeze(
    foldChat(deepFreeze(chat), deepFreeze({ type: 'chat', ids: ['1'], ...facts }), {
      id: 'fake:1',
      connector: 'fake',
      now,
    }),
  );

/** The chat after these reports, one after another. */
export function chatAfter(...reports: readonly ChatFacts[]): Chat {
  let chat: Chat | undefined;
  for (const facts of reports) ({ chat } = foldFacts(chat, facts));
  if (chat === undefined) throw new Error('A report with a state makes a chat.');
  return chat;
}

/** The steps of a video call, written a second time as well. `ended` may be followed by another one. */
export const videoSteps: Record<VideoState, string> = {
  requested: 'connecting connected ended',
  calling: 'connecting connected ended',
  connecting: 'connected reconnecting ended',
  connected: 'reconnecting ended',
  reconnecting: 'connected ended',
  ended: 'requested calling connecting connected reconnecting',
};

/** The steps of a screen share, and of a co-browsing session. */
export const shareSteps: Record<ShareState, string> = {
  starting: 'on reconnecting ended',
  on: 'reconnecting ended',
  reconnecting: 'on ended',
  ended: 'starting on reconnecting',
};
