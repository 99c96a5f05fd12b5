import type { AgentRef, NoticeCode } from '@offhook/livechat';
import { type Turn } from './turn.js';

/** What must be known of a chat to end it. */
export interface Endable {
  readonly sid: string;
  readonly agents: readonly AgentRef[];
}

/** What must be known of a chat to leave a callback in its place. */
export interface Recallable extends Endable {
  readonly number?: string | undefined;
  readonly autoCallback: boolean;
}

/** Who ends a chat, and why. */
export type Ending =
  | { readonly by: 'client'; readonly reason?: string | undefined }
  | { readonly by: 'agent' }
  | { readonly by: 'server'; readonly why: 'closed' | 'vanished' | 'notice' | 'cap' };

/** Ends a chat: each agent is out of it, and nothing comes after (T-144, T-145, T-146). */
export function endChat(turn: Turn, { sid, agents }: Endable, ending: Ending): void {
  for (const agent of agents) turn.entry(sid, { type: 'disconnect', agent, how: 'end' });
  const why = ending.by === 'server' ? { why: ending.why } : {};
  const reason = ending.by === 'client' && ending.reason !== undefined ? { reason: ending.reason } : {};
  turn.entry(sid, { type: 'end', by: ending.by, ...reason, ...why }, true);
  turn.happened({ t: 'ended', at: turn.now, sid, until: turn.now + turn.settings.tombstoneMs });
}

/** The error path (P-12): the notice, a callback where one is wanted and possible, and the end. */
export function endWithNotice(turn: Turn, chat: Recallable, code: NoticeCode): void {
  const { sid, number } = chat;
  const policy = turn.settings.autoCallback;
  turn.entry(sid, { type: 'notice', code });
  if (number !== undefined && (policy === 'always' || (policy === 'asked' && chat.autoCallback))) {
    turn.entry(sid, { type: 'callback', by: 's', ok: true, number });
    turn.callback({ sid, number, by: 's' });
  }
  endChat(turn, chat, { by: 'server', why: 'notice' });
}
