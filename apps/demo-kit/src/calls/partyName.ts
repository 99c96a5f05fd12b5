import type { ContactMatch, Party } from '@offhook/core';

/** How a party's number reads; empty when the vendor withholds it. */
export const partyNumber = (party: Party): string => party.number ?? party.extension ?? party.uri ?? '';

/** Who it is: one matched contact's name wins, else the vendor's name, else the number. */
export function partyName(party: Party, match: ContactMatch, unknown: string): string {
  const contact = match.status === 'one' ? match.contacts[0] : undefined;
  return contact?.name || party.name || partyNumber(party) || unknown;
}
