import type { OpenCode, StartCode } from '@offhook/livechat';
import { type ChatCaps } from '../settings.js';
import { chatsOfWeb, pageKey, type Desk } from './desk.js';
import { overCap } from './caps.js';
import { untold, untoldNamed } from './tombstones.js';

/** Who wants to start a chat. */
export interface Starter {
  readonly web: string;
  readonly page: string;
  readonly clientId?: string | undefined;
  /** Hash of the customer's key, when it is known. */
  readonly customer?: string | undefined;
  /** Live chats that were started at this node, of all its sites. */
  readonly nodeChats: number;
}

/** Why a start is refused (P-4, P-6, P-14, P-25), or undefined. */
export function startRefusal(
  desk: Desk,
  starter: Starter,
  caps: ChatCaps,
  now: number,
): StartCode | undefined {
  const { web, page, clientId } = starter;
  const live = chatsOfWeb(desk, web);
  const key = pageKey(web, page);
  const named = clientId !== undefined && live.some((chat) => chat.clientId === clientId);
  if (named) return 'AlreadyStartedAndInSession';
  if (live.length > 0) {
    const hasOpened = live.some(({ pages }) => pages.has(key));
    if (!hasOpened) return 'UnOpenedSessionPerformedStart';
    if (clientId === undefined && caps.webSession <= live.length) return 'AlreadyStartedAndInSession';
  }
  if (clientId !== undefined && untoldNamed(desk, web, clientId, now) !== undefined)
    return 'AlreadyEndedSession';
  return overCap(desk, starter, live.length, caps) ? 'MaxConcurrentSessionCountReached' : undefined;
}

/** Why a page can't open (P-4, P-6), or undefined. */
export function openRefusal(desk: Desk, web: string, page: string, now: number): OpenCode | undefined {
  if (chatsOfWeb(desk, web).length > 0) return undefined;
  return untold(desk, web, page, now) === undefined ? 'NoSessionFound' : 'AlreadyEndedSession';
}
