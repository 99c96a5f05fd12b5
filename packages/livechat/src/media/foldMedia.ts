import type { AgentRef, Entry } from '../wire/entry.js';
import type { MediaEndWhy, MediaKind, MediaWants } from '../wire/media.js';

/** Who takes part, and on which page. */
export interface MediaMember {
  readonly seat: string;
  /** Of an agent's side. */
  readonly agent?: AgentRef;
}

/** One session of audio and video, or of what the customer shows, as a chat's log has it. */
export interface MediaSession {
  readonly media: string;
  readonly kind: MediaKind;
  readonly wants: MediaWants;
  /** `asked`: the other side has yet to take it. */
  readonly state: 'asked' | 'on' | 'ended';
  readonly askedBy: 'c' | 'a';
  readonly customer?: MediaMember;
  readonly agent?: MediaMember;
  /** When it was asked for, and taken: ISO 8601. */
  readonly askedAt: string;
  readonly takenAt?: string;
  readonly endedAt?: string;
  readonly endedBy?: 'c' | 'a' | 's';
  readonly why?: MediaEndWhy;
}

/** The last session of each kind. */
export type MediaSessions = Readonly<Partial<Record<MediaKind, MediaSession>>>;

/** An entry, or one of a kind that is not known. */
type AnyEntry = Entry | { readonly type: 'other' | 'unknown'; readonly time: string };
type MediaEntry = Extract<Entry, { readonly type: 'media' }>;

const kinds: readonly MediaKind[] = ['av', 'cobr'];

/** Whether a session is asked for or on. */
export const isLiveMedia = (session: MediaSession | undefined): session is MediaSession =>
  session !== undefined && session.state !== 'ended';

const memberOf = ({ seat, agent }: MediaEntry): MediaMember => ({
  seat,
  ...(agent === undefined ? {} : { agent }),
});
const sideOf = (by: 'c' | 'a'): 'customer' | 'agent' => (by === 'c' ? 'customer' : 'agent');

function ended(
  session: MediaSession,
  { time }: { readonly time: string },
  endedBy: 'c' | 'a' | 's',
  why: MediaEndWhy,
): MediaSession {
  return { ...session, state: 'ended', endedAt: time, endedBy, why };
}

function step(sessions: MediaSessions, entry: MediaEntry): MediaSessions {
  if (entry.step === 'ask') {
    const { kind, wants, media, by, time } = entry;
    if (isLiveMedia(sessions[kind])) return sessions;
    const asked: MediaSession = { media, kind, wants, state: 'asked', askedBy: by, askedAt: time };
    return { ...sessions, [kind]: { ...asked, [sideOf(by)]: memberOf(entry) } };
  }
  const found = kinds.map((kind) => sessions[kind]).find((each) => each?.media === entry.media);
  if (!isLiveMedia(found)) return sessions;
  const next = moved(found, entry);
  return next === found ? sessions : { ...sessions, [found.kind]: next };
}

function moved(session: MediaSession, entry: Exclude<MediaEntry, { readonly step: 'ask' }>): MediaSession {
  const side = sideOf(entry.by);
  switch (entry.step) {
    case 'take':
      if (session.state !== 'asked' || session.askedBy === entry.by) return session;
      return { ...session, state: 'on', takenAt: entry.time, [side]: memberOf(entry) };
    case 'join': {
      const known = session[side];
      if (known === undefined || known.agent?.id !== entry.agent?.id) return session;
      return { ...session, [side]: memberOf(entry) };
    }
    case 'end': {
      const strange =
        session.state === 'on' && side === 'agent' && session.agent?.agent?.id !== entry.agent?.id;
      return strange ? session : ended(session, entry, entry.by, entry.why);
    }
  }
}

/**
 * What a chat's sessions are after one more entry of its log: the same for all who read it, in whatever order steps were asked
 * for. A step that doesn't fit changes nothing.
 *
 * @example const sessions = entries.reduce(foldMedia, {});
 */
export function foldMedia(sessions: MediaSessions, entry: AnyEntry): MediaSessions {
  if (entry.type === 'media') return step(sessions, entry);
  const over =
    entry.type === 'end'
      ? () => true
      : entry.type === 'disconnect'
        ? ({ agent }: MediaSession) => agent?.agent?.id === entry.agent.id
        : undefined;
  if (over === undefined) return sessions;
  let next = sessions;
  for (const kind of kinds) {
    const session = next[kind];
    if (isLiveMedia(session) && over(session)) next = { ...next, [kind]: ended(session, entry, 's', 'left') };
  }
  return next;
}
