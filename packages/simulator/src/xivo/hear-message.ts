import { addError } from './event-log.js';
import { completePane } from './pane-desk.js';
import { originOf } from './pane.js';
import type { Tab } from './tab.js';

/** The documented message, a bare string. */
const COMPLETION = 'closeThirdParty';

/**
 * A message that some window posted to the desktop. Completion counts only from the window of an open pane (that the
 * page has found out) and from the origin of its URL; nothing else is listened to.
 */
export function hearMessage(
  tab: Tab,
  message: { readonly origin: string; readonly data: unknown; readonly pane?: string | undefined },
): void {
  const { session } = tab;
  const { origin, data } = message;
  session.log.add({ at: session.clock.now(), direction: 'in', origin, data, tab: tab.id });
  if (session.faults.silent || data !== COMPLETION) return;
  const pane = session.panes.find((one) => one.id === message.pane && one.state === 'open');
  const isItsWindow = pane && (pane.action === 'open' || pane.tab === tab.id);
  if (!isItsWindow)
    return addError(
      session,
      'completion-refused',
      `Completion from ${origin} is refused: no pane’s window sent it.`,
    );
  const expected = originOf(pane, session.origin);
  if (origin !== expected)
    return addError(
      session,
      'completion-refused',
      `Completion of “${pane.title}” from ${origin} is refused: its page is of ${expected}.`,
    );
  completePane(session, pane);
}
