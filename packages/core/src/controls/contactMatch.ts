import type { Offhook } from '../client.js';
import { matchOf, noMatch, type ContactMatch } from '../model/contact.js';
import { asOffhookError, type OffhookError } from '../model/error.js';
import { createWatched } from '../stream/watched.js';
import type { Current } from '../stream/current.js';

/** Who has a number, as a screen shows it. */
export interface ContactMatchState extends ContactMatch {
  /** Why the look-up failed: the match is `none` then. */
  readonly lastError: OffhookError | undefined;
}

const nobody: ContactMatchState = { ...noMatch, lastError: undefined };
const asked: ContactMatchState = { status: 'pending', contacts: [], lastError: undefined };

/**
 * Who has a number: looked up when somebody begins to listen, and again when the host's contacts change. The calls and
 * threads of the client have theirs already, as `match`.
 *
 * @example contactMatch(phone, '+34666555444').subscribe(({ status, contacts }) => show(status, contacts));
 */
export function contactMatch(client: Offhook, number: string): Current<ContactMatchState> {
  const { contacts } = client;
  if (number === '' || contacts === undefined) return createWatched(nobody, () => () => {});
  const match = createWatched(asked, () => {
    let giveUp = new AbortController();
    const look = async (): Promise<void> => {
      giveUp.abort();
      const { signal } = (giveUp = new AbortController());
      let found: ContactMatchState;
      try {
        found = { ...matchOf(await contacts.match(number, signal)), lastError: undefined };
      } catch (error) {
        found = {
          ...nobody,
          lastError: asOffhookError(error, 'handler-failed', 'Looking up the contacts of a number failed.'),
        };
      }
      if (!signal.aborted) match.set(found);
    };
    void look();
    const leave = client.on('contacts.changed', () => void look());
    return () => {
      leave();
      giveUp.abort();
    };
  });
  return match;
}
