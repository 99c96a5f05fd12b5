import type { Call } from '../model/call.js';
import { contactMatch, noMatch, type Contact, type ContactMatch } from '../model/contact.js';
import { OffhookError } from '../model/error.js';
import type { ContactsPort } from '../ports/contacts.js';

export interface MatcherOptions {
  readonly contacts: ContactsPort | undefined;
  /** An answer that took its time. */
  readonly found: (call: Call, match: ContactMatch) => void;
  readonly failed: (call: Call, error: OffhookError) => void;
  readonly signal: AbortSignal;
}

/** Looks up who a call's number belongs to. */
export interface Matcher {
  /** The match, or `pending` while the port still looks; `undefined` where there is nothing to look up. */
  match(call: Call): ContactMatch | undefined;
}

const pending: ContactMatch = { status: 'pending', contacts: [] };

export function createMatcher({ contacts, found, failed, signal }: MatcherOptions): Matcher {
  return {
    match(call) {
      const { number } = call.remote;
      if (contacts === undefined || number === undefined) return undefined;
      const fail = (cause: unknown): void => {
        const message = 'Looking up the contacts of a number failed. The call goes on without a name.';
        failed(call, new OffhookError('vendor-error', message, { cause }));
      };
      try {
        const answer: readonly Contact[] | Promise<readonly Contact[]> = contacts.match(number, signal);
        if (!('then' in answer)) return contactMatch(answer);
        answer.then(
          (list) => found(call, contactMatch(list)),
          (error: unknown) => {
            found(call, noMatch);
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
