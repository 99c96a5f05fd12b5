import type { Contact, ContactMatch } from '@offhook/core';

/** Whose page shows for a call: the one contact, or the one chosen of several. */
export function shownContact(
  { status, contacts }: ContactMatch,
  chosen: Contact | undefined,
): Contact | undefined {
  if (status === 'many') return contacts.find(({ id }) => id === chosen?.id);
  return contacts[0];
}
