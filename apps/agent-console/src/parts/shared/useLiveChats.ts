import { standingOf } from '../../desk/chatFacts.js';
import type { OpenChat } from '../../desk/openChat.js';
import { useDeskState } from './deskContext.js';

/** The chats that the agent is in. */
export function useLiveChats(): readonly OpenChat[] {
  const chats = useDeskState((state) => state.chats);
  const me = useDeskState((state) => state.me.id);
  return chats.filter((chat) => standingOf(chat, me) === 'live');
}
