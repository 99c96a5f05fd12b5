import type { CommandType, Connection } from '@offhook/core';

/** What the widget has said of itself since it last started. */
export interface Session {
  /** Whether it ever asked for the host's capabilities. */
  readonly asked: boolean;
  /** It has spoken: it takes our answers. */
  readonly ready?: boolean;
  readonly loggedIn?: boolean;
  readonly registered?: boolean;
  /** Whether the softphone had been registered before the widget was started anew. */
  readonly lost?: boolean;
  /** When waiting for the widget, or for its softphone, has been in vain; monotonic milliseconds. */
  readonly patience: number;
}

/** How long the widget may take to load its page, in milliseconds. */
const loadMs = 20_000;

/** How long the widget may take to react to an answer of ours, in milliseconds. */
const answerMs = 10_000;

/** How long the softphone may take to register after the sign-in; an account need not have one. In milliseconds. */
const registerMs = 5_000;

export const firstSession = (now: number): Session => ({ asked: false, patience: now + loadMs });

/** The widget has started, or started anew. */
export const askedSession = ({ registered, lost }: Session, now: number): Session => ({
  asked: true,
  lost: !!(registered || lost),
  patience: now + answerMs,
});

/** The widget speaks: it takes what we say. */
export const readySession = (session: Session): Session => ({ ...session, ready: true });

/** Somebody is signed in. */
export const loggedInSession = (session: Session, now: number): Session =>
  session.loggedIn ? session : { ...session, ready: true, loggedIn: true, patience: now + registerMs };

/** When something changes though no frame comes; monotonic milliseconds, infinity for never. */
export const patienceEnds = ({ ready, loggedIn, registered, patience }: Session, now: number): number =>
  registered || (ready && !loggedIn) || patience <= now ? Infinity : patience;

/** The connection's status, and what its parts are in. */
export function connectionOf(
  session: Session,
  now: number,
): Pick<Connection, 'status'> & Partial<Pick<Connection, 'reason' | 'sip'>> {
  const { asked, ready, loggedIn, registered, lost, patience } = session;
  const isOver = now >= patience;
  if (!ready) {
    const sip = lost ? { sip: 'lost' as const } : {};
    if (!isOver) return { status: 'connecting', ...sip };
    const what = asked ? 'ignores this page' : 'is silent';
    const advice = asked ? '' : 'Check its url. ';
    return {
      status: 'failed',
      reason: `Connect Me ${what}. ${advice}Ask your provider to put this page's origin on the list of accepted origins.`,
      ...sip,
    };
  }
  if (!loggedIn) return { status: 'signed-out' };
  if (registered) return { status: 'ready', sip: 'registered' };
  return { status: isOver ? 'ready' : 'connecting', sip: 'registering' };
}

/** The commands that the widget can't do for now, each with the reason. */
export const blocked = ({ registered }: Session): Readonly<Partial<Record<CommandType, string>>> =>
  registered
    ? {}
    : { 'call.dial': 'The softphone is not registered. Wait for it, or enable it in Connect Me.' };
