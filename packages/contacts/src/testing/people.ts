import type { Contact } from '@offhook/core';

/** A contact with what matters to a test. */
export function person(id: string, name: string, more: Partial<Contact> = {}): Contact {
  return { id, source: 'crm', name, phones: [], emails: [], ...more };
}

export const withNumbers = (...numbers: readonly string[]): Pick<Contact, 'phones'> => ({
  phones: numbers.map((number) => ({ number, type: 'mobile' })),
});

export const ids = (contacts: readonly Contact[]): string[] => contacts.map(({ id }) => id);
