import { standingOf, unreadOf } from '../desk/chatFacts.js';
import type { DeskState } from '../desk/deskState.js';
import type { OpenChat } from '../desk/openChat.js';
import { shownName } from '../parts/chats/tabName.js';

/** What has happened that the agent doesn't look at. */
export interface News {
  /** For a screen reader; '' for what is told elsewhere. */
  readonly text: string;
  /** Whether it may be heard: somebody new waits or asks for a call, or a chat has come. */
  readonly loud: boolean;
}

const nameOf = (name: string): string => (name === '' ? 'Customer' : name);

function newlyWaiting(before: DeskState, after: DeskState): readonly string[] {
  const known = new Set([...before.waiting, ...before.chats].map(({ sid }) => sid));
  return after.waiting
    .filter(({ sid }) => !known.has(sid))
    .map(({ name, topic }) => (topic === '' ? nameOf(name) : `${nameOf(name)}, ${topic}`));
}

/** What a customer asks for; it is told where it can be accepted, whichever chat is shown. */
const askedFor = ({ media: { av } }: OpenChat): string | undefined =>
  av?.state === 'asked' && av.askedBy === 'c' ? av.media : undefined;

/** What is to be told of a change; nothing for what the agent sees or has done. */
export function newsOf(before: DeskState, after: DeskState): News | undefined {
  const waiting = newlyWaiting(before, after);
  const texts = waiting.length === 0 ? [] : [`${after.waitingCount} waiting. New: ${waiting.join('; ')}.`];
  let loud = waiting.length > 0;
  for (const chat of after.chats) {
    const old = before.chats.find(({ sid }) => sid === chat.sid);
    const asked = askedFor(chat);
    if (asked !== undefined && old !== undefined && askedFor(old) !== asked) loud = true;
    if (chat.sid === after.selected && after.visible) continue;
    const unread = unreadOf(chat);
    if (old === undefined) {
      texts.push(`A chat with ${shownName(chat)} has come.`);
      loud = true;
    } else if (unread > unreadOf(old)) texts.push(`${shownName(chat)}: ${unread} unread.`);
    else if (standingOf(chat, after.me.id) === 'ended' && standingOf(old, after.me.id) === 'live')
      texts.push(`The chat with ${shownName(chat)} has ended.`);
  }
  return texts.length === 0 && !loud ? undefined : { text: texts.join(' '), loud };
}
