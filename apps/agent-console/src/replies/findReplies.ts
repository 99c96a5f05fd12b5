import type { Reply } from './replies.js';

/** The replies that have all of these words, in the name or in the text. */
export function findReplies(replies: readonly Reply[], search: string): readonly Reply[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return replies.filter(({ name, text }) => {
    const all = `${name} ${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
