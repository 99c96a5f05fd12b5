import { standingOf } from './chatFacts.js';
import type { DeskState } from './deskState.js';

/** The server reads no more of them. */
const most = 64;

/** The last entry that the page has of each chat which goes on: what hello says, so that only the rest is told. */
export const sinceOf = ({ chats, me }: DeskState): Readonly<Record<string, number>> =>
  Object.fromEntries(
    chats
      .filter((chat) => ['live', 'lost'].includes(standingOf(chat, me.id)) && chat.entries.length > 0)
      .slice(-most)
      .map(({ sid, entries }) => [sid, entries.at(-1)?.seq ?? 0]),
  );
