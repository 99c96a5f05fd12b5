import { type Deadline } from './deadlines.js';
import { type Desk, type LiveChat } from './desk.js';

/** Why a chat ends by itself. */
export interface ChatDue {
  readonly at: number;
  readonly why: 'queue' | 'closed' | 'vanished';
}

/** When nobody shows the chat any more and the time for coming back is over (P-5). A lost page holds it longer than a closed one. */
function absence({ closeUntil, pages }: LiveChat): ChatDue | undefined {
  let due: ChatDue | undefined = closeUntil === undefined ? undefined : { at: closeUntil, why: 'closed' };
  for (const { lostUntil } of pages.values()) {
    if (lostUntil === undefined) return undefined;
    if (due === undefined || lostUntil >= due.at) due = { at: lostUntil, why: 'vanished' };
  }
  return due;
}

/** When a chat ends by itself, if nothing happens. */
export function chatDue(chat: LiveChat): ChatDue | undefined {
  const absent = absence(chat);
  if (chat.queueUntil === undefined) return absent;
  return absent === undefined || chat.queueUntil < absent.at ? { at: chat.queueUntil, why: 'queue' } : absent;
}

/** Whether a deadline is still the one of what it was set for. */
function deadlineHolds({ chats, agents }: Desk, { kind, id, at }: Deadline): boolean {
  if (kind === 'agent') return agents.get(id)?.lostUntil === at;
  const chat = chats.get(id);
  return chat !== undefined && chatDue(chat)?.at === at;
}

/** When something falls due next at a desk. */
export const nextDue = (desk: Desk): number | undefined =>
  desk.deadlines.next((deadline) => deadlineHolds(desk, deadline));

/** What is due at `now`, each thing once. */
export function dueAt(desk: Desk, now: number): readonly Deadline[] {
  const ids = new Set<string>();
  return desk.deadlines.due(now).filter((deadline) => {
    const key = `${deadline.kind} ${deadline.id}`;
    if (ids.has(key) || !deadlineHolds(desk, deadline)) return false;
    ids.add(key);
    return true;
  });
}
