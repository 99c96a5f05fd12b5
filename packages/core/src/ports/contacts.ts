import type { Contact } from '../model/contact.js';
import { sameNumber } from '../model/phoneNumber.js';

/** Where the client looks up who a number belongs to. */
export interface ContactsPort {
  /** The contacts with this number. May throw: the call then goes without a match, and an `error` event tells. */
  match(number: string, signal: AbortSignal): readonly Contact[] | Promise<readonly Contact[]>;
}

/**
 * Contacts in memory, for as many as a page can hold at hand.
 *
 * @example createOffhook({ connectors, contacts: memoryContacts(await fetchTeam()) })
 */
export function memoryContacts(contacts: readonly Contact[] = []): ContactsPort {
  return {
    match: (number) =>
      contacts.filter(
        (contact) =>
          contact.deleted !== true && contact.phones.some((phone) => sameNumber(phone.number, number)),
      ),
  };
}
