import { type Desk, type LiveChat } from './desk.js';
import { chatDue } from './due.js';

/** Counts up or down; what has come to nothing is forgotten. */
export function count(counts: Map<string, number>, name: string, change: 1 | -1): void {
  const next = (counts.get(name) ?? 0) + change;
  if (next > 0) counts.set(name, next);
  else counts.delete(name);
}

/** Sets the deadline that a chat has now. */
export function armChat(desk: Desk, chat: LiveChat): void {
  const due = chatDue(chat);
  if (due !== undefined) desk.deadlines.set({ at: due.at, kind: 'chat', id: chat.sid });
}
