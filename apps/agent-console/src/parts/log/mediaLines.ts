import type { Entry, MediaEndWhy } from '@offhook/livechat';
import { foldMedia, type MediaSession, type MediaSessions } from '@offhook/livechat/media';
import type { DeskEntry } from '../../desk/wire/readEntry.js';
import { mediaName } from '../media/mediaName.js';

type MediaEntry = Extract<Entry, { readonly type: 'media' }>;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function endText(why: MediaEndWhy, who: string, what: string): string {
  switch (why) {
    case 'hung-up':
      return `${who} ended ${what}.`;
    case 'declined':
      return `${who} declined ${what}.`;
    case 'unanswered':
      return `Nobody answered: ${what} has ended.`;
    case 'no-permission':
      return `${sentence(what)} has ended: ${who} may not use what it needs in their browser.`;
    case 'no-device':
      return `${sentence(what)} has ended: ${who} has no camera or microphone.`;
    case 'lost':
      return `${sentence(what)} has ended: the other side could not be reached any more.`;
    case 'failed':
      return `${sentence(what)} has ended: something went wrong.`;
    case 'left':
      return `${sentence(what)} has ended.`;
  }
}

function text(entry: MediaEntry, session: MediaSession, customer: string): string | undefined {
  const who = entry.by === 'c' ? customer : (entry.agent?.name ?? 'Agent');
  const { a, the } = mediaName(session);
  switch (entry.step) {
    case 'ask':
      return `${who} asked for ${a}.`;
    case 'take':
      return session.kind === 'av' ? `${who} accepted ${the}.` : `${who} sees it: ${the} has started.`;
    case 'join':
      return undefined;
    case 'end':
      return endText(entry.why, who, the);
  }
}

/** What the log says of calls and shown pages, by the entries' numbers. A step that changed nothing has no line. */
export function mediaLines(entries: readonly DeskEntry[], customer: string): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  let sessions: MediaSessions = {};
  for (const entry of entries) {
    const before = sessions;
    sessions = foldMedia(sessions, entry);
    if (entry.type !== 'media' || sessions === before) continue;
    const session = [sessions.av, sessions.cobr].find((each) => each?.media === entry.media);
    const line = session === undefined ? undefined : text(entry, session, customer);
    if (line !== undefined) lines.set(entry.seq, line);
  }
  return lines;
}
