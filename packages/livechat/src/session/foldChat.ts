import type { ReadEntry } from '../link/readEntry.js';
import { foldMedia } from '../media/foldMedia.js';
import type { Chat } from './chats.js';

/** Who is in a chat, and what is seen and heard there, after one more entry. True when that is another than before. */
export function foldChat(chat: Chat, entry: ReadEntry): boolean {
  const { agents, media } = chat;
  chat.media = foldMedia(media, entry);
  if (entry.type === 'connect' || entry.type === 'disconnect') {
    const others = agents.filter((id) => id !== entry.agent.id);
    chat.agents = entry.type === 'connect' ? [...others, entry.agent.id] : others;
  }
  return chat.media !== media || chat.agents !== agents;
}
