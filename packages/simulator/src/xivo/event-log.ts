import type { XivoSession } from './session.js';

/** One line of the list `Events`. */
export interface DesktopEvent {
  /** Counts up within a session. */
  readonly seq: number;
  readonly at: number;
  readonly kind: 'info' | 'error';
  readonly text: string;
}

/** Something that went wrong, for machines. */
export interface DesktopError {
  readonly at: number;
  readonly code: string;
  readonly message: string;
}

const KEPT = 200;

function add(session: XivoSession, kind: DesktopEvent['kind'], text: string): void {
  const { events, clock } = session;
  events.push({ seq: (events.at(-1)?.seq ?? 0) + 1, at: clock.now(), kind, text });
  if (events.length > KEPT) events.shift();
  session.touch();
}

/** Tells the agent what happened. */
export const addEvent = (session: XivoSession, text: string): void => add(session, 'info', text);

/** The same for what went wrong; it is in `errors` of the control API too. */
export function addError(session: XivoSession, code: string, message: string): void {
  session.errors.push({ at: session.clock.now(), code, message });
  if (session.errors.length > KEPT) session.errors.shift();
  add(session, 'error', message);
}
