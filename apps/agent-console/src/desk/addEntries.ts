import { foldMedia } from '@offhook/livechat/media';
import type { OpenChat } from './openChat.js';
import type { DeskEntry } from './wire/readEntry.js';

const stopsTyping: ReadonlySet<string> = new Set(['msg', 'disconnect', 'end']);

/**
 * Adds what came to a chat's log: each entry once, in the order of its numbers, whatever order they come in. What comes before its
 * turn waits until the gap is filled.
 */
export function addEntries(chat: OpenChat, came: readonly DeskEntry[]): OpenChat {
  const last = chat.entries.at(-1)?.seq ?? 0;
  const known = new Set(chat.early.map(({ seq }) => seq));
  const fresh: DeskEntry[] = [];
  for (const entry of came) {
    if (entry.seq <= last || known.has(entry.seq)) continue;
    known.add(entry.seq);
    fresh.push(entry);
  }
  if (fresh.length === 0) return chat;
  const waiting = [...chat.early, ...fresh].sort((one, other) => one.seq - other.seq);
  const gap = waiting.findIndex(({ seq }, index) => seq !== last + 1 + index);
  const ready = gap === -1 ? waiting : waiting.slice(0, gap);
  const early = gap === -1 ? [] : waiting.slice(gap);
  if (ready.length === 0) return { ...chat, early };
  const ids = new Set(ready.map(({ id }) => id));
  return {
    ...chat,
    entries: [...chat.entries, ...ready],
    early,
    media: ready.reduce(foldMedia, chat.media),
    outgoing: chat.outgoing.filter(({ id }) => !ids.has(id)),
    // Who has written, or is gone, types no more.
    typing: ready.some(({ type }) => stopsTyping.has(type)) ? undefined : chat.typing,
  };
}
