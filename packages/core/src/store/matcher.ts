import { matchOf, noMatch, type Contact, type ContactMatch } from '../model/contact.js';
import { OffhookError } from '../model/error.js';
import type { ContactsPort } from '../ports/contacts.js';

export interface MatcherOptions {
  readonly contacts: ContactsPort | undefined;
  readonly failed: (connector: string, error: OffhookError) => void;
  readonly signal: AbortSignal;
}

/** Looks up who a number belongs to. */
export interface Matcher {
  /**
   * The match, or `pending` while the port still looks: `found` is then told of the answer. `undefined` where there is
   * nothing to look up.
   */
  match(
    connector: string,
    number: string | undefined,
    found: (match: ContactMatch) => void,
  ): ContactMatch | undefined;
}

const pending: ContactMatch = { status: 'pending', contacts: [] };

export function createMatcher({ contacts, failed, signal }: MatcherOptions): Matcher {
  return {
    match(connector, number, found) {
      if (contacts === undefined || number === undefined) return undefined;
      const fail = (cause: unknown): void => {
        const message = 'Looking up the contacts of a number failed. It goes without a name.';
        failed(connector, new OffhookError('vendor-error', message, { cause }));
      };
      try {
        const answer: readonly Contact[] | Promise<readonly Contact[]> = contacts.match(number, signal);
        if (!('then' in answer)) return matchOf(answer);
        answer.then(
          (list) => found(matchOf(list)),
          (error: unknown) => {
            found(noMatch);
            fail(error);
          },
        );
        return pending;
      } catch (error) {
        fail(error);
        return noMatch;
      }
    },
  };
}
